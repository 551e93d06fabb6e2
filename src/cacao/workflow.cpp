#include "cacao/workflow.h"

#include <algorithm>
#include <optional>
#include <set>

#include "cacao/condition_text.h"
#include "cacao/description.h"
#include "cacao/identifier.h"
#include "cacao/sentences.h"
#include "cacao/side_by_side.h"
#include "cacao/variables.h"
#include "sheet/priority.h"

namespace digue::cacao {

using sheet::AnswerType;
using sheet::Condition;
using sheet::Effect;
using sheet::StepKind;

// Engines give up on a manual step after a minute or ten unless told otherwise; a week still fits
// in 31 bits.
static constexpr std::int64_t manual_timeout_ms = 7LL * 24 * 3600 * 1000;
// The name by which one such engine finds who does manual steps.
static constexpr std::string_view manual_agent = "soarca-manual";

std::map<std::string_view, const YamlNode*> step_nodes(const YamlNode& tree) {
  std::map<std::string_view, const YamlNode*> out;
  for (const auto& measure : tree["measures"].items)
    for (const auto& action : measure["actions"].items)
      for (const auto& step : action["steps"].items) out.emplace(step["id"].text, &step);
  return out;
}

std::string playbook_id(std::string_view sheet, const Settings& settings) {
  const auto profile = settings.profile == Profile::full ? "full" : "simple";
  return "playbook--" + named_uuid(std::string(sheet) + "\n" + profile + "\n" +
                                   std::string(language_code(settings.language)));
}

namespace {

// Steps one after the other; a branch of the workflow, or all of it.
class Chain {
 public:
  explicit Chain(std::vector<WorkflowStep>& steps) : steps_(steps) {}

  // Adds a step after the last; its index, to complete it.
  std::size_t add(WorkflowStep step) {
    const auto index = steps_.size();
    if (first_.empty()) first_ = step.id;
    if (last_) steps_[*last_].on_completion = step.id;
    last_ = index;
    steps_.push_back(std::move(step));
    return index;
  }
  const std::string& first() const { return first_; }

 private:
  std::vector<WorkflowStep>& steps_;
  std::optional<std::size_t> last_;
  std::string first_;
};

// The activity that a step is, in the words of CACAO.
std::string_view activity_of(const sheet::Step& step) {
  return step.kind == StepKind::act ? "eliminate-risk" : "analyze-collected-data";
}

class Builder {
 public:
  Builder(Playbook& playbook, const sheet::Sheet& sheet, const YamlNode& tree,
          const sheet::Library& library, const Settings& settings)
      : playbook_(playbook),
        sheet_(sheet),
        library_(library),
        settings_(settings),
        nodes_(step_nodes(tree)),
        variables_(playbook, sheet, settings.language) {
    for (const auto& rule : sheet.rules) note_states(test_of(sheet, rule.when));
  }

  void build() {
    add_people();
    Chain chain(playbook_.steps);
    chain.add(step_of("start", "start", tell<sentences::starts>()));
    playbook_.start = chain.first();
    for (auto priority = sheet::Priority::before;; priority = next(priority)) {
      add_priority(chain, priority);
      if (priority == sheet::Priority::after) break;
    }
    end(chain, "");
  }

 private:
  static sheet::Priority next(sheet::Priority priority) {
    return static_cast<sheet::Priority>(static_cast<int>(priority) + 1);
  }
  bool full() const { return settings_.profile == Profile::full; }
  const std::string& said(const Message& message) const { return message.in(settings_.language); }

  void note_states(const Test& test) {
    std::vector<std::string> items;
    gather(test, Condition::Kind::state, items);
    with_state_.insert(items.begin(), items.end());
  }

  // A step of the workflow; `seed` tells it from the others of its sheet.
  WorkflowStep step_of(std::string_view type, const std::string& seed, const Message& name) const {
    WorkflowStep step;
    step.type = type;
    step.id = std::string(type) + "--" + step_uuid(sheet_.id, seed);
    step.name = said(name);
    return step;
  }
  void end(Chain& chain, const std::string& seed) const {
    chain.add(step_of("end", seed + "#end", tell<sentences::ends>()));
  }
  // One step, then the end of its branch; the id of the step.
  std::string branch_of(WorkflowStep step, const std::string& seed) {
    Chain branch(playbook_.steps);
    branch.add(std::move(step));
    end(branch, seed);
    return branch.first();
  }

  // ------------------------------------------------------------------------------- people
  void add_people() {
    add_group(playbook_.agents, "team", tell<sentences::team>(), tell<sentences::team_does>());
    if (!full()) playbook_.agents.front().name = manual_agent;
    add_group(playbook_.targets, "organisation", tell<sentences::organisation>(), {});
    if (!full()) return;
    add_group(playbook_.targets, "accounts", tell<sentences::accounts>(), {});
    add_group(playbook_.targets, "owner", tell<sentences::account_owner>(), {});
  }
  void add_group(std::vector<Group>& groups, const std::string& seed, const Message& name,
                 const Message& description) const {
    groups.push_back({"group--" + step_uuid(sheet_.id, "#" + seed), said(name), said(description)});
  }

