#include "incident/fold.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "incident/acts.h"
#include "incident/body.h"
#include "incident/finding_json.h"
#include "incident/kept_organisation.h"
#include "incident/kinds.h"
#include "incident/log_line.h"

namespace digue::incident {

namespace {

using logbook::Entry;

// Applies entries one by one; each kind has its own function, found by name.
class Folding {
 public:
  explicit Folding(State& state) : state_(state) {}

  // An entry that counts.
  void take(const Entry& entry) {
    apply(entry);
    name(entry);
  }

  void apply(const Entry& entry) {
    const auto kind = appliers().find(entry.header.kind);
    if (kind == appliers().end() || !entry.body) return;
    said_ = {entry.header.author, entry.header.occurred.at, entry.header.recorded, entry.position,
             entry.header.author == machine_};
    const auto body = Body::read(*entry.body);
    if (!body) {
      ++state_.unreadable;
      return;
    }
    bytes_ = *entry.body;
    (this->*kind->second)(*body);
  }

  // What a line of a person names.
  void name(const Entry& entry) {
    const auto& header = entry.header;
    if (header.kind != kinds::note && header.kind != kinds::decision) return;
    for (const auto& value : header.references.indicators)
      if (state_.named.size() < max_kept || state_.named.contains(value))
        state_.named[value].push_back(entry.position);
  }

  // Of an entry that later ones may point to, whether it counts or not.
  void place(const LogLine& line) { positions_.emplace(line.leaf, line.position); }

 private:
  using Applier = void (Folding::*)(const Body&);

  static const std::unordered_map<std::string_view, Applier>& appliers() {
    static const std::unordered_map<std::string_view, Applier> table = {
        {kinds::opened, &Folding::open},
        {kinds::closed, &Folding::close},
        {kinds::zone, &Folding::set_zone},
        {kinds::organisation, &Folding::keep_organisation},
        {kinds::sheet, &Folding::follow_sheet},
        {kinds::person, &Folding::set_person},
        {kinds::role, &Folding::set_role},
        {kinds::account, &Folding::set_account},
        {kinds::host, &Folding::set_host},
        {kinds::evidence, &Folding::add_evidence},
        {kinds::analysis, &Folding::run_analysis},
        {kinds::finding, &Folding::take_finding},
        {kinds::evidence_answer, &Folding::take_answer},
        {kinds::answer, &Folding::answer},
        {kinds::action, &Folding::set_action},
        {kinds::owner, &Folding::set_owner},
        {kinds::impact, &Folding::accept_impact},
        {kinds::preservation, &Folding::preserve},
        {kinds::indicator, &Folding::set_indicator},
        {kinds::call, &Folding::make_call},
        {kinds::severity, &Folding::decide_severity},
        {kinds::round_start, &Folding::start_round},
        {kinds::round_end, &Folding::end_round},
        {kinds::handover, &Folding::hand_over},
        {kinds::handover_accepted, &Folding::accept_handover},
        {kinds::clock_start, &Folding::start_clock},
        {kinds::clock_met, &Folding::meet_clock},
        {kinds::clock_waived, &Folding::waive_clock},
    };
    return table;
  }

  static Target target_of(const Body& body) { return {body.text("item"), body.text("account")}; }

  // Keeps `value` under `key`, unless there are too many already.
  template <class Map, class Value>
  void keep(Map& map, const typename Map::key_type& key, Value&& value) {
    if (map.size() >= max_kept && !map.contains(key)) return;
    map.insert_or_assign(key, std::forward<Value>(value));
  }

