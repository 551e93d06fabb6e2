#include "cli/verbs/sigma/show.h"

#include <algorithm>
#include <array>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/casework/page.h"
#include "cli/event_logs/rule_files.h"
#include "cli/layout.h"
#include "cli/verbs/sigma/sentences.h"
#include "detect/sigma/own_rules.h"

namespace digue::cli::verbs::sigma {

namespace {

using detect::sigma::Loaded;
using detect::sigma::Rule;

constexpr std::size_t level_columns = 10;
constexpr std::array severities = {finding::Severity::critical, finding::Severity::high,
                                   finding::Severity::medium, finding::Severity::low,
                                   finding::Severity::info};

class SigmaPage : casework::Page {
 public:
  SigmaPage(Session& session, const Loaded& loaded, const Totals& totals)
      : Page(session), session_(session), loaded_(loaded), totals_(totals) {}

  void show() {
    heading(tell<sentences::heading_matches>());
    matches();
    event_logs::show_rules(session_, loaded_);
    part(tell<sentences::heading_logs>());
    paragraph(tell<sentences::logs_read>(totals_.logs, totals_.records, totals_.asked));
    if (totals_.given_up != 0) paragraph(tell<sentences::given_up>(totals_.given_up));
    if (totals_.not_correlated != 0)
      paragraph(tell<sentences::not_correlated>(totals_.not_correlated));
  }

 private:
  void text(std::string_view text, std::size_t indent) {
    session_.print(wrapped(text, indent, indent + 2));
  }

  // What was found by a rule or a correlation.
  struct Found {
    finding::Severity level;
    Message title;
    std::string_view id;
    const Tally* tally;
  };

  // The gravest first, then those that matched least: what is rare tells more.
  std::vector<Found> in_order() const {
    std::vector<Found> all;
    for (const auto& [index, tally] : totals_.correlations) {
      const auto& written = loaded_.rules.correlations()[index].written;
      all.push_back({written.level, detect::sigma::title_of(written), written.id, &tally});
    }
    for (const auto& [index, tally] : totals_.rules) {
      const Rule& rule = loaded_.rules.rules()[index];
      all.push_back({rule.level, detect::sigma::title_of(rule), rule.id, &tally});
    }
    std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) {
      return a.level != b.level ? a.level > b.level : a.tally->matches < b.tally->matches;
    });
    return all;
  }

  void matches() {
    const auto all = in_order();
    if (all.empty()) paragraph(tell<sentences::no_match>());
    for (const Found& found : all) match(found);
  }

  void match(const Found& found) {
    const Tally& tally = *found.tally;
    session_.print(wrapped(padded(finding::severity_name(found.level), level_columns) +
                               found.title.in(session_.language),
                           0, level_columns));
    paragraph(matched(tally), level_columns);
    if (!tally.hosts.empty())
      paragraph(
          tell<sentences::rule_hosts>(join(tally.hosts, ", ") + (tally.more_hosts ? "…" : "")),
          level_columns);
    text("sigma/" + std::string(found.id), level_columns);
    for (const auto& example : tally.examples) this->example(example);
  }

  // Exports may hold dates whose order of day and month is not sure.
  static Message matched(const Tally& tally) {
    if (!tally.first.known()) return tell<sentences::rule_matched_undated>(tally.matches);
    return tell<sentences::rule_matched>(tally.matches, rfc3339(tally.first), rfc3339(tally.last));
  }
  static Message date_of(Instant time) {
    const auto text = rfc3339(time);
    return time.known() ? Message{text, text} : tell<sentences::no_date>();
  }

  void example(const Tally::Example& example) {
    const auto& place = example.finding.evidence.front().place;
    const auto time = date_of(example.finding.time);
    paragraph(place.line != 0 ? tell<sentences::example_line>(example.file, place.line, time)
                              : tell<sentences::example>(example.file, place.record, time),
              level_columns);
    for (const auto& fact : example.finding.why)
      text("- " + fact.in(session_.language), level_columns + 2);
  }

  Session& session_;
  const Loaded& loaded_;
  const Totals& totals_;
};

}  // namespace

void show(Session& session, const Loaded& loaded, const Totals& totals) {
  SigmaPage(session, loaded, totals).show();
}

std::string summary_json(const Loaded& loaded, const Totals& totals) {
  std::array<std::uint64_t, 5> matches{};
  for (const auto& [rule, tally] : totals.rules)
    matches[static_cast<std::size_t>(loaded.rules.rules()[rule].level)] += tally.matches;
  for (const auto& [correlation, tally] : totals.correlations)
    matches[static_cast<std::size_t>(loaded.rules.correlations()[correlation].written.level)] +=
        tally.matches;
  JsonWriter json;
  json.begin_object().member("type", "sigma-summary");
  json.member("rules", loaded.rules.rules().size()).member("skipped", loaded.left_out.size());
  json.member("not_loaded", loaded.refusals.size()).member("filters", loaded.filters.size());
  json.member("correlations", loaded.rules.correlations().size());
  json.member("logs", totals.logs).member("records", totals.records);
  json.member("records_asked", totals.asked).member("rules_matched", totals.rules.size());
  json.member("correlations_matched", totals.correlations.size());
  json.member("not_correlated", totals.not_correlated);
  for (const auto severity : severities)
    json.member(finding::severity_name(severity), matches[static_cast<std::size_t>(severity)]);
  json.member("regexes_given_up", totals.given_up).end_object();
  return json.take();
}

}  // namespace digue::cli::verbs::sigma
