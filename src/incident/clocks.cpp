#include "incident/clocks.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "incident/kinds.h"
#include "incident/sentences.h"

namespace digue::incident {

namespace {

using sheet::TimeLimit;

constexpr std::array<std::string_view, 8> status_names = {
    "off", "not-due", "not-started", "proposed", "running", "overdue", "met", "not-required"};
constexpr std::array<const Sentence*, 8> status_labels = {
    &sentences::clock_off,      &sentences::clock_not_due,     &sentences::clock_not_started,
    &sentences::clock_proposed, &sentences::clock_running,     &sentences::clock_overdue,
    &sentences::clock_met,      &sentences::clock_not_required};
constexpr std::array<std::string_view, 5> alert_names = {"none", "half", "last-hours", "overdue",
                                                         "at-once"};
constexpr std::array<std::string_view, 3> concern_names = {"unknown", "yes", "no"};
// In the order of sheet::regulated_words.
constexpr std::array<const Sentence*, 8> regulated_labels = {&sentences::scope_oiv,
                                                             &sentences::scope_ose,
                                                             &sentences::scope_health,
                                                             &sentences::scope_finance,
                                                             &sentences::scope_administration,
                                                             &sentences::scope_classified,
                                                             &sentences::scope_nis2_essential,
                                                             &sentences::scope_nis2_important};

// The moment that a civil time of the zone names.  Where a change of hour makes it name none, or
// two, one that is at most that change away.
Instant moment_in(const CivilTime& local, const Zone& zone) {
  const auto as_utc = from_civil_utc(local);
  if (!as_utc) return Instant::unknown;
  const auto near = *as_utc - zone.offset_minutes(*as_utc) * minute_ms;
  return *as_utc - zone.offset_minutes(near) * minute_ms;
}

unsigned last_day_of(int year, unsigned month) {
  unsigned day = 31;
  while (day > 28 && !from_civil_utc({year, month, day, 0, 0, 0, 0})) --day;
  return day;
}

Instant months_after(Instant start, int months, const Zone& zone) {
  const auto from = zone.civil(start);
  const int month = static_cast<int>(from.month) - 1 + months;
  CivilTime end;
  end.year = from.year + month / 12;
  end.month = static_cast<unsigned>(month % 12) + 1;
  end.day = std::min(from.day, last_day_of(end.year, end.month));
  end.hour = 23, end.minute = 59, end.second = 59;
  return moment_in(end, zone);
}

std::string day_in(const Zone& zone, Instant instant) {
  return zone.rfc3339(instant).substr(0, 10);
}

}  // namespace

Instant due_at(const TimeLimit& limit, Instant start, const Zone& zone, int contract_hours) {
  if (!start.known()) return Instant::unknown;
  if (limit.kind == TimeLimit::Kind::hours) return start + limit.count * hour_ms;
  if (limit.kind == TimeLimit::Kind::months) return months_after(start, limit.count, zone);
  if (limit.kind == TimeLimit::Kind::contract && contract_hours > 0)
    return start + contract_hours * hour_ms;
  return Instant::unknown;
}

std::string_view clock_status_name(ClockStatus status) {
  return status_names[static_cast<std::size_t>(status)];
}
const Sentence& clock_status_label(ClockStatus status) {
  return *status_labels[static_cast<std::size_t>(status)];
}
std::string_view clock_alert_name(ClockAlert alert) {
  return alert_names[static_cast<std::size_t>(alert)];
}
std::string_view concern_name(Concern concern) {
  return concern_names[static_cast<std::size_t>(concern)];
}

namespace {

Message label_of(std::string_view regulated) {
  const auto& words = sheet::regulated_words;
  const auto found = std::find(words.begin(), words.end(), regulated);
  return compose(*regulated_labels[static_cast<std::size_t>(found - words.begin())], {});
}

Message joined(const std::vector<Message>& parts) {
  Message out;
  for (const auto& part : parts) {
    if (!out.french.empty()) out.french += ", ", out.english += ", ";
    out.french += part.french;
    out.english += part.english;
  }
  return out;
}

// Each thing that would make the clock concern the organisation, and whether it is so.
class Concerning {
 public:
  explicit Concerning(const organisation::Organisation* organisation) : who_(organisation) {}