  void open(const Body& body) {
    state_.title = body.text("title");
    state_.sheet = body.text("sheet");
    state_.opened = said_.occurred;
    set_zone(body);
  }
  void close(const Body&) { state_.closed = said_.occurred; }
  void set_zone(const Body& body) {
    if (auto zone = Zone::named(body.text("zone"))) state_.zone = *zone;
  }
  void keep_organisation(const Body& body) {
    auto kept = read_kept_organisation(body);
    if (!kept) {
      ++state_.unreadable;
      return;
    }
    kept->said = said_;
    state_.organisation = std::make_shared<const KeptOrganisation>(std::move(*kept));
  }
  void follow_sheet(const Body& body) { state_.sheet = body.text("sheet"); }
  void set_person(const Body& body) {
    const std::string name = body.text("name");
    keep(state_.people, name, Person{name, body.text("role"), body.text("contact"), said_});
  }
  void set_role(const Body& body) {
    const std::string account = body.text("account");
    keep(state_.participants, account,
         Participant{account, body.text("name"), body.text("role"), said_});
  }
  Member member_of(const Body& body) const {
    return {body.text("name"), standing_named(body.text("standing")).value_or(Standing::suspected),
            body.text("owner"), body.said("why"), said_};
  }
  void set_account(const Body& body) { keep(state_.accounts, body.text("name"), member_of(body)); }
  void set_host(const Body& body) { keep(state_.hosts, body.text("name"), member_of(body)); }
  void add_evidence(const Body& body) {
    const std::string sha256 = body.text("sha256");
    keep(state_.evidence, sha256,
         Piece{sha256, body.text("name"), body.text("origin"), body.text("how"),
               body.count("bytes"), said_});
  }
  void run_analysis(const Body&) {
    read_analysis(bytes_, state_.sources);
    if (auto counts = read_sign_ins(bytes_))
      state_.sign_ins = std::make_shared<const finding::SignInCounts>(std::move(*counts));
  }
  void take_finding(const Body&) {
    auto read = read_finding(bytes_, state_.sources);
    if (!read) return;
    const std::string id = read->finding.id;
    keep(
        state_.findings, id,
        TakenFinding{std::move(read->finding), read->evidence_rows, to_hex(sha256(bytes_)), said_});
  }
  void take_answer(const Body&) {
    if (auto read = read_answer(bytes_)) {
      const std::string item = read->item;
      keep(state_.evidence_answers, item,
           TakenAnswer{std::move(*read), to_hex(sha256(bytes_)), said_});
    }
  }
  void answer(const Body& body) {
    give_answer(target_of(body), body.text("value"), body.text("why"));
  }
  void give_answer(const Target& target, std::string value, std::string why) {
    const Answer answer{std::move(value), std::move(why), said_, open_round()};
    keep(state_.answers, target, answer);
    if (state_.answers.contains(target)) state_.answer_history[target].push_back(answer);
  }
  void make_call(const Body& body) {
    if (state_.calls.size() >= max_kept) return;
    CallMade call{body.text("contact"), body.text("note"), body.text("reference"), {}, said_};
    keep_case_number(call.contact, body.message("whom"), call.reference);
    for (const auto& reason : body.bodies("reasons"))
      call.reasons.push_back({target_of(reason), reason.said("say")});
    state_.calls.push_back(std::move(call));
  }
  void set_action(const Body& body) {
    const auto state = state_named(body.text("state"));
    if (!state) {
      ++state_.unreadable;
      return;
    }
    const Action action{*state,           body.text("why"),    body.text("to"),
                        body.time("due"), body.text("effect"), said_};
    const Target target = target_of(body);
    keep(state_.actions, target, action);
    state_.history[target].push_back(action);
    own_by_acting(target, action);
  }
  void set_owner(const Body& body) {
    keep(state_.owners, target_of(body),
         Owner{body.text("to"), body.time("until"), body.text("why"), said_});
  }
  // Whoever it is delegated to has it; who begins what nobody has takes it.
  void own_by_acting(const Target& target, const Action& action) {
    const auto owner = state_.owners.find(target);
    const bool free = owner == state_.owners.end() || owner->second.name.empty();
    if (action.state == ActionState::delegated)
      keep(state_.owners, target, Owner{action.to, action.due, action.why, said_});
    else if (action.state == ActionState::in_progress && free)
      keep(state_.owners, target, Owner{said_.author, action.due, action.why, said_});
  }
  void accept_impact(const Body& body) {
    keep(state_.impacts, target_of(body), Acceptance{body.text("by"), body.text("why"), said_});
  }
  void preserve(const Body& body) {
    keep(state_.preservations, target_of(body),
         Preservation{body.flag("waived"), body.text("by"), body.text("why"),
                      body.texts("evidence"), said_});
  }
  void set_indicator(const Body& body) {
    const std::string value = body.text("value");
    keep(state_.indicators, value,
         Indicator{value, body.text("kind"),
                   treatment_named(body.text("treatment")).value_or(Treatment::observe),
                   body.said("why"), body.time("expires"), said_});
  }
  static SeverityView view_of(const Body& body) {
    SeverityView view{
        body.text("table"), body.text("floor"), body.text("ceiling"), body.text("working"), {}, {}};
    for (const auto& input : body.bodies("inputs"))
      if (view.inputs.size() < max_view_members)
        view.inputs[input.text("input")] = input.text("value");
    for (const auto& setting : body.bodies("settings"))
      if (view.settings.size() < max_view_members)
        view.settings[setting.text("setting")] = setting.count("value");
    return view;
  }
  std::uint64_t open_round() const {
    const auto* round = state_.open_round();
    return round == nullptr ? 0 : round->number;
  }
  // A decision is also the answer to the step where the sheet concludes.
  void decide_severity(const Body& body) {
    if (!body.text("item").empty())
      give_answer({body.text("item"), ""}, body.text("degree"), body.text("why"));
    if (state_.severity.size() < max_kept)
      state_.severity.push_back({body.text("degree"), body.text("by"), body.text("why"),
                                 body.message("title"), body.text("before"), view_of(body),
                                 open_round(), said_});
  }
  // A round that was left open ends where the next starts, with nothing kept of its end.
  void start_round(const Body& body) {
    if (state_.rounds.size() >= max_kept) return;
    if (state_.open_round() != nullptr) state_.rounds.back().ended = said_.occurred;
    state_.rounds.push_back({state_.rounds.size() + 1,
                             said_.occurred,
                             Instant::unknown,
                             body.count("minutes"),
                             {},
                             said_});
  }
  void end_round(const Body& body) {
    if (state_.open_round() == nullptr) return;
    state_.rounds.back().ended = said_.occurred;
    state_.rounds.back().view = view_of(body);
  }

