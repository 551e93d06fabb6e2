#include "sheet/sheet.h"

#include <algorithm>

#include "sheet/names.h"

namespace digue::sheet {

std::string_view priority_name(Priority priority) {
  return priority_names.of(priority);
}

std::optional<Priority> priority_named(std::string_view name) {
  return priority_names.named(name);
}

std::string_view kind_name(StepKind kind) {
  return kind_names.of(kind);
}

std::string_view answer_type_name(AnswerType type) {
  return answer_type_names.of(type);
}

bool is_list(AnswerType type) {
  return type == AnswerType::accounts || type == AnswerType::hosts || type == AnswerType::zones ||
         type == AnswerType::activities;
}

bool takes_options(AnswerType type) {
  return type == AnswerType::choice || type == AnswerType::several;
}

std::string_view sheet_kind_name(SheetKind kind) {
  return sheet_kind_names.of(kind);
}

std::string_view bearer_name(Bearer bearer) {
  return bearer_names.of(bearer);
}

std::string_view effect_name(Effect::Kind kind) {
  return effect_names.of(kind);
}

template <class Part>
static const Part* find(const std::vector<Part>& parts, std::string_view id) {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.id == id; });
  return found == parts.end() ? nullptr : &*found;
}

const Step* Sheet::step(std::string_view step_id) const {
  return find(steps, step_id);
}

const Action* Sheet::action(std::string_view action_id) const {
  return find(actions, action_id);
}

const Measure* Sheet::measure(std::string_view measure_id) const {
  return find(measures, measure_id);
}

const Theme* Sheet::theme(std::string_view theme_id) const {
  return find(themes, theme_id);
}

}  // namespace digue::sheet