  WorkflowStep action_of(const std::string& seed, const Message& name) const {
    auto step = step_of("action", seed, name);
    step.agent = playbook_.agents.front().id;
    step.targets = {playbook_.targets.front().id};
    if (!full()) step.timeout_ms = manual_timeout_ms;
    return step;
  }

  // ------------------------------------------------------------------------------ priorities
  void add_priority(Chain& chain, sheet::Priority priority) {
    Measures measures;
    for (const auto& measure : sheet_.measures)
      if (measure.priority == priority) measures.push_back(&measure);
    const auto branches = side_by_side(sheet_, measures);
    if (!full() || branches.size() < 2) return add_measures(chain, measures);
    const std::string name(priority_name(priority));
    const auto parallel =
        chain.add(step_of("parallel", "#" + name, tell<sentences::side_by_side>(name)));
    for (const auto& branch : branches) {
      Chain side(playbook_.steps);
      add_measures(side, branch);
      end(side, branch.front()->id);
      playbook_.steps[parallel].next_steps.push_back(side.first());
    }
    playbook_.parallel = true;
  }

  void add_measures(Chain& chain, const Measures& measures) {
    for (const auto* measure : measures)
      for (const auto& step : sheet_.steps)
        if (step.measure == measure->id) add_step(chain, step);
  }

  // ------------------------------------------------------------------------------ one step
  void add_step(Chain& chain, const sheet::Step& step) {
    const auto test = shown(sheet_, step);
    if (test.always()) return add_body(chain, step, false);
    const auto condition = condition_of(test);
    if (condition.empty()) return add_body(chain, step, true);
    const auto index =
        add_if(chain, step.id + "#shown", tell<sentences::is_shown>(step.title), condition);
    Chain branch(playbook_.steps);
    add_body(branch, step, false);
    end(branch, step.id + "#shown");
    playbook_.steps[index].on_true = branch.first();
  }

  std::string condition_of(const Test& test) {
    return full() ? pattern_of(test, variables_.names()) : three_words_of(test, variables_.names());
  }

  std::size_t add_if(Chain& chain, const std::string& seed, const Message& name,
                     std::string condition) {
    auto step = step_of("if-condition", seed, name);
    step.condition = std::move(condition);
    playbook_.conditions = true;
    return chain.add(std::move(step));
  }

  // `unsure`: it depends on what the profile can't say, so the text says it.
  void add_body(Chain& chain, const sheet::Step& step, bool unsure) {
    if (step.kind != StepKind::rule) {
      chain.add(action_for(step, unsure));
      add_what_follows(chain, step);
    }
    add_rules(chain, step);
    if (!full()) return;
    std::set<std::string_view> linked;
    for (const auto& link : step.links)
      if (!link.sheet.empty() && linked.insert(link.sheet).second) add_link(chain, step, link);
  }

  WorkflowStep action_for(const sheet::Step& step, bool unsure) {
    auto action = action_of(step.id, step.title);
    action.description = description_of(sheet_, step, settings_.language);
    const std::string activity(activity_of(step));
    for (const auto& evidence : step.preservation)
      action.commands.push_back({said(tell<sentences::save_first>(evidence.text)), activity});
    auto title = step.per_account ? tell<sentences::for_each_account>(step.title) : step.title;
    if (unsure) title = tell<sentences::only_if>(title);
    action.commands.push_back({said(title), activity});
    if (step.answer != AnswerType::none)
      action.out_args.push_back(variables_.about(Condition::Kind::answer, step.id));
    if (!full()) return action;
    if (with_state_.contains(step.id))
      action.out_args.push_back(variables_.about(Condition::Kind::state, step.id));
    for (const auto& link : step.links) {
      if (!link.sheet.empty()) add_once(action.out_args, variables_.opening(step, link));
      if (!link.reference.empty())
        action.references.push_back({said(link.title), "", link.reference});
    }
    if (step.per_account) action.targets.push_back(playbook_.targets[1].id);
    if (step.with_user) action.targets.push_back(playbook_.targets[2].id);
    action.extension = nodes_.at(step.id);
    return action;
  }

