#include "cli/verbs/hunt/show.h"

#include <algorithm>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/casework/page.h"
#include "cli/layout.h"
#include "cli/verbs/hunt/sentences.h"
#include "finding/json.h"
#include "indicator/fang.h"

namespace digue::cli::verbs {

namespace {

constexpr std::size_t names_shown = 20;      // of the accounts or hosts of one indicator
constexpr std::size_t sightings_shown = 20;  // of one indicator; --json has all that are listed
constexpr std::size_t lost_shown = 20;

class HuntPage : casework::Page {
 public:
  HuntPage(Session& session, const Hunt& hunt, const Zone& zone)
      : Page(session), session_(session), hunt_(hunt), result_(hunt.result), zone_(zone) {}

  void show() {
    seen();
    sightings();
    newcomers();
    searched();
    not_taken();
    unreadable();
  }

 private:
  const indicator::Indicator& indicator(std::uint32_t index) const {
    return hunt_.list.indicators()[index];
  }

  std::string some_of(const std::vector<std::string>& names) const {
    const std::size_t count = std::min(names.size(), names_shown);
    std::string text =
        join({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(count)}, ", ");
    if (names.size() > count)
      text += " " + tell<sentences::hunt_and_more>(names.size() - count).in(session_.language);
    return text;
  }

  void seen() {
    part(tell<sentences::hunt_heading_seen>());
    if (result_.found.empty())
      paragraph(tell<sentences::hunt_nothing_seen>(hunt_.list.indicators().size()));
    for (const auto& hunted : result_.found) {
      const auto& one = indicator(hunted.indicator);
      paragraph(tell<sentences::hunt_seen>(defanged(one), session_.text(kind_label(one.kind)),
                                           hunted.count, hunted.files));
      if (hunted.first.known())
        paragraph(
            tell<sentences::hunt_first_last>(zone_.show(hunted.first), zone_.show(hunted.last)), 4);
      if (!hunted.accounts.empty())
        paragraph(tell<sentences::hunt_accounts>(hunted.accounts.size(), some_of(hunted.accounts)),
                  4);
      if (!hunted.hosts.empty())
        paragraph(tell<sentences::hunt_hosts>(hunted.hosts.size(), some_of(hunted.hosts)), 4);
    }
  }

  std::string time_of(const finding::Sighting& sighting) const {
    if (!sighting.time.known()) return std::string(session_.text(sentences::hunt_no_time));
    if (!sighting.time_is_local) return zone_.show(sighting.time);
    return finding::local_time(sighting.time).in(session_.language);
  }

  Message place_of(const finding::Sighting& sighting) const {
    const auto& file = result_.sources[sighting.place.source].file;
    if (sighting.place.line != 0) return tell<sentences::hunt_line>(file, sighting.place.line);
    if (sighting.place.record != 0)
      return tell<sentences::hunt_record>(file, sighting.place.record);
    return tell<sentences::hunt_offset>(file, sighting.place.offset);
  }

  void show_sighting(const finding::Sighting& sighting) {
    std::string text = time_of(sighting) + "  " + defanged(indicator(sighting.indicator));
    for (const auto& who : {sighting.account, sighting.host})
      if (!who.empty()) text += "  " + who;
    session_.print(wrapped(text, 0, 4));
    session_.print(wrapped(place_of(sighting).in(session_.language), 4, 6));
  }

  // What has no time comes last.
  static auto dated(const finding::Sighting& sighting) {
    return std::pair(!sighting.time.known(), sighting.time);
  }

  // By time, those of each indicator that are the first.
  void sightings() {
    if (result_.sightings.empty()) return;
    part(tell<sentences::hunt_heading_sightings>());
    std::vector<const finding::Sighting*> shown;
    std::size_t of_one = 0;
    std::uint32_t current = 0;
    for (const auto& sighting : result_.sightings) {
      of_one = sighting.indicator == current ? of_one + 1 : 1;
      current = sighting.indicator;
      if (of_one <= sightings_shown) shown.push_back(&sighting);
    }
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto* a, const auto* b) { return dated(*a) < dated(*b); });
    for (const auto* sighting : shown) show_sighting(*sighting);
    std::uint64_t all = 0;
    for (const auto& hunted : result_.found) all += hunted.count;
    if (all > shown.size()) paragraph(tell<sentences::hunt_not_listed>(all - shown.size()));
  }

  void newcomers() {
    const auto& [accounts, hosts] = hunt_.newcomers;
    if (accounts.empty() && hosts.empty()) return;
    part(tell<sentences::hunt_heading_newcomers>());
    if (!accounts.empty())
      paragraph(tell<sentences::hunt_accounts>(accounts.size(), some_of(accounts)));
    if (!hosts.empty()) paragraph(tell<sentences::hunt_hosts>(hosts.size(), some_of(hosts)));
    paragraph(tell<sentences::hunt_judge_newcomers>());
  }

