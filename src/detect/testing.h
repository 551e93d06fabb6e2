// For tests: evidence made by hand, row by row, and the detectors run on it.
#pragma once
#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "detect/intruder.h"

namespace digue::detect::testing {

// One record; what is not set is not said by the evidence.
struct Row {
  event::Action action = event::Action::other;
  std::string time = "";  // RFC 3339; none for the row of a state export
  std::string account = "", target = "", object = "", operation = "";
  std::string address = "", session = "", token = "", device = "", application = "", agent = "";
  event::Verdict verdict = event::Verdict::success;
  std::int32_t error_code = 0;
  event::Family family = event::Family::audit_log;
  std::vector<std::pair<std::string, std::string>> details = {};
  std::uint32_t source = 0;  // which file it stands in
};

// Knows nothing of any address but what the test says.
class TestSites final : public Sites {
 public:
  std::vector<std::pair<std::string, Site>> known;
  std::optional<Site> find(std::string_view address) const override {
    for (const auto& [text, site] : known)
      if (text == address) return site;
    return std::nullopt;
  }
  bool available() const override { return !known.empty(); }
};

// A rule of a.martin's that deletes everything, made at 02:11 from the session "stolen" at
// 203.0.113.7: a finding of R10 that seeds the intruder.
inline Row intruders_rule() {
  Row row{.action = event::Action::inbox_rule_set,
          .time = "2026-03-28T02:11:07Z",
          .account = "a.martin@hopital.example",
          .target = "a.martin@hopital.example",
          .object = "a.martin\\.",
          .operation = "New-InboxRule",
          .address = "203.0.113.7",
          .session = "stolen"};
  row.details = {{"Name", "."}, {"DeleteMessage", "True"}};
  return row;
}

// Something done by a.martin from there, at that time of 28 March ("02:20:00").
inline Row intruders_act(event::Action action, std::string_view time_of_day) {
  auto row = intruders_rule();
  row.action = action;
  row.time = "2026-03-28T" + std::string(time_of_day) + "Z";
  row.object = row.operation = "";
  row.details.clear();
  return row;
}

// A stretch of evidence of an organisation whose domain is hopital.example.
class Story {
 public:
  TestSites sites;
  organisation::Organisation organisation;
  Instant contained;

  Story() { organisation.domains = {"hopital.example"}; }

  Story& add(Row row) {
    rows_.push_back(std::move(row));
    return *this;
  }
  // The same rows but for those of that action.
  Story without(event::Action action) const {
    Story rest = *this;
    std::erase_if(rest.rows_, [&](const Row& row) { return row.action == action; });
    return rest;
  }
  // An ordinary day's sign-ins and mail of an account, for `days` days from `first` on.
  Story& ordinary_days(std::string_view account, std::string_view address, std::string_view first,
                       int days, std::string_view agent = "Outlook-Windows") {
    auto time = parse_rfc3339(first).value_or(Instant::unknown);
    for (int day = 0; day < days; ++day, time = time + day_ms) {
      Row row{
          .action = event::Action::sign_in, .time = rfc3339(time), .account = std::string(account)};
      row.address = address;
      row.agent = agent;
      row.session = "ordinary-" + std::string(account) + std::to_string(day);
      add(row);
      row.action = event::Action::mail_accessed;
      row.target = account;
      row.time = rfc3339(time + hour_ms);
      add(row);
    }
    return *this;
  }

  event::Trail trail(std::optional<unsigned> shuffled_with = std::nullopt) const {
    std::vector<std::uint32_t> order(rows_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    if (shuffled_with) {
      std::mt19937 random(*shuffled_with);
      std::shuffle(order.begin(), order.end(), random);
    }
    event::Trail trail;
    for (const auto number : order) write(trail, rows_[number], number);
    return trail;
  }

  // Runs the detectors to the end of their rounds, and hands the scene to `look` if given.
  template <class Look>
  std::vector<finding::Finding> findings(std::vector<const Detector*> detectors, Look look,
                                         std::optional<unsigned> shuffled_with = {}) const {
    const auto events = trail(shuffled_with);
    auto scene = make_scene(events, organisation, sites);
    scene.contained = contained;
    std::vector<finding::Finding> found;
    run_rounds(scene, detectors, found);
    look(scene);
    return found;
  }
  std::vector<finding::Finding> findings(const std::vector<const Detector*>& detectors) const {
    return findings(detectors, [](const Scene&) {});
  }
  // The order of rows must not show: some shuffles give what the written order gives.
  bool order_does_not_show(const std::vector<const Detector*>& detectors) const {
    const auto expected = shape_of(findings(detectors));
    for (unsigned seed = 1; seed <= 5; ++seed)
      if (shape_of(findings(detectors, [](const Scene&) {}, seed)) != expected) return false;
    return true;
  }

 private:
  static std::vector<std::string> shape_of(const std::vector<finding::Finding>& findings) {
    std::vector<std::string> shapes;
    for (const auto& finding : findings) {
      auto shape = finding.id + finding.title.english + rfc3339(finding.time) +
                   std::string(finding::severity_name(finding.severity)) +
                   join(finding.accounts, ",") + join(finding.addresses, ",") +
                   join(finding.indicators, ",");
      for (const auto& why : finding.why) shape += '|' + why.english;
      for (const auto& subject : finding.subjects) shape += '|' + subject.kind + subject.identity;
      shapes.push_back(std::move(shape));
    }
    return shapes;
  }

  static void write(event::Trail& trail, const Row& row, std::uint32_t number) {
    auto& event = trail.begin_event();
    event.time = parse_rfc3339(row.time).value_or(Instant::unknown);
    event.id = event::record_id_from_content("row " + std::to_string(number));
    event.place.record = number + 1;
    event.place.source = row.source;
    event.action = row.action;
    event.verdict = row.verdict;
    event.family = row.family;
    event.error_code = row.error_code;
    for (const auto& [field, text] : {std::pair{&event::Event::operation, &row.operation},
                                      {&event::Event::account, &row.account},
                                      {&event::Event::target, &row.target},
                                      {&event::Event::object, &row.object},
                                      {&event::Event::address, &row.address},
                                      {&event::Event::session, &row.session},
                                      {&event::Event::token, &row.token},
                                      {&event::Event::device, &row.device},
                                      {&event::Event::application, &row.application},
                                      {&event::Event::agent, &row.agent}})
      event.*field = trail.symbols.intern(*text);
    for (const auto& [name, value] : row.details) trail.add_detail(name, value);
  }

  std::vector<Row> rows_;
};

inline const finding::Finding* find_rule(const std::vector<finding::Finding>& findings,
                                         std::string_view rule) {
  for (const auto& finding : findings)
    if (finding.rule == rule) return &finding;
  return nullptr;
}

inline bool says(const finding::Finding& finding, std::string_view text) {
  return std::any_of(finding.why.begin(), finding.why.end(),
                     [&](const auto& why) { return why.english.find(text) != std::string::npos; });
}

}  // namespace digue::detect::testing
