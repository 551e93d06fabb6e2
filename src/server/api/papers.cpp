// Papers of the incident as it stands.
#include "incident/alerts.h"
#include "produce/calendar/calendar.h"
#include "produce/print/kit.h"
#include "produce/report/compose.h"
#include "produce/report/from_incident.h"
#include "produce/report/pdf.h"
#include "server/api/routes.h"
#include "server/sentences.h"

namespace digue::server {

using http::Response;
using incident::State;

namespace {

struct Paper {
  std::string_view name, type;
  Result<std::string> (*make)(const Call& call, const State& state, const std::string& root);
};

std::string product_of(const Call& call) {
  return "Digue " + call.services.version;
}

Result<std::string> make_report(const Call& call, const State& state, const std::string&) {
  const auto& library = call.library();
  const auto* sheet = library.find(state.sheet);
  if (sheet == nullptr) return fail<sentences::no_such_sheet>(Error::Kind::not_found, state.sheet);
  auto report = produce::report::report_of(state, *sheet, call.incident->logbook().checkpoint());
  report.declarations = produce::report::declarations_of(
      incident::clock_states(library, state, call.organisation(), call.services.clock.now()));
  report.head.author = call.person->display_name;
  report.head.written = call.services.clock.now();
  report.head.product = product_of(call);
  return produce::report::to_pdf(produce::report::compose(report, call.language));
}

Result<std::string> make_kit(const Call& call, const State& state, const std::string& root) {
  produce::print::Kit kit;
  kit.language = call.language;
  kit.library = &call.library();
  for (const auto* sheet : incident::sheets_in_play(call.library(), state))
    kit.sheets.push_back({sheet, sheet->sha256});
  kit.organisation = call.organisation();
  kit.state = &state;
  kit.zone = state.zone;
  kit.root = root;
  kit.marking = "TLP:AMBER";
  kit.author = call.person->display_name;
  kit.product = product_of(call);
  kit.written = call.services.clock.now();
  return produce::print::print_kit(kit);
}

Result<std::string> make_calendar(const Call& call, const State& state, const std::string&) {
  const Instant now = call.services.clock.now();
  const auto clocks = incident::clock_states(call.library(), state, call.organisation(), now);
  return produce::calendar::calendar_of(state, clocks, now, call.language).bytes;
}

constexpr Paper papers[] = {
    {"report.pdf", "application/pdf", make_report},
    {"kit.pdf", "application/pdf", make_kit},
    {"calendar.ics", "text/calendar; charset=utf-8", make_calendar},
};

}  // namespace

// Of a copy of the state: a paper takes a second, and nobody waits for it but who asked, and who
// asks for another.
Response show_paper(const Call& call) {
  for (const auto& paper : papers) {
    if (call.arguments[1] != paper.name) continue;
    if (const auto fresh = call.incident->refresh(); !fresh) return call.problem(fresh.error());
    State state;
    std::string root;
    call.incident->read([&](const State& now, const std::string& now_root) {
      state = now;
      root = now_root;
    });
    const std::lock_guard one_at_a_time(call.services.papers);
    auto bytes = paper.make(call, state, root);
    if (!bytes) return call.problem(bytes.error());
    Response response{.body = std::move(*bytes)};
    response.with("Content-Type", std::string(paper.type));
    response.with("Content-Disposition",
                  "attachment; filename=\"" + state.id + "-" + std::string(paper.name) + "\"");
    return response;
  }
  return call.problem({404, tell<sentences::no_such_paper>(call.arguments[1])});
}

}  // namespace digue::server