  static void add_once(std::vector<std::string>& words, std::string word) {
    if (std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(std::move(word));
  }

  // ------------------------------------------------------------------------------ answers
  // The rule of the sheet that an option's own effects are.
  const sheet::Rule* rule_of(const sheet::Step& step, const sheet::Option& option) const {
    for (const auto& rule : sheet_.rules)
      if (rule.item == step.id && is_of_option(rule, option)) return &rule;
    return nullptr;
  }
  static bool is_of_option(const sheet::Rule& rule, const sheet::Option& option) {
    return rule.when.kind == Condition::Kind::answer && rule.when.item == rule.item &&
           rule.when.values == std::vector<std::string>{option.value} && rule.reason == option.then;
  }

  std::string follow_up(const sheet::Step& step, const sheet::Option& option) {
    const auto seed = step.id + "#" + option.value;
    auto action = action_of(seed, tell<sentences::answered_so>(step.title, option.label));
    action.commands.push_back({said(option.then), std::string(activity_of(step))});
    if (const auto* rule = rule_of(step, option)) add_effects(action, *rule, false);
    return branch_of(std::move(action), seed);
  }

  void add_what_follows(Chain& chain, const sheet::Step& step) {
    std::vector<const sheet::Option*> options;
    for (const auto& option : step.options)
      if (!option.then.english.empty()) options.push_back(&option);
    if (full() && step.answer == AnswerType::choice && options.size() > 1)
      return add_switch(chain, step, options);
    for (const auto* option : options) {
      const Condition is{Condition::Kind::answer, {}, step.id, {option->value}, 0};
      const auto condition = condition_of(test_of(sheet_, is));
      if (condition.empty()) continue;  // the description of the step says it
      const auto index = add_if(chain, step.id + "#" + option->value + "?",
                                tell<sentences::answered_so>(step.title, option->label), condition);
      auto branch = follow_up(step, *option);
      playbook_.steps[index].on_true = std::move(branch);
    }
  }

  void add_switch(Chain& chain, const sheet::Step& step,
                  const std::vector<const sheet::Option*>& options) {
    auto by_answer =
        step_of("switch-condition", step.id + "#switch", tell<sentences::answered>(step.title));
    by_answer.switched = variables_.about(Condition::Kind::answer, step.id) + ":value";
    const auto index = chain.add(std::move(by_answer));
    for (const auto* option : options) {
      auto branch = follow_up(step, *option);
      playbook_.steps[index].cases.emplace_back(option->value, std::move(branch));
    }
    playbook_.switches = true;
  }

  // ------------------------------------------------------------------------------ rules
  // Calls and clocks, and warnings unless `calls_only`: what moves steps is in their conditions.
  void add_effects(WorkflowStep& action, const sheet::Rule& rule, bool calls_only) {
    bool warned = false;
    for (const auto& effect : rule.effects) {
      const bool tells = effect.kind == Effect::Kind::call || effect.kind == Effect::Kind::clock;
      if (!tells && (calls_only || warned || effect.kind != Effect::Kind::warn)) continue;
      warned = warned || !tells;
      action.commands.push_back({effect_text(effect, rule.reason, library_, settings_.language),
                                 tells ? "deliver-content" : "analyze-collected-data"});
    }
  }

  void add_rules(Chain& chain, const sheet::Step& step) {
    int number = 0;
    for (const auto& rule : sheet_.rules) {
      if (rule.item != step.id) continue;
      ++number;
      const bool of_option =
          std::any_of(step.options.begin(), step.options.end(),
                      [&](const sheet::Option& option) { return is_of_option(rule, option); });
      if (!of_option) add_rule(chain, step, rule, step.id + "#rule" + std::to_string(number));
    }
  }

  void add_rule(Chain& chain, const sheet::Step& step, const sheet::Rule& rule,
                const std::string& seed) {
    const auto condition = condition_of(test_of(sheet_, rule.when));
    auto action = action_of(seed, tell<sentences::rule_holds>(step.title));
    action.description = said(rule.reason);
    add_effects(action, rule, condition.empty());
    if (action.commands.empty()) return;
    if (condition.empty()) {
      for (auto& command : action.commands)
        command.text = said(tell<sentences::if_so>(command.text));
      chain.add(std::move(action));
      return;
    }
    const auto index =
        add_if(chain, seed + "?", tell<sentences::rule_holds>(step.title), condition);
    if (full() && step.kind == StepKind::rule && !holds_extension(step))
      playbook_.steps[index].extension = nodes_.at(step.id);
    auto branch = branch_of(std::move(action), seed);
    playbook_.steps[index].on_true = std::move(branch);
  }
  bool holds_extension(const sheet::Step& step) const {
    const auto* node = nodes_.at(step.id);
    return std::any_of(playbook_.steps.begin(), playbook_.steps.end(),
                       [&](const WorkflowStep& other) { return other.extension == node; });
  }

  // ------------------------------------------------------------------------------ links
  void add_link(Chain& chain, const sheet::Step& step, const sheet::Link& link) {
    const auto seed = step.id + "#open " + link.sheet;
    const auto index = add_if(chain, seed + "?", tell<sentences::open_sheet>(link.title),
                              variables_.opening(step, link) + ":value = 'yes'");
    auto open = step_of("playbook-action", seed, link.title);
    open.playbook_id = playbook_id(link.sheet, settings_);
    playbook_.other_playbooks = true;
    auto branch = branch_of(std::move(open), seed);
    playbook_.steps[index].on_true = std::move(branch);
  }

  Playbook& playbook_;
  const sheet::Sheet& sheet_;
  const sheet::Library& library_;
  const Settings& settings_;
  std::map<std::string_view, const YamlNode*> nodes_;
  Variables variables_;
  std::set<std::string, std::less<>> with_state_;
};

}  // namespace

void build_workflow(Playbook& playbook, const sheet::Sheet& sheet, const YamlNode& tree,
                    const sheet::Library& library, const Settings& settings) {
  Builder(playbook, sheet, tree, library, settings).build();
}

}  // namespace digue::cacao