  void hand_over(const Body& body) {
    if (state_.handovers.size() >= max_kept) return;
    state_.handovers.push_back({body.text("from"), body.text("to"), body.text("text"),
                                body.flag("move"), body.text("root"), body.count("entries"),
                                said_});
  }
  void accept_handover(const Body& body) {
    if (state_.handovers.empty()) return;
    state_.handovers.back().accepted = said_;
    for (const auto& moved : body.bodies("moved")) {
      const auto owner = state_.owners.find(target_of(moved));
      if (owner == state_.owners.end()) continue;
      owner->second.name = body.text("to");
      owner->second.said = said_;
    }
  }

  void start_clock(const Body& body) { keep_clock(ClockStep::start, body); }
  void meet_clock(const Body& body) { keep_clock(ClockStep::met, body); }
  void waive_clock(const Body& body) { keep_clock(ClockStep::waive, body); }
  void keep_clock(ClockStep step, const Body& body) {
    const std::string id = body.text("clock");
    if (step != ClockStep::waive && !body.time("at").known()) {
      ++state_.unreadable;
      return;
    }
    if (state_.clocks.size() >= max_kept && !state_.clocks.contains(id)) return;
    auto& acts = state_.clocks[id];
    if (acts.size() >= max_kept) return;
    acts.push_back({step, body.time("at"), position_of(body.text("fact")), body.text("why"),
                    body.text("reference"), said_});
    keep_case_number(id, body.message("title"), acts.back().reference);
  }
  void keep_case_number(const std::string& from, const Message& whom, const std::string& number) {
    auto& kept = state_.case_numbers;
    const auto same = [&](const CaseNumber& one) { return one.from == from; };
    const auto known = [&](const CaseNumber& one) { return one.number == number; };
    if (number.empty() || std::any_of(kept.begin(), kept.end(), known)) return;
    if (const auto old = std::find_if(kept.begin(), kept.end(), same); old != kept.end())
      old->number = number;
    else if (kept.size() < max_kept)
      kept.push_back({from, whom, number});
  }
  // Of an entry before this one, by its leaf in hex.
  std::optional<std::uint64_t> position_of(const std::string& leaf) const {
    const auto found = positions_.find(leaf);
    if (found == positions_.end()) return std::nullopt;
    return found->second;
  }

