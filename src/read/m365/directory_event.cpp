// The event of an act of the directory; its details are told as those of the audit log.
#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "read/m365/audit_operations.h"
#include "read/m365/directory_act.h"
#include "read/m365/directory_details.h"

namespace digue::read::m365 {

namespace {

// The person or the thing acted upon: a user first.
ActTarget main_target(const DirectoryAct& act) {
  const auto user = std::find_if(act.targets.begin(), act.targets.end(),
                                 [](const ActTarget& target) { return !target.user.empty(); });
  if (user != act.targets.end()) return *user;
  return act.targets.empty() ? ActTarget{} : act.targets.front();
}

std::vector<Property> all_changes(const DirectoryAct& act) {
  std::vector<Property> changes;
  for (const ActTarget& target : act.targets)
    changes.insert(changes.end(), target.changes.begin(), target.changes.end());
  return changes;
}

// The consented application's id is the first name of its service principal; a grant's target is
// the resource, whose names are not the application's.
std::string application_id(const std::vector<Property>& changes) {
  if (has_property(changes, "ServicePrincipal.ObjectID") ||
      has_property(changes, "DelegatedPermissionGrant.Scope"))
    return {};
  const auto names = plain_value(value_of(changes, "TargetId.ServicePrincipalNames"));
  return names.substr(0, names.find(';'));
}

// "User registered Authenticator App with Notification and Code"
std::string_view method_of_reason(std::string_view reason) {
  static constexpr std::array<std::string_view, 4> before = {"User registered ", "User deleted ",
                                                             "Admin registered ", "Admin deleted "};
  for (const auto words : before)
    if (starts_with_ignoring_case(reason, words)) return reason.substr(words.size());
  return reason;
}

event::Verdict verdict_of(std::string_view result) {
  const std::string small = folded(result);
  if (small == "success" || small == "succes" || small == "reussite" ||
      small == "operation reussie")
    return event::Verdict::success;
  if (small == "failure" || small == "echec" || small == "timeout") return event::Verdict::failure;
  return event::Verdict::unknown;
}

// The portal's CSV carries no id, so one act is known by what both exports say of it.  Without a
// correlation that would be too little: then Graph's id, or the row's content, is its own.
std::optional<event::RecordId> identity_of(const DirectoryAct& act, const ReadDate& date) {
  if (act.correlation.empty() || !date.time.known()) {
    if (act.id.empty()) return std::nullopt;
    return event::record_id_from_text(act.id);
  }
  const ActTarget target = act.targets.empty() ? ActTarget{} : act.targets.front();
  const Property change = target.changes.empty() ? Property{} : target.changes.front();
  std::string said = "directory-act";
  for (const std::string& part :
       {lower(act.correlation), lower(act.activity),
        std::to_string(date.time.milliseconds / second_ms), lower(target.id), lower(target.user),
        std::string(change.name), plain_value(change.value)})
    said += "\n" + part;
  return event::record_id_from_content(said);
}

void fill_who_and_when(Record& record, const DirectoryAct& act, const ReadDate& date) {
  event::Event& event = record.filler().event();
  if (const auto id = identity_of(act, date)) event.id = *id;
  event.time = date.time;
  event.time_is_local = date.is_local;
  event.verdict = verdict_of(act.result);
  event.operation = record.intern(act.activity);
  event.account = record.intern_lower(act.actor.empty() ? act.actor_application : act.actor);
  event.address = record.address(act.address);
  event.agent = record.intern(act.agent);
  event.application = record.intern_lower(act.actor_application_id);
}

void fill_change(Record& record, const DirectoryAct& act, Shape shape) {
  const ActTarget target = main_target(act);
  const std::vector<Property> changes = all_changes(act);
  event::Event& event = record.filler().event();
  const bool on_application = shape == Shape::consent || shape == Shape::application;
  if (!on_application)
    event.target = record.intern_lower(target.user.empty() ? target.name : target.user);
  event.object = record.intern(target.id.empty() ? target.name : target.id);

  const std::string application = on_application ? application_id(changes) : std::string();
  DirectoryChange change;
  change.user = target.user;
  change.id = target.id;
  change.name = target.name;
  change.object = on_application      ? std::string_view(application)
                  : target.id.empty() ? target.name
                                      : target.id;
  change.modified = changes;
  fill_directory_change(record.filler(), shape, change);
}

}  // namespace

void commit_act(Record& record, const DirectoryAct& act, const ReadDate& date) {
  const Operation operation = operation_named(act.activity);
  record.begin(operation.action);
  fill_who_and_when(record, act, date);
  fill_change(record, act, operation.shape);
  if (operation.shape == Shape::security_info)
    record.detail("MethodType", method_of_reason(act.reason));
  record.detail("ResultReason", act.reason);
  record.detail("CorrelationId", act.correlation);
  record.detail("LoggedByService", act.service);
  record.commit();
}

}  // namespace digue::read::m365
