#include "incident/qualification.h"

#include <algorithm>
#include <set>

#include "base/duration.h"
#include "base/text.h"
#include "incident/facts.h"

namespace digue::incident {

namespace {

using finding::Value;
using sheet::Condition;

// What every sheet of the library knows, each step asked of its own sheet.
class LibraryFacts final : public sheet::Facts {
 public:
  LibraryFacts(const sheet::Library& library, const State& state)
      : library_(library), state_(state) {}

  std::string answer(std::string_view step) const override {
    auto said = facts_of(step).answer(step);
    if (!said.empty() && said != "unknown") return said;
    const auto evidence = this->evidence(step);
    return evidence == "yes" || evidence == "no" ? evidence : said;
  }
  std::string state(std::string_view step) const override { return facts_of(step).state(step); }
  std::string evidence(std::string_view item) const override {
    return facts_of(item).evidence(item);
  }
  int compromised_accounts() const override {
    return static_cast<int>(state_.compromised_accounts());
  }

  bool has(std::string_view step) const {
    const auto* sheet = sheet_of(step);
    return sheet != nullptr && sheet->step(step) != nullptr;
  }
  bool takes_names(std::string_view step) const {
    const auto* sheet = sheet_of(step);
    const auto* found = sheet == nullptr ? nullptr : sheet->step(step);
    return found != nullptr && sheet::is_list(found->answer);
  }
  // Did a person answer it, if only that they don't know?  In the round under way, if there is one:
  // a new round asks again.
  bool is_answered(std::string_view step) const {
    const auto* round = state_.open_round();
    const auto [first, last] = answers_to(step);
    return std::any_of(first, last, [&](const auto& answer) {
      return round == nullptr || answer.second.said.entry > round->said.entry;
    });
  }

  // The answer as it was given; of several accounts, one after the other.
  std::string words(std::string_view step) const {
    std::vector<std::string> out;
    const auto [first, last] = answers_to(step);
    for (auto at = first; at != last; ++at) out.push_back(at->second.value);
    return join(out, " ; ");
  }

  Ground ground(const Condition& leaf) const {
    Ground out;
    out.item = leaf.item;
    if (leaf.kind == Condition::Kind::accounts) {
      out.value = std::to_string(state_.compromised_accounts());
      return out;
    }
    if (leaf.kind == Condition::Kind::state) {
      out.value = state(leaf.item);
      return out;
    }
    const bool asks_people = leaf.kind == Condition::Kind::answer;
    const auto said = asks_people ? facts_of(leaf.item).answer(leaf.item) : std::string();
    out.value = asks_people ? answer(leaf.item) : evidence(leaf.item);
    out.by_evidence = said != out.value;
    if (out.by_evidence) {
      add_findings(out);
    } else {
      out.value = words(leaf.item);
      out.said = last_said(leaf.item);
    }
    return out;
  }

 private:
  const sheet::Sheet* sheet_of(std::string_view step) const {
    return library_.find(step.substr(0, step.find('/')));
  }
  StateFacts facts_of(std::string_view step) const {
    static const sheet::Sheet none;
    const auto* sheet = sheet_of(step);
    return {sheet == nullptr ? none : *sheet, state_, ""};
  }
  void add_findings(Ground& ground) const {
    const auto taken = state_.evidence_answers.find(ground.item);
    if (taken == state_.evidence_answers.end()) return;
    ground.findings = taken->second.answer.because;
    ground.said = taken->second.said;
  }
  Said last_said(std::string_view step) const {
    Said out;
    const auto [first, last] = answers_to(step);
    for (auto at = first; at != last; ++at)
      if (out.author.empty() || at->second.said.entry > out.entry) out = at->second.said;
    return out;
  }
  // Of the whole incident, then of each account.
  auto answers_to(std::string_view step) const
      -> std::pair<std::map<Target, Answer>::const_iterator,
                   std::map<Target, Answer>::const_iterator> {
    const auto first = state_.answers.lower_bound({std::string(step), ""});
    const auto last = std::find_if(first, state_.answers.end(),
                                   [&](const auto& answer) { return answer.first.item != step; });
    return {first, last};
  }

