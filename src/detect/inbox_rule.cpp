#include "detect/inbox_rule.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/draft_sentences.h"
#include "detect/mail_address.h"
#include "detect/rule_twins.h"

namespace digue::detect {

static constexpr std::array<std::string_view, 3> forwards = {"ForwardTo", "ForwardAsAttachmentTo",
                                                             "RedirectTo"};

static void set_parameter(std::vector<std::pair<std::string, std::string>>& parameters,
                          std::string_view name, std::string value) {
  for (auto& [known, held] : parameters)
    if (equal_ignoring_case(known, name)) {
      held = std::move(value);
      return;
    }
  parameters.emplace_back(name, std::move(value));
}

// A list comes as several details of one name: one parameter, joined as Exchange joins it.
void RuleContent::apply(const Scene& scene, const event::Event& event) {
  std::vector<std::pair<std::string, std::string>> said;
  for (const auto& detail : scene.trail.details_of(event)) {
    const auto name = scene.text(detail.name);
    const auto value = scene.text(detail.value);
    const auto same = std::find_if(said.begin(), said.end(), [&](const auto& parameter) {
      return equal_ignoring_case(parameter.first, name);
    });
    if (same == said.end())
      said.emplace_back(name, value);
    else
      same->second += ";" + std::string(value);
  }
  for (auto& [name, value] : said) set_parameter(parameters_, name, std::move(value));
}

std::string_view RuleContent::value(std::string_view name) const {
  for (const auto& [known, held] : parameters_)
    if (equal_ignoring_case(known, name)) return held;
  return {};
}

bool RuleContent::is_on(std::string_view name) const {
  return is_true(value(name));
}

static bool is_condition(std::string_view name) {
  static constexpr std::array<std::string_view, 16> starts = {
      "From",          "Subject",  "Body",       "Header",     "Sent", "My",
      "Has",           "Received", "With",       "Message",    "Flag", "Recipient",
      "RuleCondition", "Sender",   "Importance", "Sensitivity"};
  return std::any_of(starts.begin(), starts.end(),
                     [&](auto start) { return starts_with_ignoring_case(name, start); });
}

std::vector<std::pair<std::string, std::string>> RuleContent::conditions() const {
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& [name, value] : parameters_) {
    const auto text = trimmed(value);
    if (is_condition(name) && !text.empty() && !equal_ignoring_case(text, "false"))
      found.emplace_back(name, text);
  }
  return found;
}

std::vector<std::string> RuleContent::destinations() const {
  std::vector<std::string> found;
  for (const auto name : forwards)
    for (auto& address : mail_addresses_in(value(name)))
      if (std::find(found.begin(), found.end(), address) == found.end())
        found.push_back(std::move(address));
  return found;
}

std::string_view RuleContent::folder() const {
  const auto moved = trimmed(value("MoveToFolder"));
  return moved.empty() ? trimmed(value("CopyToFolder")) : moved;
}

bool RuleContent::acts() const {
  if (is_on("DeleteMessage") || is_on("SoftDeleteMessage") || is_on("MarkAsRead")) return true;
  if (!folder().empty() || !value("MoveToFolderId").empty()) return true;
  return std::any_of(forwards.begin(), forwards.end(),
                     [&](auto name) { return !trimmed(value(name)).empty(); });
}

namespace {

// Records of one mailbox, joined into rules by any name or identity that two of them share; those
// that one export tells apart are parted again.
class Joiner {
 public:
  Joiner(const Scene& scene, std::string mailbox) : scene_(scene), mailbox_(std::move(mailbox)) {}

  void add(std::uint32_t index) {
    const auto position = static_cast<std::uint32_t>(records_.size());
    records_.push_back(index);
    parents_.push_back(position);
    for (auto& key : keys_of(scene_.event(index))) {
      const auto [holder, fresh] = by_key_.emplace(std::move(key), position);
      if (!fresh) parents_[root(position)] = root(holder->second);
    }
  }

  std::vector<RuleHistory> finish() const {
    std::map<std::uint32_t, std::vector<std::uint32_t>> joined;
    for (std::uint32_t i = 0; i < records_.size(); ++i) joined[root(i)].push_back(records_[i]);
    std::vector<RuleHistory> out;
    for (const auto& [first, records] : joined)
      for (const auto& part : told_apart(scene_, records)) {
        auto rule = history_of(part);
        if (!rule.contents.empty()) out.push_back(std::move(rule));
      }
    return out;
  }

