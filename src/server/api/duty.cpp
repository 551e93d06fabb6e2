// Who does what, who takes over, and which sheet is followed.
#include "incident/handover.h"
#include "incident/handover_json.h"
#include "incident/owners.h"
#include "server/api/fields.h"
#include "server/api/routes.h"
#include "server/sentences.h"

namespace digue::server {

using http::Response;
using incident::State;
using logbook::Logbook;

Response assign_step(const Call& call) {
  Fields fields(call.request.body);
  incident::Assignment assignment;
  assignment.target = {fields.text("item", 128, Fields::required), fields.text("account", 320)};
  assignment.to = fields.text("to", 300);
  if (const auto due = fields.moment("due")) assignment.until = due->at;
  assignment.why = fields.text("why", 20'000);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  const auto& library = call.library();
  const auto write = [&](Logbook& logbook, const State& state) -> Result<logbook::Receipt> {
    const auto& item = assignment.target.item;
    const auto* sheet = library.find(item.substr(0, item.find('/')));
    if (sheet == nullptr) sheet = library.find(state.sheet);
    if (sheet == nullptr)
      return fail<sentences::no_such_sheet>(Error::Kind::not_found, state.sheet);
    return incident::assign(logbook, *sheet, state, assignment, call.speaker());
  };
  return receipt_response(call, call.incident->write(write));
}

Response follow_sheet(const Call& call) {
  Fields fields(call.request.body);
  const auto sheet = fields.text("sheet", 64, Fields::required);
  const auto why = fields.text("why", 20'000, Fields::required);
  if (call.library().find(sheet) == nullptr)
    fields.refuse("sheet", tell<sentences::no_such_sheet>(sheet));
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  return receipt_response(call, call.incident->append([&](Logbook& logbook) {
    return incident::follow_sheet(logbook, sheet, why, call.speaker());
  }));
}

Response show_handover(const Call& call) {
  if (const auto fresh = call.incident->refresh(); !fresh) return call.problem(fresh.error());
  Response response;
  call.incident->read([&](const State& state, const std::string&) {
    const auto page = incident::handover_summary(call.library(), state, call.services.clock.now());
    response = json_response(200, incident::handover_json(page, state, call.language));
  });
  return response;
}

Response propose_handover(const Call& call) {
  Fields fields(call.request.body);
  const incident::HandingOver what{fields.text("to", 300, Fields::required),
                                   fields.text("text", 20'000), fields.flag("move")};
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  return receipt_response(call, call.incident->write([&](Logbook& logbook, const State& state) {
    return incident::hand_over(logbook, call.library(), state, what, call.services.clock.now(),
                               call.speaker());
  }));
}

Response accept_handover(const Call& call) {
  const Fields fields(call.request.body);
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  return receipt_response(call, call.incident->write([&](Logbook& logbook, const State& state) {
    return incident::accept_handover(logbook, state, call.speaker());
  }));
}

}  // namespace digue::server
