#include "read/m365/directory_act.h"

#include <map>

#include "base/text.h"

namespace digue::read::m365 {

namespace {

std::string_view additional(const Record& record, std::string_view key) {
  for (const Field& field : record.fields().all())
    if (field.path == "additionaldetails.key" && equal_ignoring_case(field.value, key))
      return record.fields().text_in(field.object, "additionaldetails.value");
  return {};
}

void set(ActTarget& target, std::string_view name, std::string_view value) {
  if (name == "type") target.type = value;
  if (name == "displayname") target.name = value;
  if (name == "id") target.id = value;
  if (name == "userprincipalname") target.user = value;
}

void set(Property& change, std::string_view name, std::string_view value) {
  if (name == "displayname") change.name = value;
  if (name == "oldvalue") change.old_value = value;
  if (name == "newvalue") change.value = value;
}

// Objects are numbered as they open, so a change belongs to the last target opened before it.
std::vector<ActTarget> targets_of_json(const Fields& fields) {
  constexpr std::string_view resource = "targetresources.";
  constexpr std::string_view property = "targetresources.modifiedproperties.";
  std::map<std::uint32_t, ActTarget> targets;
  std::map<std::uint32_t, Property> changes;
  for (const Field& field : fields.all()) {
    if (field.path.starts_with(property))
      set(changes[field.object], field.path.substr(property.size()), field.value);
    else if (field.path.starts_with(resource))
      set(targets[field.object], field.path.substr(resource.size()), field.value);
  }
  for (const auto& [number, change] : changes) {
    auto owner = targets.upper_bound(number);
    if (owner != targets.begin()) std::prev(owner)->second.changes.push_back(change);
  }
  std::vector<ActTarget> out;
  for (auto& [number, target] : targets) out.push_back(std::move(target));
  return out;
}

// "target1modifiedproperty2newvalue", "cible1userprincipalname": which target, which property of it
// (0 for its own), and the rest of the name.
struct TargetColumn {
  std::size_t target = 0, property = 0;
  std::string_view rest;
};

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::size_t take_digit(std::string_view& text) {
  if (text.empty() || text[0] < '1' || text[0] > '9') return 0;
  const auto digit = static_cast<std::size_t>(text[0] - '0');
  text.remove_prefix(1);
  return digit;
}

TargetColumn target_column(std::string_view path) {
  TargetColumn column;
  if (!take_prefix(path, "target") && !take_prefix(path, "cible")) return {};
  column.target = take_digit(path);
  if (take_prefix(path, "modifiedproperty") || take_prefix(path, "proprietemodifiee"))
    column.property = take_digit(path);
  column.rest = path;
  return column;
}

std::vector<ActTarget> targets_of_csv(const Fields& fields) {
  std::map<std::size_t, ActTarget> targets;
  std::map<std::pair<std::size_t, std::size_t>, Property> changes;
  for (const Field& field : fields.all()) {
    const TargetColumn column = target_column(field.path);
    if (column.target == 0 || field.value.empty()) continue;
    if (column.property == 0)
      set(targets[column.target], column.rest == "objectid" ? "id" : column.rest, field.value);
    else
      set(changes[{column.target, column.property}],
          column.rest == "name" ? "displayname" : column.rest, field.value);
  }
  for (const auto& [place, change] : changes) targets[place.first].changes.push_back(change);
  std::vector<ActTarget> out;
  for (auto& [number, target] : targets) out.push_back(std::move(target));
  return out;
}

}  // namespace

DirectoryAct act_of_json(const Record& record) {
  DirectoryAct act;
  act.activity = record.text({"activitydisplayname", "activity", "operationname"});
  act.id = record.text({"id"});
  act.result = record.text({"result"});
  act.reason = record.text({"resultreason"});
  act.category = record.text({"category"});
  act.service = record.text({"loggedbyservice"});
  act.correlation = record.text({"correlationid"});
  act.actor = record.text({"initiatedby.user.userprincipalname", "initiatedby.user.displayname"});
  act.actor_application =
      record.text({"initiatedby.app.displayname", "initiatedby.app.serviceprincipalname"});
  act.actor_application_id = record.text({"initiatedby.app.appid"});
  act.address = record.text({"initiatedby.user.ipaddress", "initiatedby.app.ipaddress"});
  act.agent = record.text({"useragent"});
  if (act.agent.empty()) act.agent = additional(record, "User-Agent");
  act.targets = targets_of_json(record.fields());
  return act;
}

DirectoryAct act_of_csv(const Record& record) {
  DirectoryAct act;
  act.activity = record.text({"activity", "activite", "activitydisplayname"});
  act.id = record.text({"id", "audit id"});
  act.result = record.text({"result", "resultat"});
  act.reason = record.text({"resultreason", "motif du resultat", "raison du resultat"});
  act.category = record.text({"category", "categorie"});
  act.service = record.text({"service", "loggedbyservice"});
  act.correlation = record.text({"correlationid", "id de correlation"});
  act.actor = record.text({"actoruserprincipalname", "initiatedby.user.userprincipalname"});
  act.actor_application =
      record.text({"actorserviceprincipalname", "actordisplayname", "actorobjectid"});
  act.address = record.text({"ipaddress", "ip address", "adresse ip"});
  act.agent = record.text({"useragent", "user agent", "agent utilisateur"});
  act.targets = targets_of_csv(record.fields());
  return act;
}

}  // namespace digue::read::m365