 private:
  std::uint32_t root(std::uint32_t position) const {
    while (parents_[position] != position) position = parents_[position];
    return position;
  }

  // What the record calls the rule: its name whole, and what follows the mailbox in its path: its
  // name again, or its number.
  std::vector<std::string> keys_of(const event::Event& event) const {
    std::vector<std::string> keys;
    for (const auto& detail : scene_.trail.details_of(event)) {
      const auto name = scene_.text(detail.name);
      if (equal_ignoring_case(name, "Name"))
        keys.push_back(lower(trimmed(scene_.text(detail.value))));
      else if (equal_ignoring_case(name, "Identity") || equal_ignoring_case(name, "RuleIdentity"))
        keys.push_back(within_mailbox(scene_.text(detail.value)));
    }
    if (event.object != event::no_symbol) keys.push_back(within_mailbox(scene_.text(event.object)));
    return keys;
  }

  // A name may hold a backslash; a mailbox doesn't.
  static std::string within_mailbox(std::string_view path) {
    const auto slash = path.find('\\');
    return lower(trimmed(slash == std::string_view::npos ? path : path.substr(slash + 1)));
  }

  RuleHistory history_of(const RuleRecords& part) const {
    RuleHistory rule;
    rule.mailbox = mailbox_;
    rule.twin = part.twin;
    for (const auto index : part.records) place(rule, index);
    read_contents(rule);
    return rule;
  }

  void place(RuleHistory& rule, std::uint32_t index) const {
    const auto action = scene_.event(index).action;
    if (action == event::Action::inbox_rule_state)
      rule.states.push_back(index);
    else if (action == event::Action::inbox_rule_removed)
      rule.removed.push_back(index);
    else
      rule.events.push_back(index);
  }

  void read_contents(RuleHistory& rule) const {
    RuleContent running;
    for (const auto index : rule.events) {
      // Created anew under an old name: nothing of the old rule is left.
      if (starts_with_ignoring_case(scene_.text(scene_.event(index).operation), "New-"))
        running = {};
      running.apply(scene_, scene_.event(index));
      rule.contents.push_back(running);
    }
    for (const auto index : rule.states)
      rule.contents.emplace_back().apply(scene_, scene_.event(index));
    for (const auto index : rule.events) name_from(rule, scene_.event(index));
    for (const auto index : rule.states) name_from(rule, scene_.event(index));
  }

  // The later record wins, so that the export's identity, which scripts need, stands.
  void name_from(RuleHistory& rule, const event::Event& event) const {
    const auto name = scene_.trail.detail(event, "Name");
    if (!name.empty()) rule.name = name;
    if (event.object != event::no_symbol) rule.identity = scene_.text(event.object);
  }

  const Scene& scene_;
  std::string mailbox_;
  std::vector<std::uint32_t> records_, parents_;
  std::map<std::string, std::uint32_t> by_key_;
};

}  // namespace

void cite_rule(finding::Finding& finding, const Scene& scene, const RuleHistory& rule) {
  finding.accounts.push_back(rule.mailbox);
  cite_acts(finding, scene, rule.events);
  cite_all(finding, scene, rule.states);
  // Whoever removed it is most often the one who cleans up: shown, not listed among those
  // concerned.
  for (const auto index : rule.removed) {
    finding.evidence.push_back({scene.event(index).place});
    finding.why.push_back(act_line(scene, scene.event(index)));
  }
  if (rule.events.empty()) finding.why.push_back(tell<sentences::state_without_date>());
  finding.subjects.push_back(
      {"inbox-rule", rule.identity, rule.name, rule.mailbox, rule.latest().parameters()});
}

InboxRules::InboxRules(const Scene& scene) {
  const auto& mailboxes = scene.once<Mailboxes>();
  std::map<std::string, Joiner> joiners;
  for (const auto action : {event::Action::inbox_rule_set, event::Action::inbox_rule_state,
                            event::Action::inbox_rule_removed})
    for (const auto index : scene.of(action)) {
      const auto mailbox = mailboxes.of(scene.event(index));
      joiners.try_emplace(mailbox, scene, mailbox).first->second.add(index);
    }
  for (const auto& [mailbox, joiner] : joiners)
    for (auto& rule : joiner.finish()) rules_.push_back(std::move(rule));
  std::sort(rules_.begin(), rules_.end(),
            [](const auto& a, const auto& b) { return a.key() < b.key(); });
}

}  // namespace digue::detect
