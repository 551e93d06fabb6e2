#include "sheet/check.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "sheet/reading.h"
#include "sheet/sentences.h"

namespace digue::sheet {
namespace {

class Checker {
 public:
  Checker(Sheet& sheet, const std::vector<Reference>& references, NodeReader& nodes)
      : read_(sheet), sheet_(read_), nodes_(nodes), references_(references) {
    for (std::size_t i = 0; i < sheet_.steps.size(); ++i) steps_.emplace(sheet_.steps[i].id, i);
    for (const auto& carrier : sheet_.carriers) items_.insert(carrier.item);
  }

  void check() {
    if (sheet_.steps.size() > max_steps) {
      nodes_.error<sentences::too_many>(Place{1, 1}, sheet_.steps.size(), max_steps);
      return;
    }
    check_duplicates();
    for (const auto& reference : references_) check_reference(reference);
    for (const auto& step : sheet_.steps) check_step(step);
    check_cycles();
  }

 private:
  // An item is carried once by the words of the sheet, and may be by a feature besides.
  void check_duplicates() {
    std::map<std::pair<std::string_view, bool>, int> first_line;
    for (const auto& carrier : sheet_.carriers) {
      const std::pair key{std::string_view(carrier.item), carrier.bearer == Bearer::feature};
      const auto [seen, is_new] = first_line.emplace(key, carrier.place.line);
      if (!is_new) nodes_.error<sentences::duplicate_id>(carrier.place, carrier.item, seen->second);
    }
  }

  void check_reference(const Reference& reference) {
    using Kind = Reference::Kind;
    if (reference.id.empty()) return;
    if (reference.kind == Kind::theme && sheet_.theme(reference.id) == nullptr)
      nodes_.error<sentences::dead_theme>(reference.place, reference.id);
    if (reference.kind == Kind::item) check_item(reference);
    if (reference.kind != Kind::step && reference.kind != Kind::answer) return;
    const auto* step = find(reference.id);
    if (step == nullptr)
      nodes_.error<sentences::dead_step>(reference.place, reference.id);
    else if (reference.kind == Kind::answer)
      check_values(reference, *step);
  }

  // The analysis speaks to items of all the sheets; those of others are checked among them all.
  void check_item(const Reference& reference) {
    if (items_.contains(reference.id)) return;
    if (reference.id.starts_with(sheet_.id + "/"))
      nodes_.error<sentences::dead_item>(reference.place, reference.id);
    else
      read_.foreign_items.push_back({reference.id, reference.place});
  }

  void check_values(const Reference& reference, const Step& step) {
    if (step.answer == AnswerType::none) {
      nodes_.error<sentences::no_answer>(reference.place, step.id);
      return;
    }
    const auto offered = values_of(step);
    for (const auto& value : reference.values) check_value(value, step, offered, reference.place);
  }

  void check_value(const std::string& value, const Step& step,
                   const std::vector<std::string>& offered, Place place) {
    if (std::find(offered.begin(), offered.end(), value) == offered.end())
      nodes_.error<sentences::dead_value>(place, value, step.id, join(offered, ", "));
  }

  static std::vector<std::string> options_of(const Step& step) {
    std::vector<std::string> values;
    for (const auto& option : step.options) values.push_back(option.value);
    return values;
  }

  // What a condition may ask of an answer.
  static std::vector<std::string> values_of(const Step& step) {
    auto values = options_of(step);
    if (is_list(step.answer)) values = {"no", "unknown"};
    if (step.answer != AnswerType::choice) values.emplace_back("some");
    values.emplace_back("none");
    return values;
  }

  void check_step(const Step& step) {
    if (!step.id.empty() && !step.id.starts_with(sheet_.id + "/"))
      nodes_.error<sentences::foreign_id>(step.place, step.id, sheet_.id);
    if (step.destructive && step.preservation.empty())
      nodes_.error<sentences::no_preservation>(step.place, step.id);
    if (step.destructive && step.undo.french.empty())
      nodes_.error<sentences::no_undo>(step.place, step.id);
    for (const auto& proposal : step.proposals)
      if (!proposal.value.empty())
        check_value(proposal.value, step, options_of(step), proposal.place);
    if (!takes_options(step.answer)) return;
    if (step.options.size() < 2) nodes_.error<sentences::one_option>(step.place, step.id);
    const bool unknown =
        std::any_of(step.options.begin(), step.options.end(),
                    [](const Option& option) { return option.value == "unknown"; });
    if (!unknown && step.kind != StepKind::alternative)
      nodes_.error<sentences::no_unknown>(step.place, step.id);
  }

