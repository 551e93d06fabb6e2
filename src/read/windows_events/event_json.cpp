#include "read/windows_events/event_json.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/number.h"
#include "read/fields.h"
#include "read/json_split.h"
#include "read/record_sentences.h"
#include "read/sentences.h"

namespace digue::read::windows_events {

namespace {

using evtx::Section;
using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr std::size_t max_names_kept = 10'000;
constexpr std::size_t max_lines_before_record = 16;  // that tell of the log
constexpr std::string_view attributes_key = "#attributes", attributes_end = "_attributes";

enum class Shape : std::uint8_t { ours, xml, winlog, flat };

// One value of the object, and where it stands: "Event.System.Provider.Name".
struct Leaf {
  std::string_view path;
  std::string_view own;  // the last name of the path, which may hold dots itself
  std::string_view value;
  bool null = false;
  bool attribute = false;  // of an XML element
};

struct Named {
  std::string_view path;
  Section section;
  std::string_view name;  // as a log has it
};
constexpr std::array<Named, 6> of_system = {
    {{"Provider.Name", Section::provider, "Provider.Name"},
     {"EventID", Section::event_id, "EventID"},
     {"TimeCreated.SystemTime", Section::time, "TimeCreated.SystemTime"},
     {"EventRecordID", Section::record_id, "EventRecordID"},
     {"Channel", Section::channel, "Channel"},
     {"Computer", Section::computer, "Computer"}}};
constexpr std::array<Named, 5> of_ours = {{{"provider", Section::provider, "Provider.Name"},
                                           {"event_id", Section::event_id, "EventID"},
                                           {"time", Section::time, "TimeCreated.SystemTime"},
                                           {"channel", Section::channel, "Channel"},
                                           {"computer", Section::computer, "Computer"}}};
// Times: the first that is there counts.
constexpr std::array<Named, 13> of_winlog = {{
    {"winlog.time_created", Section::time, "TimeCreated.SystemTime"},
    {"@timestamp", Section::time, "TimeCreated.SystemTime"},
    {"winlog.provider_name", Section::provider, "Provider.Name"},
    {"winlog.event_id", Section::event_id, "EventID"},
    {"winlog.record_id", Section::record_id, "EventRecordID"},
    {"winlog.channel", Section::channel, "Channel"},
    {"winlog.computer_name", Section::computer, "Computer"},
    {"winlog.provider_guid", Section::system, "Provider.Guid"},
    {"winlog.process.pid", Section::system, "Execution.ProcessID"},
    {"winlog.process.thread.id", Section::system, "Execution.ThreadID"},
    {"winlog.user.identifier", Section::system, "Security.UserID"},
    {"winlog.activity_id", Section::system, "Correlation.ActivityID"},
    {"winlog.version", Section::system, "Version"},
}};
constexpr std::array<Named, 34> of_flat = {{
    {"TimeCreated_SystemTime", Section::time, "TimeCreated.SystemTime"},
    {"TimeCreated.SystemTime", Section::time, "TimeCreated.SystemTime"},
    {"SystemTime", Section::time, "TimeCreated.SystemTime"},
    {"TimeCreated", Section::time, "TimeCreated.SystemTime"},
    {"@timestamp", Section::time, "TimeCreated.SystemTime"},
    {"EventTime", Section::time, "TimeCreated.SystemTime"},
    {"Provider_Name", Section::provider, "Provider.Name"},
    {"Provider.Name", Section::provider, "Provider.Name"},
    {"ProviderName", Section::provider, "Provider.Name"},
    {"SourceName", Section::provider, "Provider.Name"},
    {"source_name", Section::provider, "Provider.Name"},
    {"Provider", Section::provider, "Provider.Name"},
    {"EventID", Section::event_id, "EventID"},
    {"EventId", Section::event_id, "EventID"},
    {"event_id", Section::event_id, "EventID"},
    {"EventRecordID", Section::record_id, "EventRecordID"},
    {"EventRecordId", Section::record_id, "EventRecordID"},
    {"RecordNumber", Section::record_id, "EventRecordID"},
    {"record_number", Section::record_id, "EventRecordID"},
    {"Channel", Section::channel, "Channel"},
    {"LogName", Section::channel, "Channel"},
    {"log_name", Section::channel, "Channel"},
    {"Computer", Section::computer, "Computer"},
    {"Hostname", Section::computer, "Computer"},
    {"ComputerName", Section::computer, "Computer"},
    {"computer_name", Section::computer, "Computer"},
    {"MachineName", Section::computer, "Computer"},
    {"Keywords", Section::system, "Keywords"},
    {"Level", Section::system, "Level"},
    {"Task", Section::system, "Task"},
    {"Opcode", Section::system, "Opcode"},
    {"Version", Section::system, "Version"},
    {"Execution_ProcessID", Section::system, "Execution.ProcessID"},
    {"Security_UserID", Section::system, "Security.UserID"},
}};

bool take_prefix(std::string_view& path, std::string_view prefix) {
  if (!path.starts_with(prefix)) return false;
  path.remove_prefix(prefix.size());
  return true;
}

Shape shape_of(const simdjson::dom::object& object) {
  for (const auto member : object) {
    const std::string_view name = member.key;
    if (name == "type" && member.value.is_string()) return Shape::ours;
    if (name == "Event" || name.starts_with("Event.")) return Shape::xml;
    if (name == "winlog" || name.starts_with("winlog.")) return Shape::winlog;
  }
  return Shape::flat;
}

}  // namespace

struct EventJson::Parts {
  simdjson::dom::parser parser{max_record_bytes};
  std::unordered_set<std::string> names;
  evtx::Fields* fields = nullptr;
  Shape shape = Shape::flat;
  Kind kind = Kind::record;
  evtx::RecordPlace place;
  std::string path, lookup;
  std::size_t leaves = 0;
  char number[32] = {};
  std::size_t time_rank = 0;  // in the table
  std::string time;
  bool has_record_id = false;

