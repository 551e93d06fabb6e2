#include "detect/draft.h"

#include <algorithm>
#include <array>
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

static bool holds(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

// Most rows repeat what the finding holds already, so that is asked first.
static void cite_parties(finding::Finding& finding, const Scene& scene, const event::Event& event) {
  const auto account = scene.text(event.account);
  if (!account.empty() && !holds(finding.accounts, account) && !is_system(account))
    finding.accounts.emplace_back(account);
  const auto target = scene.text(event.target);
  if (!target.empty() && !holds(finding.accounts, target) &&
      target.find('@') != std::string_view::npos)
    finding.accounts.emplace_back(target);
  const auto address = scene.text(event.address);
  if (!address.empty() && !holds(finding.addresses, address))
    finding.addresses.emplace_back(address);
}

static void cite_row(finding::Finding& finding, const event::Event& event) {
  if (finding.evidence.size() < evidence_cap) finding.evidence.push_back({event.place});
  widen_time(finding, event.time);
}

void cite(finding::Finding& finding, const Scene& scene, const event::Event& event) {
  cite_row(finding, event);
  cite_parties(finding, scene, event);
}

// Remembers some of the parties that went by, to tell most repeats without a look at their texts.
class RecentParties {
 public:
  bool is_new(const event::Event& event) {
    const Parties parties = {event.account, event.target, event.address};
    auto& held = held_[(event.account * 31 + event.target * 7 + event.address) % held_.size()];
    if (held == parties) return false;
    held = parties;
    return true;
  }

 private:
  using Parties = std::array<event::Symbol, 3>;
  std::array<Parties, 64> held_{};
};

void cite_all(finding::Finding& finding, const Scene& scene,
              std::span<const std::uint32_t> indexes) {
  RecentParties recent;
  for (const auto index : indexes) {
    const auto& event = scene.event(index);
    cite_row(finding, event);
    if (recent.is_new(event)) cite_parties(finding, scene, event);
  }
}

void cite_acts(finding::Finding& finding, const Scene& scene,
               std::span<const std::uint32_t> indexes) {
  cite_all(finding, scene, indexes);
  const auto told = indexes.first(std::min(indexes.size(), act_lines_cap));
  for (const auto index : told) finding.why.push_back(act_line(scene, scene.event(index)));
  if (told.size() < indexes.size())
    finding.why.push_back(tell<sentences::and_more>(indexes.size() - told.size()));
}

void pivot_on(finding::Finding& finding, const Scene& scene, const event::Event& event,
              finding::Pivot::Certainty certainty) {
  using Kind = finding::Pivot::Kind;
  const auto account = scene.text(event.account);
  const auto add = [&](Kind kind, event::Symbol symbol) {
    const auto value = scene.text(symbol);
    const auto same = [&](const finding::Pivot& known) {
      return known.kind == kind && known.certainty == certainty && known.value == value &&
             known.account == account;
    };
    auto& pivots = finding.pivots;
    if (!value.empty() && std::none_of(pivots.begin(), pivots.end(), same))
      pivots.push_back({kind, certainty, std::string(value), std::string(account)});
  };
  add(Kind::session, event.session);
  add(Kind::token, event.token);
  add(Kind::address, event.address);
}

void follow(finding::Finding& finding, const Scene& scene, const event::Event& event,
            finding::Pivot::Certainty certainty) {
  pivot_on(finding, scene, event, certainty);
  if (event.time.known() && event.account != event::no_symbol)
    finding.acts.push_back({std::string(scene.text(event.account)), event.time});
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