  const sheet::Library& library_;
  const State& state_;
};

// The facts that make a condition hold: of a negation, there is nothing to show.
void gather(const Condition& condition, const LibraryFacts& facts, std::vector<Ground>& out) {
  using Kind = Condition::Kind;
  if (condition.kind == Kind::always || condition.kind == Kind::negation) return;
  if (condition.kind != Kind::all && condition.kind != Kind::any)
    return out.push_back(facts.ground(condition));
  for (const auto& part : condition.parts)
    if (part.holds(facts)) gather(part, facts, out);
}

// How many things an answer names: names apart by commas, or options apart by spaces.
int names_in(std::string_view answer, bool by_commas) {
  static const std::set<std::string> nothing = {"", "unknown", "none", "no"};
  std::string text(answer);
  std::replace(text.begin(), text.end(), ';', ',');
  if (!by_commas) std::replace(text.begin(), text.end(), ' ', ',');
  std::set<std::string> names;
  for (const auto name : split(text, ',')) names.insert(folded(trimmed(name)));
  return static_cast<int>(std::count_if(
      names.begin(), names.end(), [](const std::string& name) { return !nothing.contains(name); }));
}

Value compared(const sheet::Threshold& threshold, int setting, const LibraryFacts& facts) {
  const auto answer = facts.words(threshold.step);
  if (threshold.kind == sheet::Threshold::Kind::hours) {
    const auto minutes = minutes_in(answer);
    if (!minutes) return Value::unknown;
    return *minutes < setting * 60 ? Value::yes : Value::no;
  }
  if (names_in(answer, facts.takes_names(threshold.step)) >= setting) return Value::yes;
  // There may be others, unless whoever answered is sure.
  const bool unsure = contains_ignoring_case(answer, "unknown");
  return answer.empty() || unsure ? Value::unknown : Value::no;
}

Condition answered(const std::string& step) {
  return {Condition::Kind::answer, {}, step, {}, 0};
}

class InputReading {
 public:
  InputReading(const sheet::SeverityTable& table, const sheet::SeverityInput& input,
               const LibraryFacts& facts, const std::string& sheet)
      : table_(table), input_(input), facts_(facts), sheet_(sheet) {}

  InputState read() {
    const bool yes = gather_yes(), no = gather_no();
    InputState out;
    out.contradicted = yes && no;
    if (yes || no) out.value = yes ? Value::yes : Value::no;
    out.grounds = yes ? std::move(yes_) : std::move(no_);
    out.asked = std::any_of(input_.ask.begin(), input_.ask.end(),
                            [&](const auto& step) { return facts_.is_answered(step); });
    out.ask = step_to_ask();
    return out;
  }

 private:
  bool gather_yes() { return gather_side(input_.yes, Value::yes, yes_); }
  bool gather_no() { return gather_side(input_.no, Value::no, no_); }

  bool gather_side(const Condition& condition, Value side, std::vector<Ground>& grounds) {
    bool holds = condition.holds(facts_);
    if (holds) gather(condition, facts_, grounds);
    for (const auto& threshold : input_.thresholds) {
      if (compared(threshold, table_.settings[threshold.setting].value, facts_) != side) continue;
      grounds.push_back(facts_.ground(answered(threshold.step)));
      holds = true;
    }
    return holds;
  }

  // Of the incident's own sheet if it has one, not answered yet if there is one; else the first.
  std::string step_to_ask() const {
    std::string best;
    int best_worth = -1;
    for (const auto& step : input_.ask) {
      if (!facts_.has(step)) continue;
      const int worth = 2 * static_cast<int>(step.starts_with(sheet_ + "/")) +
                        static_cast<int>(!facts_.is_answered(step));
      if (worth > best_worth) best = step;
      best_worth = std::max(best_worth, worth);
    }
    return best;
  }

