#include "incident/follow_up.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "incident/facts.h"
#include "incident/sentences.h"

namespace digue::incident {

std::string_view effectiveness_name(Effectiveness value) {
  static constexpr std::array<std::string_view, 3> names = {"unknown", "proven", "refuted"};
  return names[static_cast<std::size_t>(value)];
}

bool is_asked_again(const sheet::Step& step, const State& state, const Target& target) {
  const auto* round = state.open_round();
  const auto answer = state.answers.find(target);
  return step.conclusion && round != nullptr && answer != state.answers.end() &&
         answer->second.said.entry < round->said.entry;
}

namespace {

// In place, whole or in part; nothing when it is not, or no longer.
const Action* action_in_place(const State& state, const Target& target) {
  const auto found = state.actions.find(target);
  if (found == state.actions.end()) return nullptr;
  const auto now = found->second.state;
  return now == ActionState::done || now == ActionState::partial ? &found->second : nullptr;
}

std::vector<std::string> accounts_of(const sheet::Step& step, const State& state) {
  std::vector<std::string> accounts{""};
  if (!step.per_account) return accounts;
  // A cleared account may still be blocked: those that leave the perimeter are looked at too.
  for (const auto& [name, member] : state.accounts) accounts.push_back(name);
  return accounts;
}

bool holds(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool is_log_of_acts(event::Family family) {
  return family == event::Family::sign_ins || family == event::Family::audit_log;
}

// How far the exports go that the answer to an item rests on: the families of the findings that
// spoke to it; when there are none, the logs of what accounts do (sign-ins and the audit log), each
// that was given; when neither was, every family with dates.  A family with few rows (changes of
// the directory) says little by its last row of where its export ends.
class Coverage {
 public:
  explicit Coverage(const State& state) : state_(state) {}

  // Until when all of them go, without a hole since `from`; unknown when one stops before.
  Instant until(const std::string& item, Instant from) const {
    const auto wanted = families_of(item);
    std::map<event::Family, Instant> ends;
    for (const auto& source : state_.sources) {
      if (!source.last.known() || !wanted.contains(source.family)) continue;
      auto& end = ends.try_emplace(source.family, Instant::unknown).first->second;
      if (reaches_past(source, from) && (!end.known() || end < source.last)) end = source.last;
    }
    if (ends.empty()) return Instant::unknown;
    Instant until = ends.begin()->second;
    for (const auto& [family, end] : ends) {
      if (!end.known()) return Instant::unknown;
      until = std::min(until, end);
    }
    return until;
  }

 private:
  std::set<event::Family> families_of(const std::string& item) const {
    std::set<event::Family> families;
    for (const auto& [id, taken] : state_.findings)
      if (holds(taken.finding.items, item))
        for (const auto& row : taken.finding.evidence)
          if (row.place.source < state_.sources.size())
            families.insert(state_.sources[row.place.source].family);
    return families.empty() ? families_given() : families;
  }

  std::set<event::Family> families_given() const {
    std::set<event::Family> all, logs;
    for (const auto& source : state_.sources) {
      if (!source.last.known()) continue;
      all.insert(source.family);
      if (is_log_of_acts(source.family)) logs.insert(source.family);
    }
    return logs.empty() ? all : logs;
  }

  static bool reaches_past(const finding::Source& source, Instant from) {
    return source.last - from >= shortest_proof_ms &&
           std::none_of(source.gaps.begin(), source.gaps.end(), [&](const finding::Gap& gap) {
             return gap.from <= from && gap.to >= source.last;
           });
  }

  const State& state_;
};

class Following {
 public:
  Following(const sheet::Sheet& sheet, const State& state, Instant now)
      : sheet_(sheet), state_(state), now_(now) {}

  FollowUp follow() {
    for (const auto& step : sheet_.steps) {
      if (!step.temporary && !step.proof && !step.conclusion && step.proposals.empty()) continue;
      for (const auto& account : accounts_of(step, state_)) {
        if (step.temporary) add_temporary(step, account);
        if (step.proof) add_proof(step, account);
        if (step.conclusion || !step.proposals.empty()) add_conclusion(step, account);
      }
    }
    std::stable_sort(
        out_.temporary.begin(), out_.temporary.end(),
        [](const TemporaryMeasure& a, const TemporaryMeasure& b) { return a.review < b.review; });
    return std::move(out_);
  }

 private:
  // Lifted once that is done, or has no object any more; and after the measure was taken.
  bool is_lifted(const sheet::Step& lifting, const std::string& account, const Said& since) const {
    const auto found =
        state_.actions.find({lifting.id, lifting.per_account ? account : std::string()});
    if (found == state_.actions.end() || found->second.said.entry < since.entry) return false;
    return found->second.state == ActionState::done ||
           found->second.state == ActionState::not_applicable;
  }

  void add_temporary(const sheet::Step& step, const std::string& account) {
    const auto* action = action_in_place(state_, {step.id, account});
    const auto* lifting = sheet_.step(step.temporary->lifted_by);
    if (action == nullptr || lifting == nullptr || is_lifted(*lifting, account, action->said))
      return;
    TemporaryMeasure measure{&step, account, action->said, action->due, false, lifting};
    if (!measure.review.known())
      measure.review = action->said.occurred + step.temporary->review_hours * hour_ms;
    measure.due = now_ >= measure.review;
    out_.temporary.push_back(std::move(measure));
  }

  void add_proof(const sheet::Step& step, const std::string& account) {
    const auto* action = action_in_place(state_, {step.id, account});
    if (action == nullptr) return;
    EffectProof proof{&step, account, action->said, Effectiveness::unknown, {}, {}};
    const auto answer = StateFacts(sheet_, state_, account).evidence(step.proof->evidence);
    if (answer == "yes")
      refute(proof);
    else if (answer == "no")
      prove(proof);
    else
      proof.why = answer.empty() ? tell<sentences::proof_not_examined>()
                                 : tell<sentences::proof_undecided>();
    out_.proofs.push_back(std::move(proof));
  }

  std::string shown(Instant instant) const { return state_.zone.show(instant); }

  static bool is_of_after(const finding::Finding& finding, const EffectProof& proof) {
    const auto last = finding.time_end.known() ? finding.time_end : finding.time;
    const bool mine =
        proof.account.empty() || finding.accounts.empty() || holds(finding.accounts, proof.account);
    return mine && last.known() && !finding.time_is_local && last > proof.said.occurred;
  }

  // The "no" may look from a later moment than this one: a grave finding in between contradicts it.
  std::vector<std::string> grave_since(const EffectProof& proof) const {
    std::vector<std::string> ids;
    for (const auto& [id, taken] : state_.findings)
      if (taken.finding.severity >= finding::Severity::high && is_of_after(taken.finding, proof))
        ids.push_back(id);
    return ids;
  }

  void refute(EffectProof& proof) const {
    const auto done = proof.said.occurred;
    const auto& answer = state_.evidence_answers.at(proof.step->proof->evidence).answer;
    for (const auto& id : answer.because) {
      const auto taken = state_.findings.find(id);
      if (taken != state_.findings.end() && is_of_after(taken->second.finding, proof))
        proof.findings.push_back(id);
    }
    if (proof.findings.empty()) {
      proof.why = tell<sentences::proof_of_before>(shown(done));
      return;
    }
    proof.value = Effectiveness::refuted;
    proof.why = tell<sentences::proof_refuted>(proof.findings.size(), shown(done));
  }

  void prove(EffectProof& proof) const {
    const auto done = proof.said.occurred;
    const auto until = Coverage(state_).until(proof.step->proof->evidence, done);
    if (!until.known()) {
      proof.why = tell<sentences::proof_too_early>(shown(done));
      return;
    }
    if (proof.findings = grave_since(proof); !proof.findings.empty()) {
      proof.why = tell<sentences::proof_doubted>(proof.findings.size(), shown(done));
      return;
    }
    proof.value = Effectiveness::proven;
    proof.why = tell<sentences::proof_proven>(shown(until));
  }

  void add_conclusion(const sheet::Step& step, const std::string& account) {
    const Target target{step.id, account};
    // Of a step that is per account, the perimeter; nobody in particular while it is empty.
    const auto perimeter = state_.accounts_in_perimeter();
    const bool mine =
        account.empty() ? !step.per_account || perimeter.empty() : holds(perimeter, account);
    if (!mine) return;
    Conclusion conclusion{&step, account, {}, {}, false, {}};
    const StateFacts facts(sheet_, state_, account);
    const auto proposal =
        std::find_if(step.proposals.begin(), step.proposals.end(),
                     [&](const sheet::Proposal& one) { return one.when.holds(facts); });
    if (proposal != step.proposals.end()) {
      conclusion.proposed = proposal->value;
      conclusion.reason = proposal->reason;
    }
    if (const auto history = state_.answer_history.find(target);
        history != state_.answer_history.end())
      conclusion.history = history->second;
    conclusion.owed = !state_.answers.contains(target) || is_asked_again(step, state_, target);
    out_.conclusions.push_back(std::move(conclusion));
  }

  const sheet::Sheet& sheet_;
  const State& state_;
  Instant now_;
  FollowUp out_;
};

}  // namespace

FollowUp follow_up(const sheet::Sheet& sheet, const State& state, Instant now) {
  return Following(sheet, state, now).follow();
}

}  // namespace digue::incident
