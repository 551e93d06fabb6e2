// Entra's audit log: the Graph's JSON and the portal's CSV.
#include <fmt/core.h>
#include <memory>
#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "exercise/exports.h"

namespace digue::exercise {

namespace {

// The audit log writes values as indented lists; the Entra audit as JSON on one line.
std::string on_one_line(std::string_view value) {
  if (value.empty()) return {};
  if (!value.starts_with('[')) return '"' + std::string(value) + '"';
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\r' || value[i] == '\n') continue;
    if (value[i] == ' ' && i + 1 < value.size() && (value[i + 1] == ' ' || value[i - 1] == ' '))
      continue;
    out += value[i];
  }
  return out;
}

std::string_view operation_type(std::string_view activity) {
  if (activity.starts_with("Add") || activity.starts_with("Consent")) return "Add";
  return "Update";
}

std::string native_id(const DirectoryAct& act) {
  return "Directory_" + act.id + "_8K3PQ_" + std::to_string(act.time.milliseconds % 1000000000);
}

void initiator(JsonWriter& json, const World& world, const DirectoryAct& act) {
  json.key("initiatedBy").begin_object();
  if (act.actor == nullptr) {
    json.key("user").null().key("app").begin_object();
    json.key("appId").null().member("displayName", act.actor_app);
    json.key("servicePrincipalId").null().key("servicePrincipalName").null().end_object();
    json.end_object();
    return;
  }
  json.key("app").null().key("user").begin_object().member("id", act.actor->id);
  json.key("displayName").null().member("userPrincipalName", act.actor->upn);
  json.member("ipAddress", act.address).key("userType").null();
  json.member("homeTenantId", world.tenant).key("homeTenantName").null().end_object();
  json.end_object();
}

void text_or_null(JsonWriter& json, std::string_view name, std::string_view value) {
  json.key(name);
  if (value.empty())
    json.null();
  else
    json.text(value);
}

void targets(JsonWriter& json, const DirectoryAct& act) {
  json.key("targetResources").begin_array();
  bool first = true;
  for (const auto& target : act.targets) {
    json.begin_object().member("id", target.id);
    text_or_null(json, "displayName", target.name);
    json.member("type", target.type);
    text_or_null(json, "userPrincipalName", target.upn);
    json.key("groupType").null().key("modifiedProperties").begin_array();
    for (const auto& change : act.changes) {
      if (!first) break;  // they stand under the first target
      json.begin_object().member("displayName", change.name);
      text_or_null(json, "oldValue", on_one_line(change.before));
      text_or_null(json, "newValue", on_one_line(change.after));
      json.end_object();
    }
    first = false;
    json.end_array().end_object();
  }
  json.end_array();
}

std::string graph_record(const World& world, const DirectoryAct& act) {
  JsonWriter json;
  json.begin_object().member("id", native_id(act)).member("category", act.category);
  json.member("correlationId", act.correlation).member("result", "success");
  json.member("resultReason", "").member("activityDisplayName", act.activity);
  json.member("activityDateTime", rfc3339(act.time)).member("loggedByService", act.service);
  json.member("operationType", operation_type(act.activity));
  initiator(json, world, act);
  targets(json, act);
  json.key("additionalDetails").begin_array().begin_object();
  json.member("key", "User-Agent").member("value", "EvoSTS").end_object().end_array();
  json.end_object();
  return json.take();
}

class GraphFile final : public DailyExport {
 public:
  GraphFile(const World& world, OutFile file)
      : DailyExport({0, world.days}), world_(world), file_(std::move(file)) {
    file_.write("[\r\n");
  }
  Outcome close() override {
    file_.write("\r\n]\r\n");
    return file_.close();
  }

 private:
  void add(const Day& day) override {
    for (const auto& act : day.directory) {
      if (!first_) file_.write(",\r\n");
      file_.write(graph_record(world_, act));
      first_ = false;
    }
  }
  const World& world_;
  OutFile file_;
  bool first_ = true;
};

constexpr int shown_targets = 3, shown_changes = 5;

std::vector<std::string> portal_header() {
  std::vector<std::string> cells = {"Date (UTC)",
                                    "CorrelationId",
                                    "Service",
                                    "Category",
                                    "Activity",
                                    "Result",
                                    "ResultReason",
                                    "ActorType",
                                    "ActorDisplayName",
                                    "ActorObjectId",
                                    "ActorUserPrincipalName",
                                    "IPAddress"};
  for (int target = 1; target <= shown_targets; ++target) {
    for (const char* name : {"Type", "DisplayName", "ObjectId", "UserPrincipalName"})
      cells.push_back(fmt::format("Target{}{}", target, name));
    for (int change = 1; change <= shown_changes; ++change)
      for (const char* name : {"Name", "OldValue", "NewValue"})
        cells.push_back(fmt::format("Target{}ModifiedProperty{}{}", target, change, name));
  }
  return cells;
}

std::vector<std::string> portal_row(const DirectoryAct& act) {
  const bool user = act.actor != nullptr;
  std::vector<std::string> cells = {rfc3339(act.time),
                                    act.correlation,
                                    act.service,
                                    act.category,
                                    act.activity,
                                    "success",
                                    "",
                                    user ? "User" : "Application",
                                    user ? "" : act.actor_app,
                                    user ? act.actor->id : "",
                                    user ? act.actor->upn : "",
                                    act.address};
  for (std::size_t i = 0; i < shown_targets; ++i) {
    const bool there = i < act.targets.size();
    const DirectoryAct::Target target = there ? act.targets[i] : DirectoryAct::Target{};
    for (const auto& cell : {target.type, target.name, target.id, target.upn})
      cells.push_back(cell);
    for (std::size_t k = 0; k < shown_changes; ++k) {
      const bool known = i == 0 && k < act.changes.size();
      cells.push_back(known ? act.changes[k].name : "");
      cells.push_back(known ? on_one_line(act.changes[k].before) : "");
      cells.push_back(known ? on_one_line(act.changes[k].after) : "");
    }
  }
  return cells;
}

class PortalFile final : public DailyExport {
 public:
  PortalFile(const World& world, OutFile file)
      : DailyExport({0, world.days}), file_(std::move(file)) {
    file_.write(csv_row(portal_header(), ',', false));
  }
  Outcome close() override { return file_.close(); }

 private:
  void add(const Day& day) override {
    for (const auto& act : day.directory) file_.write(csv_row(portal_row(act), ',', false));
  }
  OutFile file_;
};

}  // namespace

Outcome open_directory_audit(const World& world, const std::filesystem::path& folder,
                             DailyExports& exports) {
  const auto place = folder / "directory-audit";
  DIGUE_TRY(auto graph, OutFile::create(place / "AuditLogs.json"));
  exports.push_back(std::make_unique<GraphFile>(world, std::move(graph)));
  DIGUE_TRY(auto portal, OutFile::create(place / ("AuditLogs_" + utc_day(world.start) + ".csv"),
                                         Encoding::utf8_bom));
  exports.push_back(std::make_unique<PortalFile>(world, std::move(portal)));
  return {};
}

}  // namespace digue::exercise
