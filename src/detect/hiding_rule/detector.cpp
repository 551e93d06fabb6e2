// R10: inbox rules that hide mail.  What a rule does weighs first, what it is called and looks for
// only adds; a rule that is disabled now counts as well.
#include "detect/detector.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/draft_sentences.h"
#include "detect/hiding_rule/sentences.h"
#include "detect/inbox_rule.h"
#include "detect/mail_address.h"
#include "detect/words.h"

namespace digue::detect {

namespace {

constexpr int review_from = 40;
constexpr int bad_from = 60;

// The weights of the rule, in points.
namespace points {
constexpr int deletes = 40;
constexpr int hiding_folder = 25;
constexpr int archive_folder = 15;
constexpr int marks_read = 10;
constexpr int stops = 5;
constexpr int no_condition = 25;
constexpr int meaningless_name = 20;
constexpr int target_words = 15;
constexpr int forwards_outside = 25;
constexpr int by_intruder = 40;
constexpr int perhaps_by_intruder = 25;
}  // namespace points

struct Score {
  int total = 0;
  std::vector<Message> why;

  void add(int weight, Message reason) {
    total += weight;
    why.push_back(std::move(reason));
  }
};

// What every mailbox has from birth.
bool is_built_in(const RuleHistory& rule) {
  static constexpr std::array<std::string_view, 4> starts = {
      "Junk E-Mail Rule", "Microsoft.Exchange.OOF.", "Delegate Rule", "#NET FOLDERS#"};
  return std::any_of(starts.begin(), starts.end(),
                     [&](auto start) { return starts_with_ignoring_case(rule.name, start); });
}

bool deletes(const RuleContent& content) {
  return content.is_on("DeleteMessage") || content.is_on("SoftDeleteMessage") ||
         is_bin(content.folder());
}

void weigh_folder(Score& score, const RuleContent& content) {
  const auto* name = content.value("MoveToFolder").empty() ? "CopyToFolder" : "MoveToFolder";
  const auto folder = content.folder();
  if (is_bin(folder)) score.add(points::deletes, fact(name, folder));
  if (is_hiding_folder(folder)) score.add(points::hiding_folder, fact(name, folder));
  if (is_archive_folder(folder)) score.add(points::archive_folder, fact(name, folder));
  if (folder.empty() && !content.value("MoveToFolderId").empty())
    score.add(0, tell<sentences::rule_folder_unknown>());
}

void weigh_actions(Score& score, const RuleContent& content) {
  if (!is_bin(content.folder()))
    for (const auto* name : {"DeleteMessage", "SoftDeleteMessage"})
      if (content.is_on(name)) {
        score.add(points::deletes, fact(name, "True"));
        break;
      }
  weigh_folder(score, content);
  if (content.is_on("MarkAsRead")) score.add(points::marks_read, fact("MarkAsRead", "True"));
  if (content.is_on("StopProcessingRules"))
    score.add(points::stops, fact("StopProcessingRules", "True"));
}

void weigh_forwarding(Score& score, const Scene& scene, const RuleHistory& rule,
                      const RuleContent& content) {
  for (const auto& address : content.destinations())
    if (is_outside(scene, address, rule.mailbox)) {
      score.add(points::forwards_outside, fact("ForwardTo", address));
      return;
    }
}

void weigh_conditions(Score& score, const RuleContent& content) {
  const auto conditions = content.conditions();
  if (conditions.empty())
    score.add(points::no_condition, tell<sentences::rule_without_condition>());
  for (const auto& [name, value] : conditions)
    if (has_target_word(value)) {
      score.add(points::target_words, tell<sentences::rule_target_words>(join({name, value}, "=")));
      return;
    }
}

// A rule hides when the owner no longer sees the message where it is looked for.
bool may_hide(const RuleContent& content) {
  return deletes(content) || content.is_on("MarkAsRead") || is_hiding_folder(content.folder()) ||
         is_archive_folder(content.folder()) || !content.value("MoveToFolderId").empty();
}

Score weigh(const Scene& scene, const RuleHistory& rule, const RuleContent& content) {
  Score score;
  weigh_actions(score, content);
  if (may_hide(content)) {
    weigh_conditions(score, content);
    weigh_forwarding(score, scene, rule, content);
  }
  if (is_meaningless_name(rule.name))
    score.add(points::meaningless_name, tell<sentences::rule_name_meaningless>(rule.name));
  return score;
}

// The worst thing that the rule ever was: one that was softened afterwards still did its work.
Score worst_of(const Scene& scene, const RuleHistory& rule) {
  Score worst;
  for (const auto& content : rule.contents) {
    if (!content.acts() || (is_built_in(rule) && !deletes(content))) continue;
    auto score = weigh(scene, rule, content);
    if (score.total > worst.total) worst = std::move(score);
  }
  return worst;
}

// What each rule weighs by itself, whoever set it; in the order of InboxRules.
struct RuleScores {
  explicit RuleScores(const Scene& scene) {
    for (const auto& rule : scene.once<InboxRules>().all()) all.push_back(worst_of(scene, rule));
  }
  std::vector<Score> all;
};

class HidingRule final : public Detector {
 public:
  std::string_view rule() const override { return "R10"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override {
    static constexpr std::array<std::string_view, 2> list = {"mail-account/2.a.3",
                                                             "mail-account/6.a.5"};
    return list;
  }
  std::span<const event::Family> needs() const override {
    static constexpr std::array list = {event::Family::audit_log, event::Family::inbox_rules};
    return list;
  }

  void detect(const Scene& scene, std::vector<finding::Finding>& findings) const override {
    const auto& rules = scene.once<InboxRules>().all();
    const auto& scores = scene.once<RuleScores>().all;
    for (std::size_t i = 0; i < rules.size(); ++i) judge(scene, rules[i], scores[i], findings);
  }

 private:
  void judge(const Scene& scene, const RuleHistory& rule, const Score& own,
             std::vector<finding::Finding>& findings) const {
    if (own.total == 0) return;
    auto score = own;
    const bool bad_in_itself = score.total >= bad_from;
    auto finding = begin_finding(*this, rule.key());
    const auto tie = tie_of(scene, rule, finding.id);
    if (tie != Tie::none)
      score.add(tie == Tie::proven ? points::by_intruder : points::perhaps_by_intruder,
                tie_line(tie));
    if (score.total < review_from) return;
    describe(finding, scene, rule, score);
    for (const auto index : rule.events) {
      if (bad_in_itself)
        follow(finding, scene, scene.event(index), finding::Pivot::Certainty::proven);
    }
    finding.seeds_intruder = bad_in_itself;
    if (score.total >= bad_from)
      finding.severity = tie == Tie::proven ? finding::Severity::critical : finding::Severity::high;
    findings.push_back(std::move(finding));
  }

  static Tie tie_of(const Scene& scene, const RuleHistory& rule, std::string_view but_for) {
    Tie strongest = Tie::none;
    for (const auto index : rule.events)
      strongest = std::max(strongest, scene.tie(scene.event(index), but_for));
    return strongest;
  }

  static void describe(finding::Finding& finding, const Scene& scene, const RuleHistory& rule,
                       const Score& score) {
    finding.severity = finding::Severity::medium;
    finding.title = score.total >= bad_from
                        ? tell<sentences::hiding_rule>(rule.mailbox, rule.name)
                        : tell<sentences::rule_to_review>(rule.mailbox, rule.name);
    finding.why = score.why;
    if (equal_ignoring_case(rule.latest().value("Enabled"), "false"))
      finding.why.push_back(tell<sentences::rule_disabled>());
    finding.why.push_back(tell<sentences::rule_score>(score.total, review_from, bad_from));
    cite_rule(finding, scene, rule);
  }
};

}  // namespace

const Detector& hiding_rule_detector() {
  static const HidingRule detector;
  return detector;
}

}  // namespace digue::detect
