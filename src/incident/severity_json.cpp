#include "incident/severity_json.h"

#include "base/json_writer.h"
#include "finding/json.h"

namespace digue::incident {

std::optional<std::int64_t> QualificationView::minutes_left() const {
  const auto* round = state.open_round();
  if (round == nullptr || round->minutes == 0) return std::nullopt;
  const auto end = round->started + static_cast<std::int64_t>(round->minutes) * minute_ms;
  const std::int64_t left = end - now;
  return left >= 0 ? left / minute_ms : -((-left + minute_ms - 1) / minute_ms);
}

Instant degraded_until(const State& state, const HitActivity& hit) {
  const auto host = state.hosts.find(hit.host);
  if (!hit.activity->degraded_minutes || host == state.hosts.end()) return Instant::unknown;
  return host->second.said.occurred + *hit.activity->degraded_minutes * minute_ms;
}

JoinedRegister join_register(const organisation::Register& registry,
                             const sheet::SeverityTable& table, const State& state,
                             const Qualification& qualification) {
  std::vector<std::string> hosts;
  for (const auto& [name, host] : state.hosts)
    if (host.standing != Standing::cleared) hosts.push_back(name);
  JoinedRegister out{reach_of(registry, hosts), {}};
  for (auto& proposal : proposals_of(out.reach, table))
    if (qualification.inputs[proposal.input].value == finding::Value::unknown)
      out.proposals.push_back(std::move(proposal));
  return out;
}

namespace {

class Writing {
 public:
  Writing(const QualificationView& view, Language language)
      : view_(view), table_(view.table()), now_(view.qualification), language_(language) {}

  std::string write() {
    json_.begin_object().member("type", "severity").member("incident", view_.state.id);
    json_.member("table", table_.version);
    write_degree();
    write_axes();
    write_inputs();
    write_names("established", now_.severity.established);
    write_names("to_ceiling", now_.severity.to_ceiling);
    write_open();
    write_next();
    write_decisions();
    write_rounds();
    write_register();
    json_.key("minutes_left");
    if (const auto left = view_.minutes_left())
      json_.number(*left);
    else
      json_.null();
    json_.end_object();
    return json_.take();
  }

 private:
  const std::string& degree(std::size_t rank) const { return table_.degrees.levels[rank].id; }
  const std::string& input(std::size_t index) const { return table_.inputs[index].id; }

  void write_degree() {
    const auto& severity = now_.severity;
    json_.member("degree", degree(now_.degree))
        .member("title", table_.degrees.levels[now_.degree].title.in(language_))
        .member("decided", now_.decision.has_value())
        .member("overtaken", now_.overtaken)
        .member("floor", degree(severity.degree.floor))
        .member("ceiling", degree(severity.degree.ceiling))
        .member("working", degree(severity.working));
  }

  void write_names(std::string_view name, const std::vector<std::size_t>& inputs) {
    json_.key(name).begin_array();
    for (const auto index : inputs) json_.text(input(index));
    json_.end_array();
  }