  using Fault = std::optional<Message>;

  Fault read(std::string_view text) {
    begin();
    element root;
    if (const auto error = parser.parse(text.data(), text.size()).get(root))
      return tell<sentences::json_broken>(simdjson::error_message(error));
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) return tell<sentences::not_an_object>();
    simdjson::dom::object source;  // of an export of Elasticsearch
    if (object["_source"].get(source) == simdjson::SUCCESS) object = source;
    shape = shape_of(object);
    if (shape == Shape::ours) look_at_type(object);
    if (auto fault = members(object, false, 0)) return fault;
    end();
    return std::nullopt;
  }

  void begin() {
    if (names.size() > max_names_kept) names.clear();
    fields->clear();
    path.clear();
    time.clear();
    leaves = 0;
    kind = Kind::record;
    place = {};
    has_record_id = false;
  }

  void end() {
    if (!time.empty()) fields->add(Section::time, "TimeCreated.SystemTime", time, false);
    // digue evtx tells it where it is another than the record's own number.
    if (shape == Shape::ours && !has_record_id && place.id != 0)
      fields->add(Section::record_id, "EventRecordID", std::to_string(place.id), false);
    fields->finish();
  }

  void look_at_type(const simdjson::dom::object& object) {
    std::string_view type;
    if (object["type"].get(type) != simdjson::SUCCESS || type == "record") return;
    kind = type == "unreadable" ? Kind::unreadable_stretch : Kind::other;
  }

  Fault members(const simdjson::dom::object& object, bool attribute, std::size_t depth) {
    const std::size_t length = path.size();
    for (const auto member : object) {
      std::string_view name = member.key;
      const bool marks = name == "#text" || name == attributes_key;
      const bool of_attributes = member.value.is_object() && name.ends_with(attributes_end);
      if (of_attributes && !marks) name.remove_suffix(attributes_end.size());
      if (!marks) (path += length == 0 ? "" : ".") += name;
      if (path.size() > max_path_bytes) return tell<sentences::names_too_long>(max_path_bytes);
      if (auto fault = value(member.value, marks ? std::string_view() : name,
                             attribute || of_attributes || name == attributes_key, depth + 1))
        return fault;
      path.resize(length);
    }
    return std::nullopt;
  }

  Fault value(const element& value, std::string_view own, bool attribute, std::size_t depth) {
    if (depth > max_json_depth) return tell<sentences::json_too_deep>(max_json_depth);
    if (value.is_object()) return members(value.get_object().value_unsafe(), attribute, depth);
    if (value.is_array()) {
      const simdjson::dom::array all = value.get_array().value_unsafe();
      for (const auto one : all)
        if (auto fault = this->value(one, own, attribute, depth + 1)) return fault;
      return std::nullopt;
    }
    if (++leaves > max_fields) return tell<sentences::too_many_fields>(max_fields);
    take({path, own, scalar(value), value.is_null(), attribute});
    return std::nullopt;
  }

  std::string_view scalar(const element& value) {
    const auto print = [&](auto plain) {
      const auto printed = std::to_chars(number, number + sizeof number, plain);
      return std::string_view(number, static_cast<std::size_t>(printed.ptr - number));
    };
    switch (value.type()) {
      case element_type::STRING:
        return value.get_string().value_unsafe();
      case element_type::BOOL:
        return value.get_bool().value_unsafe() ? "true" : "false";
      case element_type::INT64:
        return print(value.get_int64().value_unsafe());
      case element_type::UINT64:
        return print(value.get_uint64().value_unsafe());
      case element_type::DOUBLE:
        return print(value.get_double().value_unsafe());
      default:
        return {};
    }
  }

  void take(const Leaf& leaf) {
    switch (shape) {
      case Shape::ours:
        return take_ours(leaf);
      case Shape::xml:
        return take_xml(leaf);
      case Shape::winlog:
        return take_winlog(leaf);
      case Shape::flat:
        return take_flat(leaf);
    }
  }

  void take_ours(const Leaf& leaf) {
    auto rest = leaf.path;
    if (take_prefix(rest, "system.")) return system(rest, leaf);
    // Values within a value go by their own names, as they do in a log.
    if (take_prefix(rest, "data.")) return data(leaf.own, leaf);
    if (rest == "record_id") place.id = whole_number(leaf.value).value_or(0);
    if (rest == "recovered") place.recovered = leaf.value == "true";
    (void)take_known(of_ours, rest, leaf);
  }

