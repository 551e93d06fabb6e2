#include "detect/draft.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "detect/draft_sentences.h"

namespace digue::detect {

finding::Finding begin_finding(const Detector& detector, std::string_view identity) {
  finding::Finding finding;
  finding.rule = detector.rule();
  finding.rule_version = detector.version();
  finding.id = finding::make_id(finding.rule, identity);
  for (const auto item : detector.items()) finding.items.emplace_back(item);
  return finding;
}

static void widen_time(finding::Finding& finding, Instant time) {
  if (!time.known()) return;
  finding.time = finding.time.known() ? std::min(finding.time, time) : time;
  finding.time_end = finding.time_end.known() ? std::max(finding.time_end, time) : time;
}

static void add_once(std::vector<std::string>& list, std::string_view text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end())
    list.emplace_back(text);
}

void cite(finding::Finding& finding, const Scene& scene, const event::Event& event) {
  if (finding.evidence.size() < evidence_cap) finding.evidence.push_back({event.place});
  widen_time(finding, event.time);
  if (!is_system(scene.text(event.account))) add_once(finding.accounts, scene.text(event.account));
  const auto target = scene.text(event.target);
  if (target.find('@') != std::string_view::npos) add_once(finding.accounts, target);
  add_once(finding.addresses, scene.text(event.address));
}

void cite_acts(finding::Finding& finding, const Scene& scene,
               std::span<const std::uint32_t> indexes) {
  for (const auto index : indexes) cite(finding, scene, scene.event(index));
  const auto told = indexes.first(std::min(indexes.size(), act_lines_cap));
  for (const auto index : told) finding.why.push_back(act_line(scene, scene.event(index)));
  if (told.size() < indexes.size())
    finding.why.push_back(tell<sentences::and_more>(indexes.size() - told.size()));
}

static void add_pivot(finding::Finding& finding, finding::Pivot pivot) {
  if (pivot.value.empty()) return;
  auto& pivots = finding.pivots;
  if (std::find(pivots.begin(), pivots.end(), pivot) == pivots.end())
    pivots.push_back(std::move(pivot));
}

void follow(finding::Finding& finding, const Scene& scene, const event::Event& event,
            finding::Pivot::Certainty certainty) {
  using Kind = finding::Pivot::Kind;
  const std::string account(scene.text(event.account));
  const auto add = [&](Kind kind, event::Symbol value) {
    add_pivot(finding, {kind, certainty, std::string(scene.text(value)), account});
  };
  add(Kind::session, event.session);
  add(Kind::token, event.token);
  add(Kind::address, event.address);
  if (event.time.known() && !account.empty()) finding.acts.push_back({account, event.time});
}

Message fact(std::string_view name, std::string_view value) {
  return as_message(std::string(name) + "=" + std::string(value));
}

Message act_line(const Scene& scene, const event::Event& event) {
  std::string line(scene.text(event.operation));
  const auto add = [&](std::string_view label, std::string_view text) {
    if (text.empty()) return;
    if (!line.empty()) line += ' ';
    line += label;
    line += text;
  };
  add("", rfc3339(event.time));
  add("", scene.text(event.account));
  add("", scene.text(event.address));
  add("SessionId=", scene.text(event.session));
  return as_message(line);
}

Message tie_line(Tie tie) {
  return tie == Tie::proven ? tell<sentences::tied_proven>() : tell<sentences::tied_probable>();
}

bool is_true(std::string_view value) {
  value = trimmed(value);
  return equal_ignoring_case(value, "true") || value == "1" || equal_ignoring_case(value, "vrai") ||
         equal_ignoring_case(value, "yes");
}

bool is_system(std::string_view account) {
  static constexpr std::string_view starts[] = {"nt authority", "nt service", "s-1-5-18",
                                                "microsoft.exchange", "certificate"};
  return std::any_of(std::begin(starts), std::end(starts),
                     [&](auto start) { return starts_with_ignoring_case(account, start); }) ||
         equal_ignoring_case(account, "system");
}

}  // namespace digue::detect