  void write_axes() {
    json_.key("axes").begin_array();
    for (std::size_t i = 0; i < table_.axes.size(); ++i) {
      const auto& axis = table_.axes[i];
      const auto& bounds = now_.severity.axes[i];
      json_.begin_object()
          .member("axis", axis.id)
          .member("title", axis.title.in(language_))
          .member("floor", axis.levels[bounds.floor].id)
          .member("ceiling", axis.levels[bounds.ceiling].id);
      write_names("established", now_.severity.axis_established[i]);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_inputs() {
    json_.key("inputs").begin_array();
    for (std::size_t i = 0; i < table_.inputs.size(); ++i) {
      const auto& state = now_.inputs[i];
      json_.begin_object()
          .member("input", input(i))
          .member("title", table_.inputs[i].title.in(language_))
          .member("value", value_name(state.value))
          .member("asked", state.asked)
          .member("contradicted", state.contradicted)
          .member("ask", state.ask);
      json_.key("grounds").begin_array();
      for (const auto& ground : state.grounds) write_ground(ground);
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void write_ground(const Ground& ground) {
    json_.begin_object()
        .member("item", ground.item)
        .member("value", ground.value)
        .member("by_evidence", ground.by_evidence)
        .member("who", ground.said.author);
    finding::write_time(json_, "when",
                        ground.said.author.empty() ? Instant::unknown : ground.said.occurred);
    json_.member("entry", ground.said.entry).member("findings", ground.findings).end_object();
  }

  void write_open() {
    json_.key("open").begin_array();
    for (const auto& open : now_.severity.open)
      json_.begin_object()
          .member("input", input(open.input))
          .member("changes", open.changes)
          .member("ways", open.ways)
          .member("if_yes", degree(open.if_yes))
          .member("if_no", degree(open.if_no))
          .end_object();
    json_.end_array();
  }

  void write_next() {
    json_.key("next");
    if (!now_.next) {
      json_.null();
      return;
    }
    const auto index = now_.next->input;
    json_.begin_object()
        .member("input", input(index))
        .member("item", now_.inputs[index].ask)
        .end_object();
  }

  void write_decisions() {
    json_.key("decisions").begin_array();
    for (const auto& decision : view_.state.severity) {
      json_.begin_object()
          .member("degree", decision.degree)
          .member("before", decision.before)
          .member("by", decision.by)
          .member("why", decision.why)
          .member("table", decision.view.table)
          .member("floor", decision.view.floor)
          .member("ceiling", decision.view.ceiling)
          .member("round", decision.round)
          .member("who", decision.said.author);
      finding::write_time(json_, "when", decision.said.occurred);
      json_.member("entry", decision.said.entry).end_object();
    }
    json_.end_array();
  }

  void write_rounds() {
    const auto changes = round_changes(view_.state, view_of(table_, now_));
    json_.key("rounds").begin_array();
    for (std::size_t i = 0; i < view_.state.rounds.size(); ++i) {
      const auto& round = view_.state.rounds[i];
      json_.begin_object().member("number", round.number);
      finding::write_time(json_, "started", round.started);
      finding::write_time(json_, "ended", round.ended);
      json_.member("minutes", round.minutes)
          .member("floor", round.view.floor)
          .member("ceiling", round.view.ceiling);
      json_.key("changes").begin_array();
      for (const auto& change : changes[i])
        json_.begin_object()
            .member("input", change.input)
            .member("before", change.before)
            .member("after", change.after)
            .end_object();
      json_.end_array().member("entry", round.said.entry).end_object();
    }
    json_.end_array();
  }

  void write_register() {
    json_.key("register");
    if (view_.joined == nullptr) {
      json_.null();
      return;
    }
    const auto& reach = view_.joined->reach;
    json_.begin_object().member("hosts", reach.hosts).member("unknown", reach.unknown);
    std::vector<std::string> systems, partners;
    for (const auto& hit : reach.systems) systems.push_back(hit.system->name);
    for (const auto* partner : reach.partners) partners.push_back(partner->partner);
    json_.member("systems", systems).member("zones", reach.zones).member("data", reach.data);
    json_.member("partners", partners).key("activities").begin_array();
    for (const auto& hit : reach.activities) write_activity(hit);
    json_.end_array().key("proposals").begin_array();
    for (const auto& proposal : view_.joined->proposals)
      json_.begin_object()
          .member("input", input(proposal.input))
          .member("value", value_name(proposal.value))
          .member("reason", proposal.reason.in(language_))
          .member("item", step_to_say(view_.library, table_.inputs[proposal.input], proposal.value,
                                      view_.state.sheet))
          .end_object();
    json_.end_array().end_object();
  }

  void write_activity(const HitActivity& hit) {
    const auto& activity = *hit.activity;
    const auto number = [&](std::string_view name, const auto& value) {
      json_.key(name);
      if (value)
        json_.number(static_cast<std::int64_t>(*value));
      else
        json_.null();
    };
    json_.begin_object()
        .member("name", activity.name)
        .member("vital", !activity.vital   ? "unknown"
                         : *activity.vital ? "yes"
                                           : "no")
        .member("through", hit.through)
        .member("host", hit.host);
    number("degraded_minutes", activity.degraded_minutes);
    finding::write_time(json_, "degraded_until", degraded_until(view_.state, hit));
    number("loss_per_day", activity.loss_per_day);
    json_.end_object();
  }

  const QualificationView& view_;
  const sheet::SeverityTable& table_;
  const Qualification& now_;
  Language language_;
  JsonWriter json_;
};

}  // namespace

std::string severity_json(const QualificationView& view, Language language) {
  return Writing(view, language).write();
}

}  // namespace digue::incident
