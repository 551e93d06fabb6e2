#include "incident/answer_value.h"

#include <algorithm>

#include "base/duration.h"
#include "base/text.h"
#include "base/time.h"
#include "incident/sentences.h"

namespace digue::incident {

using sheet::AnswerType;

static std::vector<std::string> offered_by(const sheet::Step& step) {
  if (!step.has_options()) return {"yes", "no", "unknown"};
  std::vector<std::string> values;
  for (const auto& option : step.options) values.push_back(option.value);
  return values;
}

static Outcome check_options(const sheet::Step& step, const std::string& value) {
  const auto offered = offered_by(step);
  const auto is_offered = [&](std::string_view one) {
    return std::find(offered.begin(), offered.end(), one) != offered.end();
  };
  const bool good = step.answer == AnswerType::several
                        ? std::ranges::all_of(split(value, ' '), is_offered)
                        : is_offered(value);
  if (good) return {};
  return fail<sentences::no_such_option>(Error::Kind::bad_input, value, step.id,
                                         join(offered, ", "));
}

static bool is_number(std::string_view text) {
  return text.size() <= 15 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

static bool is_moment(const std::string& text) {
  return parse_rfc3339(text).has_value() || parse_rfc3339(text + "T00:00:00Z").has_value();
}

static bool is_list(std::string_view text) {
  return std::ranges::none_of(split(text, ','),
                              [](std::string_view name) { return trimmed(name).empty(); });
}

Outcome check_answer(const sheet::Step& step, const std::string& value) {
  const std::string text(trimmed(value));
  const auto refuse_unless = [&](bool good, const Sentence& needed) -> Outcome {
    if (good || text == "unknown") return {};
    return fail<sentences::not_an_answer>(Error::Kind::bad_input, value, step.id,
                                          compose(needed, {}));
  };
  if (text.empty()) return fail<sentences::answer_missing>(Error::Kind::bad_input, step.id);
  if (step.has_options() || step.kind == sheet::StepKind::look) return check_options(step, value);
  if (sheet::is_list(step.answer)) return refuse_unless(is_list(text), sentences::needed_list);
  if (step.answer == AnswerType::number)
    return refuse_unless(is_number(text), sentences::needed_number);
  if (step.answer == AnswerType::moment)
    return refuse_unless(is_moment(text), sentences::needed_moment);
  if (step.answer == AnswerType::duration)
    return refuse_unless(minutes_in(text).has_value(), sentences::needed_duration);
  return {};
}

}  // namespace digue::incident