  const Step* find(const std::string& id) const {
    const auto found = steps_.find(id);
    return found == steps_.end() ? nullptr : &sheet_.steps[found->second];
  }

  // Depth first; a step met again while it is still open closes a circle.  At most max_steps deep.
  void check_cycles() {
    for (const auto& step : sheet_.steps)
      if (!walked_.contains(step.id) && !walk(step)) return;
  }

  bool walk(const Step& step) {
    if (const auto open = std::find(open_.begin(), open_.end(), step.id); open != open_.end()) {
      std::vector<std::string> circle(open, open_.end());
      circle.push_back(step.id);
      nodes_.error<sentences::prerequisite_cycle>(step.place, join(circle, " → "));
      return false;
    }
    if (!walked_.insert(step.id).second) return true;
    open_.push_back(step.id);
    for (const auto& id : step.prerequisites)
      if (const auto* next = find(id); next != nullptr && !walk(*next)) return false;
    open_.pop_back();
    return true;
  }

  Sheet& read_;
  const Sheet& sheet_;
  NodeReader& nodes_;
  const std::vector<Reference>& references_;
  std::map<std::string, std::size_t> steps_;
  std::set<std::string_view> items_;
  std::set<std::string_view> walked_;
  std::vector<std::string> open_;
};

}  // namespace

void check_inward(Sheet& sheet, const std::vector<Reference>& references, NodeReader& nodes) {
  Checker(sheet, references, nodes).check();
}

namespace {

class OutwardChecker {
 public:
  OutwardChecker(const Sheet& sheet, const Surroundings& around) : sheet_(sheet), around_(around) {}

  std::vector<Problem> check() {
    for (const auto& step : sheet_.steps)
      for (const auto& link : step.links) check_link(link, step);
    for (const auto& rule : sheet_.rules)
      for (const auto& effect : rule.effects) check_effect(effect);
    check_items();
    return std::move(problems_);
  }

 private:
  static bool holds(std::span<const std::string> ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  void add(Place place, Message message) {
    problems_.push_back({Problem::Level::error, sheet_.file, place, std::move(message)});
  }

  // Sheets may lead to each other in a circle: a person follows a link, or does not.
  void check_link(const Link& link, const Step& step) {
    if (!link.sheet.empty() && !holds(around_.sheets, link.sheet))
      add(link.place.line == 0 ? step.place : link.place,
          tell<sentences::unknown_sheet>(link.sheet));
  }

  void check_effect(const Effect& effect) {
    const auto listed = [](std::span<const std::string> ids) {
      return join({ids.begin(), ids.end()}, ", ");
    };
    if (!effect.contact.empty() && !holds(around_.contacts, effect.contact))
      add(effect.place, tell<sentences::unknown_contact>(effect.contact, listed(around_.contacts)));
    if (!effect.clock.empty() && !holds(around_.clocks, effect.clock))
      add(effect.place, tell<sentences::unknown_clock>(effect.clock, listed(around_.clocks)));
  }

  void check_items() {
    std::set<std::string_view> known;
    bool of_this_sheet = false;
    for (const auto& requirement : around_.requirements) {
      known.insert(requirement.id);
      of_this_sheet = of_this_sheet || requirement.id.starts_with(sheet_.id + "/");
    }
    for (const auto& mention : sheet_.foreign_items)
      if (!known.contains(mention.item) && !holds(around_.items, mention.item))
        add(mention.place, tell<sentences::unknown_evidence>(mention.item));
    if (!of_this_sheet) return;
    const auto ours = sheet_.id + "/own.";  // what the source does not ask for
    for (const auto& carrier : sheet_.carriers)
      if (!known.contains(carrier.item) && !carrier.item.starts_with(ours))
        add(carrier.place, tell<sentences::unknown_item>(carrier.item));
  }

  const Sheet& sheet_;
  const Surroundings& around_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> check_outward(const Sheet& sheet, const Surroundings& around) {
  return OutwardChecker(sheet, around).check();
}

}  // namespace digue::sheet