  void look(const sheet::Scope& scope) {
    for (const auto& word : scope.regulated) add(label_of(word), is_regulated(word));
    if (scope.personal_data)
      add(tell<sentences::scope_personal_data>(),
          who_ == nullptr ? std::nullopt : who_->personal_data);
    if (scope.insured)
      add(tell<sentences::scope_insured>(), who_ == nullptr ? std::nullopt : who_->insured);
  }

  Concerned result() const {
    if (!yes_.empty()) return {Concern::yes, tell<sentences::for_us>(joined(yes_))};
    if (!unknown_.empty())
      return {Concern::unknown, tell<sentences::for_us_unknown>(joined(unknown_))};
    return {Concern::no, tell<sentences::not_for_us>(joined(no_))};
  }

 private:
  std::optional<bool> is_regulated(const std::string& word) const {
    if (who_ == nullptr || !who_->regulated_is_set) return std::nullopt;
    return std::find(who_->regulated.begin(), who_->regulated.end(), word) != who_->regulated.end();
  }

  void add(Message what, std::optional<bool> so) {
    auto& list = !so ? unknown_ : *so ? yes_ : no_;
    list.push_back(std::move(what));
  }

  const organisation::Organisation* who_;
  std::vector<Message> yes_, no_, unknown_;
};

}  // namespace

Concerned concerned(const sheet::Scope& scope, const organisation::Organisation* organisation) {
  if (scope.is_everyone()) return {Concern::yes, tell<sentences::for_everyone>()};
  Concerning concerning(organisation);
  concerning.look(scope);
  return concerning.result();
}

namespace {

// A moment, and the entry that tells it.
struct Fact {
  Instant at;
  std::optional<std::uint64_t> entry;
};

class Settling {
 public:
  Settling(const sheet::Clock& clock, const State& state,
           const organisation::Organisation* organisation, Instant now)
      : state_(state), organisation_(organisation), now_(now) {
    out_.clock = &clock;
    out_.concerned = concerned(clock.scope, organisation);
  }

  ClockState find(const std::vector<ProposedClock>& proposals) {
    read_history();
    for (const auto& proposal : proposals)
      if (proposal.clock == out_.clock->id) propose(proposal);
    propose_after();
    settle_start();
    settle_regime();
    settle_status();
    settle_alert();
    return std::move(out_);
  }

 private:
  void read_history() {
    const auto found = state_.clocks.find(out_.clock->id);
    if (found == state_.clocks.end()) return;
    for (const auto& act : found->second) {
      out_.history.push_back(&act);
      if (!act.reference.empty()) out_.reference = act.reference;
      // Whoever dates the fact, or declares, no longer holds that nothing is required.
      out_.waived = act.step == ClockStep::waive ? &act : nullptr;
      if (act.step == ClockStep::start) out_.started = &act;
      if (act.step == ClockStep::met && out_.met == nullptr) out_.met = &act;
    }
  }

  void count_from(const Fact& fact) {
    if (!fact.at.known() || (proposed_.at.known() && proposed_.at <= fact.at)) return;
    proposed_ = fact;
  }

  // The answer, or else what the evidence says, that made the rule hold.
  Fact fact_of(const std::string& item) const {
    Fact fact;
    for (auto at = state_.answers.lower_bound({item, ""});
         at != state_.answers.end() && at->first.item == item; ++at)
      if (!fact.at.known() || at->second.said.occurred < fact.at)
        fact = {at->second.said.occurred, at->second.said.entry};
    if (fact.at.known()) return fact;
    const auto taken = state_.evidence_answers.find(item);
    if (taken != state_.evidence_answers.end())
      return {taken->second.said.occurred, taken->second.said.entry};
    return opening();
  }

  Fact opening() const {
    for (const auto& line : state_.log)
      if (line.kind == kinds::opened) return {state_.opened, line.position};
    return {state_.opened, std::nullopt};
  }

