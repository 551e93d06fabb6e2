#include "sheet/rule.h"

#include <algorithm>

#include "base/text.h"
#include "sheet/sentences.h"
#include "sheet/sheet.h"

namespace digue::sheet {

static bool contains(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// An answer may hold several values; "none" stands for no answer at all, "some" for one that names
// something.
static bool matches(const std::vector<std::string>& wanted, const std::string& answer) {
  if (answer.empty()) return contains(wanted, "none");
  const auto given = split(answer, ' ');
  const bool names_something = std::any_of(given.begin(), given.end(), [](std::string_view value) {
    return value != "no" && value != "unknown";
  });
  if (names_something && contains(wanted, "some")) return true;
  return std::any_of(given.begin(), given.end(),
                     [&](std::string_view value) { return contains(wanted, value); });
}

bool Condition::holds(const Facts& facts) const {
  const auto part_holds = [&](const Condition& part) { return part.holds(facts); };
  switch (kind) {
    case Kind::always:
      return true;
    case Kind::all:
      return std::all_of(parts.begin(), parts.end(), part_holds);
    case Kind::any:
      return std::any_of(parts.begin(), parts.end(), part_holds);
    case Kind::negation:
      return std::none_of(parts.begin(), parts.end(), part_holds);
    case Kind::answer:
      return matches(values, facts.answer(item));
    case Kind::state:
      return matches(values, facts.state(item));
    case Kind::evidence:
      return matches(values, facts.evidence(item));
    case Kind::accounts:
      return facts.compromised_accounts() >= at_least;
  }
  return false;
}

namespace {

// Gathers what the rules say of one step, then settles it.
class Verdict {
 public:
  explicit Verdict(const Step& step) : step_(step) {}

  void add(const Effect& effect, const Message& reason) {
    switch (effect.kind) {
      case Effect::Kind::hide:
        return hides_.push_back(reason);
      case Effect::Kind::show:
        return shows_.push_back(reason);
      case Effect::Kind::warn:
        return warnings_.push_back(reason);
      case Effect::Kind::raise:
      case Effect::Kind::lower:
        return moves_.push_back({effect.to, reason});
      case Effect::Kind::call:
      case Effect::Kind::clock:
        return;  // they act on the incident, not on a step
    }
  }

  Standing settle() {
    Standing out;
    out.warnings = std::move(warnings_);
    out.hidden = shows_.empty() && (step_.hidden || !hides_.empty());
    out.reasons = out.hidden ? std::move(hides_) : std::move(shows_);
    hide_locally(out);
    settle_priority(out);
    return out;
  }

 private:
  struct Move {
    Priority to;
    Message reason;
  };

  // What the organisation hides stays hidden, whatever the sheet says.
  void hide_locally(Standing& out) const {
    if (step_.local.hidden.english.empty()) return;
    out.hidden = true;
    out.reasons = {tell<sentences::hidden_by_us>(step_.local.hidden)};
  }

  void settle_priority(Standing& out) {
    out.priority = step_.priority;
    const auto first = std::min_element(moves_.begin(), moves_.end(),
                                        [](const Move& a, const Move& b) { return a.to < b.to; });
    if (first == moves_.end()) return;
    out.priority = first->to;
    out.reasons.push_back(first->reason);
  }

  const Step& step_;
  std::vector<Message> hides_, shows_, warnings_;
  std::vector<Move> moves_;
};

}  // namespace

Standing standing(const Sheet& sheet, const Step& step, const Facts& facts) {
  Verdict verdict(step);
  for (const auto& rule : sheet.rules)
    for (const auto& effect : rule.effects)
      if (contains(effect.steps, step.id) && rule.when.holds(facts))
        verdict.add(effect, rule.reason);
  return verdict.settle();
}

}  // namespace digue::sheet
