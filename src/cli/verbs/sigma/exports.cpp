#include "cli/verbs/sigma/exports.h"

#include "analysis/export_reader.h"
#include "analysis/rule_facts.h"
#include "detect/sigma/own_rules.h"
#include "evidence/spool.h"
#include "read/decode.h"
#include "read/json_split.h"
#include "read/windows_events/event_json.h"

namespace digue::cli::verbs::sigma {

namespace {

using analysis::ExportReader;
using detect::sigma::Rule;
using detect::sigma::RuleSet;
using event_logs::Export;

constexpr std::uint64_t records_between_releases = 1 << 14;
constexpr std::uint64_t records_of_piece = 1 << 10;

finding::Finding finding_of(ExportReader& reader, const RuleSet& rules, std::uint32_t index) {
  const Rule& rule = rules.rules()[index];
  finding::Finding found;
  found.rule = "sigma/" + rule.id;
  found.rule_version = rule.version;
  found.id = finding::make_id(found.rule, reader.identity());
  found.severity = rule.level;
  found.title = detect::sigma::title_of(rule);
  found.time = found.time_end = reader.time();
  if (auto account = reader.account(); !account.empty())
    found.accounts.push_back(std::move(account));
  if (auto address = reader.address(); !address.empty())
    found.addresses.push_back(std::move(address));
  event::Place place;
  place.line = reader.line();
  place.record = static_cast<std::uint32_t>(reader.records());
  found.evidence.push_back({place});
  for (const auto& fact : analysis::facts_of(reader.matcher(), *reader.bucket(), rules, index))
    found.why.push_back(analysis::told(fact));
  finding::tidy(found);
  return found;
}

void see(ExportReader& reader, std::uint32_t rule, Collector& collector) {
  const auto values = reader.matcher().kept(*reader.bucket(), rule);
  collector.see({reader.time(), rule, 0, static_cast<std::uint32_t>(reader.records()),
                 reader.offset(), "", values});
}

void match_export(const Export& file, const read::DecodedText& decoded, const RuleSet& rules,
                  Collector& collector) {
  ExportReader reader(rules, file.channel);
  reader.read(decoded.text(), [&] {
    const bool may_go = decoded.is_view() && reader.records() % records_between_releases == 0;
    if (may_go) file.file.release_before(reader.offset());
    for (const auto rule : reader.matched()) {
      if (rules.rules()[rule].correlated) see(reader, rule, collector);
      if (!rules.rules()[rule].silent) collector.take(rule, finding_of(reader, rules, rule));
    }
  });
  collector.end_export(reader.records(), reader.unread(), reader.bucket() != nullptr);
  collector.totals.given_up += reader.matcher().given_up();
}

// Events of Windows in JSON: matched as the records of a log are.
class WindowsEvents {
 public:
  WindowsEvents(const Export& file, const RuleSet& rules, const Session& session,
                Collector& collector)
      : file_(file), collector_(collector), work_(rules, session.json, session.language) {}

  void read(const read::DecodedText& decoded) {
    read::JsonRecords records(decoded.text());
    work_.begin(file_.name);
    for (std::uint64_t met = 0; records.next();) {
      record(records);
      if (++met % records_of_piece != 0) continue;
      hand_over();
      if (decoded.is_view() && met % records_between_releases == 0)
        file_.file.release_before(records.offset());
    }
    hand_over();
    collector_.end_events(read_, unread_ + records.damaged());
  }

 private:
  using Kind = read::windows_events::EventJson::Kind;

  void record(const read::JsonRecords& records) {
    if (event_.fill(records.record(), work_.fields())) {
      ++unread_;
      return;
    }
    if (event_.kind() == Kind::unreadable_stretch) ++unread_;
    if (event_.kind() != Kind::record) return;
    ++read_;
    auto place = event_.place();
    place.offset = records.offset();
    place.line = records.line();
    work_.record(place);
  }

  void hand_over() {
    (void)collector_.take_piece(file_.name, work_);
    work_.begin(file_.name);
  }

  const Export& file_;
  Collector& collector_;
  MatchWork work_;
  read::windows_events::EventJson event_;
  std::uint64_t read_ = 0, unread_ = 0;
};

void match_file(const Export& file, const RuleSet& rules, const Session& session,
                Collector& collector) {
  const auto decoded = read::decode(file.file.bytes(), evidence::temporary_folder());
  if (!decoded) return collector.lose(file.name, decoded.error().message);
  if (file.channel.empty())
    WindowsEvents(file, rules, session, collector).read(*decoded);
  else
    match_export(file, *decoded, rules, collector);
}

}  // namespace

void match_exports(const std::vector<Export>& exports, const RuleSet& rules, const Session& session,
                   Collector& collector) {
  for (const Export& file : exports) {
    collector.begin_export(file.name);
    match_file(file, rules, session, collector);
  }
}

}  // namespace digue::cli::verbs::sigma