  void propose(const ProposedClock& proposal) {
    out_.proposed_why.push_back(proposal.why);
    out_.items.push_back(proposal.item);
    count_from(out_.clock->from_opening ? opening() : fact_of(proposal.item));
  }

  // The clock that this one waits for is met.
  void propose_after() {
    const auto found = state_.clocks.find(out_.clock->after);
    if (out_.clock->after.empty() || found == state_.clocks.end()) return;
    for (const auto& act : found->second) {
      if (act.step != ClockStep::met) continue;
      out_.proposed_why.push_back(tell<sentences::after_clock>(out_.clock->after));
      return count_from({act.at, act.said.entry});
    }
  }

  void settle_start() {
    if (out_.started != nullptr)
      out_.start = out_.started->at, out_.fact = out_.started->fact;
    else
      out_.start = proposed_.at, out_.fact = proposed_.entry;
    if (!out_.fact) return;
    for (const auto& line : state_.log)
      if (line.position == *out_.fact) out_.fact_gone = line.corrected_by.has_value();
  }

  void settle_regime() {
    const auto day = day_in(state_.zone, out_.start.known() ? out_.start : now_);
    out_.regime = out_.clock->regime_on(day);
    if (out_.regime == nullptr || !out_.start.known()) return;
    const int contract = organisation_ == nullptr ? 0 : organisation_->insurance.declare_hours;
    auto& moments = out_.moments;
    moments.due = due_at(out_.regime->limit, out_.start, state_.zone, contract);
    if (!moments.due.known()) return;
    moments.half = out_.start + (moments.due - out_.start) / 2;
    // Of a short time limit, the half comes later and is enough.
    if (moments.due - last_hours_ms > moments.half)
      moments.last_hours = moments.due - last_hours_ms;
  }

  bool is_off() const {
    if (out_.regime == nullptr) return true;
    if (!out_.clock->off) return false;
    if (organisation_ == nullptr) return true;
    const auto& on = organisation_->clocks;
    return std::find(on.begin(), on.end(), out_.clock->id) == on.end();
  }

  bool is_past(Instant moment) const { return moment.known() && now_ >= moment; }

  void settle_status() {
    const auto& due = out_.moments.due;
    out_.late = out_.met != nullptr && due.known() && out_.met->at > due;
    if (out_.met != nullptr)
      out_.status = ClockStatus::met;
    else if (out_.waived != nullptr)
      out_.status = ClockStatus::not_required;
    else if (out_.started != nullptr)
      out_.status = due.known() && now_ > due ? ClockStatus::overdue : ClockStatus::running;
    else if (is_off())
      out_.status = ClockStatus::off;
    // What is known of the incident speaks louder than the settings: a person decides.
    else if (!out_.proposed_why.empty())
      out_.status = ClockStatus::proposed;
    else if (out_.concerned.value == Concern::no)
      out_.status = ClockStatus::not_due;
  }

  void settle_alert() {
    const bool runs = out_.status == ClockStatus::running || out_.status == ClockStatus::overdue;
    if (!runs && out_.status != ClockStatus::proposed) return;
    const auto& moments = out_.moments;
    if (moments.due.known() && now_ > moments.due)
      out_.alert = ClockAlert::overdue;
    else if (is_past(moments.last_hours))
      out_.alert = ClockAlert::last_hours;
    else if (is_past(moments.half))
      out_.alert = ClockAlert::half;
    else if (out_.regime != nullptr && out_.regime->limit.kind == TimeLimit::Kind::without_delay)
      out_.alert = ClockAlert::at_once;
  }

  const State& state_;
  const organisation::Organisation* organisation_;
  Instant now_;
  Fact proposed_;
  ClockState out_;
};

}  // namespace

std::vector<ClockState> clock_states(const sheet::Library& library, const State& state,
                                     const organisation::Organisation* organisation, Instant now) {
  const auto proposals = alerts_of(library, state).clocks;
  std::vector<ClockState> out;
  for (const auto& clock : library.clocks.clocks)
    out.push_back(Settling(clock, state, organisation, now).find(proposals));
  return out;
}

}  // namespace digue::incident