  void searched() {
    part(tell<sentences::hunt_heading_searched>());
    paragraph(tell<sentences::hunt_searched>(hunt_.list.indicators().size(), hunt_.list.repeated(),
                                             result_.found.size(), result_.sources.size(),
                                             result_.bytes));
    std::vector<std::string> unknown;
    for (const auto& source : result_.sources)
      if (source.format.empty() && source.bytes != 0) unknown.push_back(source.file);
    if (!unknown.empty()) paragraph(tell<sentences::hunt_lines_only>(some_of(unknown)));
  }

  void not_taken() {
    const auto count = hunt_.list.not_taken_count();
    if (count == 0) return;
    part(tell<sentences::hunt_heading_not_taken>());
    const auto& lost = hunt_.list.not_taken();
    const std::size_t shown = std::min(lost.size(), lost_shown);
    for (std::size_t i = 0; i < shown; ++i)
      paragraph(tell<sentences::hunt_not_taken>(lost[i].line, lost[i].text, lost[i].why));
    if (count > shown) paragraph(tell<sentences::hunt_and_more>(count - shown));
  }

  void unreadable() {
    if (result_.unreadable.empty()) return;
    part(tell<sentences::hunt_heading_unreadable>());
    const std::size_t shown = std::min(result_.unreadable.size(), lost_shown);
    for (std::size_t i = 0; i < shown; ++i)
      paragraph(
          tell<sentences::hunt_not_read>(result_.unreadable[i].file, result_.unreadable[i].reason));
    if (result_.unreadable.size() > shown)
      paragraph(tell<sentences::hunt_and_more>(result_.unreadable.size() - shown));
  }

  Session& session_;
  const Hunt& hunt_;
  const analysis::HuntResult& result_;
  const Zone& zone_;
};

std::string hunted_json(const analysis::Hunted& hunted, const indicator::Indicator& one) {
  JsonWriter json;
  json.begin_object().member("type", "hunted").member("indicator", one.value);
  json.member("kind", kind_name(one.kind));
  json.member("count", hunted.count).member("listed", hunted.listed).member("files", hunted.files);
  finding::write_time(json, "first", hunted.first);
  finding::write_time(json, "last", hunted.last);
  json.member("accounts", hunted.accounts).member("hosts", hunted.hosts).end_object();
  return json.take();
}

std::string not_taken_json(const hunt::NotTaken& lost, Language language) {
  JsonWriter json;
  json.begin_object().member("type", "not-taken");
  if (lost.line != 0) json.member("line", lost.line);
  json.member("text", lost.text).member("reason", lost.why.in(language)).end_object();
  return json.take();
}

std::string summary_json(const Hunt& hunt) {
  std::uint64_t sightings = 0;
  for (const auto& hunted : hunt.result.found) sightings += hunted.count;
  JsonWriter json;
  json.begin_object().member("type", "hunt");
  json.member("indicators", hunt.list.indicators().size()).member("seen", hunt.result.found.size());
  json.member("repeated", hunt.list.repeated()).member("not_taken", hunt.list.not_taken_count());
  json.member("sightings", sightings).member("listed", hunt.result.sightings.size());
  json.member("files", hunt.result.sources.size()).member("bytes", hunt.result.bytes);
  json.member("new_accounts", hunt.newcomers.accounts);
  json.member("new_hosts", hunt.newcomers.hosts);
  if (hunt.told.zone)
    json.member("zone", hunt.told.zone->name())
        .member("zone_from", hunt.told.zone_is_assumed ? "organisation" : "told");
  json.key("seconds").number(hunt.result.seconds).end_object();
  return json.take();
}

}  // namespace

void show_hunt(Session& session, const Hunt& hunt, const Zone& zone) {
  HuntPage(session, hunt, zone).show();
}

void print_hunt(Session& session, const Hunt& hunt) {
  const auto& indicators = hunt.list.indicators();
  const auto& result = hunt.result;
  for (const auto& hunted : result.found)
    session.line(hunted_json(hunted, indicators[hunted.indicator]));
  for (const auto& sighting : result.sightings) {
    const auto& one = indicators[sighting.indicator];
    session.line(finding::to_json(sighting, one.value, kind_name(one.kind), result.sources));
  }
  for (const auto& source : result.sources)
    session.line(finding::to_json(source, session.language));
  for (const auto& lost : hunt.list.not_taken())
    session.line(not_taken_json(lost, session.language));
  for (const auto& lost : result.unreadable) session.line(finding::to_json(lost, session.language));
  session.line(summary_json(hunt));
}

}  // namespace digue::cli::verbs
