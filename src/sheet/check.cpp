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
  explicit Checker(SheetReader& reader)
      : sheet_(reader.sheet()), nodes_(reader.nodes()), references_(reader.references()) {
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
    if (reference.kind == Kind::item && !items_.contains(reference.id))
      nodes_.error<sentences::dead_item>(reference.place, reference.id);
    if (reference.kind != Kind::step && reference.kind != Kind::answer) return;
    const auto* step = find(reference.id);
    if (step == nullptr)
      nodes_.error<sentences::dead_step>(reference.place, reference.id);
    else if (reference.kind == Kind::answer)
      check_values(reference, *step);
  }

  void check_values(const Reference& reference, const Step& step) {
    if (step.options.empty()) {
      nodes_.error<sentences::no_answer>(reference.place, step.id);
      return;
    }
    std::vector<std::string> offered;
    for (const auto& option : step.options) offered.push_back(option.value);
    offered.emplace_back("none");
    for (const auto& value : reference.values)
      if (std::find(offered.begin(), offered.end(), value) == offered.end())
        nodes_.error<sentences::dead_value>(reference.place, value, step.id, join(offered, ", "));
  }

  void check_step(const Step& step) {
    if (!step.id.empty() && !step.id.starts_with(sheet_.id + "/"))
      nodes_.error<sentences::foreign_id>(step.place, step.id, sheet_.id);
    if (step.destructive && step.preservation.empty())
      nodes_.error<sentences::no_preservation>(step.place, step.id);
    if (step.destructive && step.undo.french.empty())
      nodes_.error<sentences::no_undo>(step.place, step.id);
    const bool choice = step.answer == AnswerType::choice || step.answer == AnswerType::several;
    if (!choice) return;
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

  const Sheet& sheet_;
  NodeReader& nodes_;
  const std::vector<Reference>& references_;
  std::map<std::string, std::size_t> steps_;
  std::set<std::string_view> items_;
  std::set<std::string_view> walked_;
  std::vector<std::string> open_;
};

}  // namespace

void check_inward(SheetReader& reader) {
  Checker(reader).check();
}

static void check_links(const Sheet& sheet, std::span<const std::string> sheets,
                        std::vector<Problem>& problems) {
  for (const auto& step : sheet.steps)
    for (const auto& link : step.links)
      if (!link.sheet.empty() &&
          std::find(sheets.begin(), sheets.end(), link.sheet) == sheets.end())
        problems.push_back({Problem::Level::error, sheet.file, step.place,
                            tell<sentences::unknown_sheet>(link.sheet)});
}

std::vector<Problem> check_outward(const Sheet& sheet, std::span<const Requirement> requirements,
                                   std::span<const std::string> sheets) {
  std::vector<Problem> problems;
  check_links(sheet, sheets, problems);
  std::set<std::string_view> known;
  bool of_this_sheet = false;
  for (const auto& requirement : requirements) {
    known.insert(requirement.id);
    of_this_sheet = of_this_sheet || requirement.id.starts_with(sheet.id + "/");
  }
  if (!of_this_sheet) return problems;
  for (const auto& carrier : sheet.carriers)
    if (!known.contains(carrier.item))
      problems.push_back({Problem::Level::error, sheet.file, carrier.place,
                          tell<sentences::unknown_item>(carrier.item)});
  return problems;
}

}  // namespace digue::sheet