  const sheet::SeverityTable& table_;
  const sheet::SeverityInput& input_;
  const LibraryFacts& facts_;
  const std::string& sheet_;
  std::vector<Ground> yes_, no_;
};

std::optional<OpenInput> next_of(const Qualification& qualification) {
  const OpenInput* best = nullptr;
  for (const auto& open : qualification.severity.open) {
    if (open.changes == 0) continue;
    if (!qualification.inputs[open.input].asked) return open;
    if (best == nullptr) best = &open;
  }
  return best == nullptr ? std::nullopt : std::optional(*best);
}

// The last word of a person: a decision, or a degree given as the conclusion of a sheet.
std::optional<SeverityDecision> last_decision(const sheet::SeverityTable& table,
                                              const State& state) {
  std::optional<SeverityDecision> last;
  if (!state.severity.empty()) last = state.severity.back();
  for (const auto& step : table.conclusions) {
    const auto found = state.answers.find({step, ""});
    if (found == state.answers.end()) continue;
    const auto& answer = found->second;
    const auto rank = table.degrees.rank_named(answer.value);
    if (rank && (!last || answer.said.entry > last->said.entry))
      last = SeverityDecision{
          answer.value, answer.said.author, answer.why, table.degrees.levels[*rank].title, "",
          {},           answer.round,       answer.said};
  }
  // Of a table that had other degrees: it says nothing in this one.
  return last && table.degrees.rank_named(last->degree) ? last : std::nullopt;
}

void decide(Qualification& out, const sheet::SeverityTable& table, const State& state) {
  out.degree = out.severity.working;
  out.decision = last_decision(table, state);
  if (!out.decision) return;
  out.degree = *table.degrees.rank_named(out.decision->degree);
  const auto now = view_of(table, out);
  const auto& then = out.decision->view;
  out.overtaken = !then.inputs.empty() && (now.floor != then.floor || now.ceiling != then.ceiling);
}

}  // namespace

Qualification qualify(const sheet::Library& library, const State& state) {
  const auto& table = library.severity;
  const LibraryFacts facts(library, state);
  Qualification out;
  std::vector<Value> known;
  for (const auto& input : table.inputs) {
    out.inputs.push_back(InputReading(table, input, facts, state.sheet).read());
    known.push_back(out.inputs.back().value);
  }
  out.severity = assess(table, known);
  out.next = next_of(out);
  decide(out, table, state);
  return out;
}

std::string step_to_say(const sheet::Library& library, const sheet::SeverityInput& input,
                        Value value, const std::string& followed) {
  const auto& condition = value == Value::yes ? input.yes : input.no;
  const std::vector<Condition> alone = {condition};
  std::string first;
  for (const auto& part : condition.kind == Condition::Kind::any ? condition.parts : alone) {
    const auto wanted = value_name(value);
    if (part.kind != Condition::Kind::answer || part.values.size() != 1 || part.values[0] != wanted)
      continue;
    const auto* sheet = library.find(part.item.substr(0, part.item.find('/')));
    if (sheet == nullptr || sheet->step(part.item) == nullptr) continue;
    if (sheet->id == followed) return part.item;
    if (first.empty()) first = part.item;
  }
  return first;
}

SeverityView view_of(const sheet::SeverityTable& table, const Qualification& qualification) {
  const auto degree = [&](std::size_t rank) { return table.degrees.levels[rank].id; };
  const auto& severity = qualification.severity;
  SeverityView view{table.version,
                    degree(severity.degree.floor),
                    degree(severity.degree.ceiling),
                    degree(severity.working),
                    {},
                    {}};
  for (std::size_t i = 0; i < table.inputs.size(); ++i)
    view.inputs[table.inputs[i].id] = value_name(qualification.inputs[i].value);
  for (const auto& setting : table.settings)
    view.settings[setting.id] = static_cast<std::uint64_t>(setting.value);
  return view;
}

static std::vector<InputChange> changes_between(const SeverityView& before,
                                                const SeverityView& after) {
  std::vector<InputChange> out;
  for (const auto& [input, value] : after.inputs) {
    const auto found = before.inputs.find(input);
    const std::string then = found == before.inputs.end() ? "unknown" : found->second;
    if (then != value) out.push_back({input, then, value});
  }
  return out;
}

std::vector<std::vector<InputChange>> round_changes(const State& state, const SeverityView& now) {
  std::vector<std::vector<InputChange>> out;
  SeverityView before;
  for (const auto& round : state.rounds) {
    const auto& view = &round == state.open_round() ? now : round.view;
    out.push_back(changes_between(before, view));
    if (!view.inputs.empty()) before = view;
  }
  return out;
}

}  // namespace digue::incident