  State& state_;
  std::unordered_map<std::string, std::uint64_t> positions_;
  std::string_view bytes_;
  Said said_;
  std::string_view machine_ = program_author;
};

// Which entries count at that moment, and by which later one each of the others is replaced.
struct Known {
  std::vector<const Entry*> entries;
  std::unordered_map<std::string, std::uint64_t> replaced_by;  // leaf to position
  std::unordered_set<std::string> redacted;                    // leaves
};

std::string key_of(const Digest& digest) {
  return std::string(as_text(digest));
}

Known known_at(std::span<const Entry> entries, Instant at) {
  Known known;
  for (const auto& entry : entries) {
    if (at.known() && entry.header.recorded > at) continue;
    known.entries.push_back(&entry);
    if (entry.header.supersedes)
      known.replaced_by[key_of(*entry.header.supersedes)] = entry.position;
    if (entry.header.redacts) known.redacted.insert(key_of(*entry.header.redacts));
  }
  return known;
}

}  // namespace

State fold(const std::string& incident, std::span<const Entry> entries, Instant at,
           const sheet::Library* library) {
  State state;
  state.id = incident;
  const Known known = known_at(entries, at);
  Folding folding(state);
  for (const Entry* entry : known.entries) {
    const std::string leaf = key_of(entry->leaf);
    LogLine line = line_of(*entry, library);
    const auto by = known.replaced_by.find(leaf);
    // Who has which role is not undone by whoever may write a line.
    if (by != known.replaced_by.end() && entry->header.kind != kinds::role)
      line.corrected_by = by->second;
    else
      folding.take(*entry);
    line.redacted = !entry->body;
    folding.place(line);
    state.log.push_back(std::move(line));
  }
  return state;
}

Result<State> state_of(const logbook::Logbook& logbook, Instant at, const sheet::Library* library) {
  std::vector<Entry> entries;
  DIGUE_CHECK(logbook.each(0, [&](const Entry& entry) { entries.push_back(entry); }));
  return fold(logbook.incident(), entries, at, library);
}

struct LiveFold::Inner {
  explicit Inner(State so_far) : state(std::move(so_far)), folding(state) {
    for (const auto& line : state.log) folding.place(line);
  }
  State state;
  Folding folding;
};

LiveFold::LiveFold(State so_far) : inner_(std::make_unique<Inner>(std::move(so_far))) {}
LiveFold::LiveFold(LiveFold&&) noexcept = default;
LiveFold& LiveFold::operator=(LiveFold&&) noexcept = default;
LiveFold::~LiveFold() = default;

const State& LiveFold::state() const {
  return inner_->state;
}

bool LiveFold::add(const Entry& entry) {
  if (entry.header.supersedes || entry.header.redacts) return false;
  LogLine line = line_of(entry, nullptr);
  inner_->folding.take(entry);
  line.redacted = !entry.body;
  inner_->folding.place(line);
  inner_->state.log.push_back(std::move(line));
  return true;
}

}  // namespace digue::incident