  void take_xml(const Leaf& leaf) {
    auto rest = leaf.path;
    if (!take_prefix(rest, "Event.")) return;
    if (leaf.attribute && leaf.own.starts_with("xmlns")) return;
    if (take_prefix(rest, "System.")) return system(rest, leaf);
    const bool is_user_data = take_prefix(rest, "UserData.");
    if (is_user_data || rest.starts_with("EventData.")) {
      // One element wraps what UserData holds: its name tells nothing more.
      const auto dot = rest.find('.');
      const bool of_wrapper = leaf.attribute && rest.find('.', dot + 1) == std::string_view::npos;
      if (!of_wrapper && dot != std::string_view::npos) rest.remove_prefix(dot + 1);
    } else if (rest == "EventData" || rest == "UserData") {
      return;  // holds nothing
    }
    data(rest, leaf);
  }

  void take_winlog(const Leaf& leaf) {
    if (take_known(of_winlog, leaf.path, leaf)) return;
    auto rest = leaf.path;
    if (take_prefix(rest, "winlog.event_data.") || take_prefix(rest, "winlog.user_data."))
      data(rest, leaf);
  }

  void take_flat(const Leaf& leaf) {
    if (take_known(of_flat, leaf.path, leaf)) return;
    auto rest = leaf.path;
    (void)(take_prefix(rest, "event_data.") || take_prefix(rest, "EventData.") ||
           take_prefix(rest, "user_data."));
    data(rest, leaf);
  }

  void system(std::string_view name, const Leaf& leaf) {
    if (leaf.null || take_known(of_system, name, leaf)) return;
    fields->add(Section::system, kept(name), leaf.value, false);
  }

  void data(std::string_view name, const Leaf& leaf) {
    if (!name.empty()) fields->add(Section::data, kept(name), leaf.value, leaf.null);
  }

  // Whether the table has that path.
  bool take_known(std::span<const Named> table, std::string_view at, const Leaf& leaf) {
    const auto known =
        std::find_if(table.begin(), table.end(), [&](const Named& one) { return one.path == at; });
    if (known == table.end()) return false;
    if (leaf.null) return true;
    if (known->section == Section::time) {
      see_time(static_cast<std::size_t>(known - table.begin()), leaf.value);
      return true;
    }
    if (known->section == Section::record_id) see_record_id(leaf.value);
    fields->add(known->section, known->name, leaf.value, false);
    return true;
  }

  void see_time(std::size_t rank, std::string_view text) {
    if (!time.empty() && rank >= time_rank) return;
    time_rank = rank;
    time = text;
  }

  void see_record_id(std::string_view text) {
    has_record_id = true;
    if (shape != Shape::ours) place.id = whole_number(text).value_or(0);
  }

  // Lives while the record does.
  std::string_view kept(std::string_view name) {
    lookup.assign(name);
    return *names.insert(lookup).first;
  }
};

EventJson::EventJson() : parts_(std::make_unique<Parts>()) {}
EventJson::~EventJson() = default;

std::optional<Message> EventJson::fill(std::string_view object, evtx::Fields& fields) {
  parts_->fields = &fields;
  return parts_->read(object);
}

EventJson::Kind EventJson::kind() const {
  return parts_->kind;
}

evtx::RecordPlace EventJson::place() const {
  return parts_->place;
}

// The first line that is a record, after those in which digue evtx tells of its log.
static std::string_view from_first_record(std::string_view sample) {
  for (std::size_t i = 0; i < max_lines_before_record; ++i) {
    const bool tells = sample.starts_with(R"({"type":"unreadable")") ||
                       sample.starts_with(R"({"type":"event-log")");
    const auto end = sample.find('\n');
    if (!tells || end == std::string_view::npos) break;
    sample.remove_prefix(end + 1);
  }
  return sample;
}

int looks_like_events(std::string_view sample) {
  const auto record = first_record(from_first_record(sample));
  const auto names = member_names(record);
  const auto has = [&](std::initializer_list<std::string_view> any) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return std::find(any.begin(), any.end(), name) != any.end();
    });
  };
  const auto begins = [&](std::string_view with) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return name.starts_with(with); });
  };
  if (has({"record_id"}) && has({"channel"}) && has({"provider"}) && has({"event_id"})) return 95;
  if (has({"Event"}) && record.find("\"System\"") != record.npos &&
      record.find("\"EventID\"") != record.npos)
    return 90;
  if (has({"winlog"}) || begins("winlog.") || begins("Event.System.")) return 90;
  if (has({"_source"}) && record.find("\"winlog\"") != record.npos) return 85;
  const bool flat =
      has({"EventID", "EventId", "event_id"}) && has({"Channel", "LogName", "log_name"}) &&
      has({"Provider_Name", "Provider.Name", "ProviderName", "SourceName", "source_name",
           "Provider", "Computer", "Hostname", "ComputerName", "computer_name", "MachineName"});
  return flat ? 80 : 0;
}

}  // namespace digue::read::windows_events
