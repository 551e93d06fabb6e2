#include "read/m365/audit_record.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"
#include "read/csv_rows.h"
#include "read/format.h"
#include "read/json_split.h"

namespace digue::read::m365 {

namespace ondemand = simdjson::ondemand;

static_assert(copy_padding >= simdjson::SIMDJSON_PADDING);
static constexpr std::size_t max_subjects = 20;
static constexpr std::ptrdiff_t max_name_bytes = 64;
static constexpr std::size_t max_properties = max_details;

std::string_view value_of(std::span<const Property> properties, std::string_view name) {
  for (const auto& property : properties)
    if (equal_ignoring_case(property.name, name)) return property.value;
  return {};
}

bool has_property(std::span<const Property> properties, std::string_view name) {
  return std::any_of(properties.begin(), properties.end(), [&](const Property& property) {
    return equal_ignoring_case(property.name, name);
  });
}

void AuditRecord::clear() {
  auto keep = [](auto& list) {
    list.clear();
    return std::move(list);
  };
  AuditRecord empty;
  empty.subjects = keep(subjects);
  empty.parameters = keep(parameters);
  empty.extended = keep(extended);
  empty.device = keep(device);
  empty.operation_properties = keep(operation_properties);
  empty.modified = keep(modified);
  *this = std::move(empty);
}

namespace {
using Text = std::string_view AuditRecord::*;
using List = std::vector<Property> AuditRecord::*;

enum class Kind : std::uint8_t {
  none,
  text,  // kept as it is
  list,  // of properties
  audit_data,
  access_context,
  folders,
  affected_items,
  item,
  folder,
  destination_folder,
  actor,
  target,
};

struct Member {
  std::string_view name;  // as Microsoft writes it
  Kind kind = Kind::none;
  Text text = nullptr;
  List list = nullptr;
};
// In the order of their lengths: a name is compared with those of its own length only.
constexpr std::array members = std::to_array<Member>({
    {"Id", Kind::text, &AuditRecord::id, nullptr},
    {"Item", Kind::item, nullptr, nullptr},
    {"Actor", Kind::actor, nullptr, nullptr},
    {"AppId", Kind::text, &AuditRecord::app, nullptr},
    {"Folder", Kind::folder, nullptr, nullptr},
    {"Target", Kind::target, nullptr, nullptr},
    {"UserId", Kind::text, &AuditRecord::user, nullptr},
    {"Folders", Kind::folders, nullptr, nullptr},
    {"SiteUrl", Kind::text, &AuditRecord::site, nullptr},
    {"UserIds", Kind::text, &AuditRecord::user, nullptr},
    {"UserKey", Kind::text, &AuditRecord::user_key, nullptr},
    {"ClientIP", Kind::text, &AuditRecord::client_ip, nullptr},
    {"Identity", Kind::text, &AuditRecord::id, nullptr},
    {"ObjectId", Kind::text, &AuditRecord::object, nullptr},
    {"RecordId", Kind::text, &AuditRecord::id, nullptr},
    {"Workload", Kind::text, &AuditRecord::workload, nullptr},
    {"AuditData", Kind::audit_data, nullptr, nullptr},
    {"Operation", Kind::text, &AuditRecord::operation, nullptr},
    {"SessionId", Kind::text, &AuditRecord::session, nullptr},
    {"UserAgent", Kind::text, &AuditRecord::user_agent, nullptr},
    {"DestFolder", Kind::destination_folder, nullptr, nullptr},
    {"LogonError", Kind::text, &AuditRecord::logon_error, nullptr},
    {"Operations", Kind::text, &AuditRecord::operation, nullptr},
    {"Parameters", Kind::list, nullptr, &AuditRecord::parameters},
    {"RecordType", Kind::text, &AuditRecord::record_type, nullptr},
    {"ClientAppId", Kind::text, &AuditRecord::client_app, nullptr},
    {"ErrorNumber", Kind::text, &AuditRecord::error_number, nullptr},
    {"CreationDate", Kind::text, &AuditRecord::wrapper_time, nullptr},
    {"CreationTime", Kind::text, &AuditRecord::time, nullptr},
    {"ResultStatus", Kind::text, &AuditRecord::result_status, nullptr},
    {"AffectedItems", Kind::affected_items, nullptr, nullptr},
    {"ApplicationId", Kind::text, &AuditRecord::application, nullptr},
    {"CorrelationId", Kind::text, &AuditRecord::correlation, nullptr},
    {"ActorIpAddress", Kind::text, &AuditRecord::actor_ip_address, nullptr},
    {"InterSystemsId", Kind::text, &AuditRecord::correlation, nullptr},
    {"SendAsUserSmtp", Kind::text, &AuditRecord::send_as, nullptr},
    {"SourceFileName", Kind::text, &AuditRecord::file_name, nullptr},
    {"ClientIPAddress", Kind::text, &AuditRecord::client_ip_address, nullptr},
    {"createdDateTime", Kind::text, &AuditRecord::wrapper_time, nullptr},
    {"MailboxOwnerUPN", Kind::text, &AuditRecord::mailbox_owner, nullptr},
    {"AppAccessContext", Kind::access_context, nullptr, nullptr},
    {"ClientInfoString", Kind::text, &AuditRecord::client_info, nullptr},
    {"DeviceProperties", Kind::list, nullptr, &AuditRecord::device},
    {"userPrincipalName", Kind::text, &AuditRecord::user, nullptr},
    {"auditLogRecordType", Kind::text, &AuditRecord::record_type, nullptr},
    {"ExtendedProperties", Kind::list, nullptr, &AuditRecord::extended},
    {"ModifiedProperties", Kind::list, nullptr, &AuditRecord::modified},
    {"OperationProperties", Kind::list, nullptr, &AuditRecord::operation_properties},
    {"TargetUserOrGroupName", Kind::text, &AuditRecord::sharing_target, nullptr},
    {"ApplicationDisplayName", Kind::text, &AuditRecord::app_display_name, nullptr},
    {"SendOnBehalfOfUserSmtp", Kind::text, &AuditRecord::send_on_behalf, nullptr},
});
constexpr std::size_t longest_name = members.back().name.size();

// Where the names of each length begin.
constexpr auto begin_of_length = [] {
  std::array<std::uint8_t, longest_name + 2> begins{};
  for (std::size_t length = 0; length < begins.size(); ++length)
    for (const auto& member : members)
      if (member.name.size() < length) ++begins[length];
  return begins;
}();

// Nearly always the spelling is the same, and one comparison is enough.
bool same_name(std::string_view known, std::string_view key) {
  if (known.size() != key.size()) return false;
  if (std::memcmp(known.data(), key.data(), key.size()) == 0) return true;
  return (known.front() | 0x20) == (key.front() | 0x20) && equal_ignoring_case(known, key);
}

const Member& member_named(std::string_view key) {
  static constexpr Member nobody;
  if (key.empty() || key.size() > longest_name) return nobody;
  for (std::size_t i = begin_of_length[key.size()]; i < begin_of_length[key.size() + 1]; ++i)
    if (same_name(members[i].name, key)) return members[i];
  return nobody;
}

std::string_view without_end_spaces(std::string_view token) {
  while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ') token.remove_suffix(1);
  return token;
}

// Short texts are the rule: looked through eight bytes at a time, without a call.
bool has_backslash(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL, highs = ones * 0x80;
  std::uint64_t found = 0, word = 0;
  while (text.size() >= 8) {
    std::memcpy(&word, text.data(), 8);
    word ^= ones * '\\';
    found |= (word - ones) & ~word & highs;
    text.remove_prefix(8);
  }
  for (const char c : text) found |= c == '\\' ? 1 : 0;
  return found != 0;
}

// The text of a value: a string's own text, a scalar as written, an object or array as JSON.
std::string_view text_of(ondemand::value value) {
  const std::string_view token = without_end_spaces(value.raw_json_token());
  if (token.empty() || token == "null") return {};
  if (token.front() == '"') {
    if (token.size() >= 2 && token.back() == '"' && !has_backslash(token))
      return token.substr(1, token.size() - 2);
    std::string_view text;
    return value.get_string().get(text) == simdjson::SUCCESS ? text : std::string_view();
  }
  if (token.front() == '{') {
    ondemand::object object;
    std::string_view raw;
    if (value.get_object().get(object) || object.raw_json().get(raw)) return {};
    return raw;
  }
  if (token.front() == '[') {
    ondemand::array array;
    std::string_view raw;
    if (value.get_array().get(array) || array.raw_json().get(raw)) return {};
    return raw;
  }
  return token;
}

// The name of a field without unescaping it: names with escapes, or too long to be known, are
// nobody's.
std::string_view name_of(ondemand::field& field, const char* end) {
  const char* begin = field.key().raw();
  const char* stop = end - begin > max_name_bytes ? begin + max_name_bytes : end;
  for (const char* at = begin; at < stop; ++at)
    if (*at == '"') return {begin, static_cast<std::size_t>(at - begin)};
  return {};
}

// Walks the members of objects, once, in their order.
class Reader {
 public:
  Reader(AuditRecord& record, const char* end) : record_(record), end_(end) {}

  simdjson::error_code read(ondemand::object object, bool is_audit_data) {
    return each(object, [&](std::string_view name, ondemand::value value) {
      return member(name, value, is_audit_data);
    });
  }
  // AuditData given as a text of JSON, to be parsed in its turn.
  std::string_view audit_data_text() const { return audit_data_text_; }

 private:
  template <class Visit>
  simdjson::error_code each(ondemand::object object, Visit visit) {
    for (auto result : object) {
      ondemand::field field;
      if (const auto error = std::move(result).get(field)) return error;
      const auto name = name_of(field, end_);
      if (const auto error = visit(name, field.value())) return error;
    }
    return simdjson::SUCCESS;
  }
  template <class Visit>
  simdjson::error_code each_object(ondemand::value value, Visit visit) {
    ondemand::array array;
    if (value.get_array().get(array)) return simdjson::SUCCESS;  // null, or a text: nothing to see
    for (auto result : array) {
      ondemand::value item;
      if (const auto error = std::move(result).get(item)) return error;
      ondemand::object object;
      if (item.get_object().get(object)) continue;
      if (const auto error = visit(object)) return error;
    }
    return simdjson::SUCCESS;
  }
  // The member of that name of an object value, and the others passed over.
  template <class Visit>
  simdjson::error_code inside(ondemand::value value, Visit visit) {
    ondemand::object object;
    if (value.get_object().get(object)) return simdjson::SUCCESS;
    return each(object, visit);
  }

  void set(Text text, std::string_view value, bool wins) {
    if (!value.empty() && (wins || (record_.*text).empty())) record_.*text = value;
  }

  simdjson::error_code member(std::string_view name, ondemand::value value, bool is_audit_data) {
    const Member& known = member_named(name);
    switch (known.kind) {
      case Kind::none:
        return ok;
      case Kind::text:
        return set(known.text, text_of(value), is_audit_data), ok;
      case Kind::list:
        return properties(value, record_.*known.list);
      case Kind::audit_data:
        return audit_data(value);
      case Kind::access_context:
        return access_context(value);
      case Kind::folders:
        return folders(value);
      case Kind::affected_items:
        return affected_items(value);
      case Kind::item:
        return item(value);
      case Kind::folder:
        return path(value, record_.folder);
      case Kind::destination_folder:
        return path(value, record_.destination_folder);
      case Kind::actor:
        return record_.actors = text_of(value), ok;
      case Kind::target:
        return record_.targets = text_of(value), ok;
    }
    return ok;
  }

  simdjson::error_code audit_data(ondemand::value value) {
    ondemand::object object;
    if (value.get_object().get(object) == simdjson::SUCCESS) return read(object, true);
    audit_data_text_ = text_of(value);
    return ok;
  }

  simdjson::error_code properties(ondemand::value value, std::vector<Property>& list) {
    return each_object(value, [&](ondemand::object object) {
      Property property;
      const auto error = each(object, [&](std::string_view name, ondemand::value text) {
        if (same_name("Name", name)) property.name = text_of(text);
        if (same_name("Value", name) || same_name("NewValue", name)) property.value = text_of(text);
        if (same_name("OldValue", name)) property.old_value = text_of(text);
        return ok;
      });
      if (list.size() < max_properties && !property.name.empty()) list.push_back(property);
      return error;
    });
  }

  simdjson::error_code access_context(ondemand::value value) {
    return inside(value, [&](std::string_view name, ondemand::value text) {
      if (same_name("UniqueTokenId", name)) record_.token = text_of(text);
      if (same_name("AADSessionId", name)) record_.token_session = text_of(text);
      if (same_name("ClientAppId", name)) set(&AuditRecord::client_app, text_of(text), false);
      return ok;
    });
  }

  // Folders[].FolderItems[].InternetMessageId: the ids that a MailItemsAccessed record proves.
  simdjson::error_code folders(ondemand::value value) {
    return each_object(value, [&](ondemand::object folder) {
      return each(folder, [&](std::string_view name, ondemand::value member_value) {
        if (same_name("Path", name) && record_.folder.empty())
          record_.folder = text_of(member_value);
        if (!same_name("FolderItems", name)) return ok;
        return each_object(member_value, [&](ondemand::object) { return ++record_.items, ok; });
      });
    });
  }

  simdjson::error_code affected_items(ondemand::value value) {
    return each_object(value, [&](ondemand::object object) {
      ++record_.items;
      return each(object, [&](std::string_view name, ondemand::value text) {
        if (same_name("Subject", name) && record_.subjects.size() < max_subjects)
          record_.subjects.push_back(text_of(text));
        return ok;
      });
    });
  }

  simdjson::error_code item(ondemand::value value) {
    return inside(value, [&](std::string_view name, ondemand::value text) {
      if (same_name("Subject", name)) record_.subject = text_of(text);
      if (same_name("Attachments", name)) record_.attachments = text_of(text);
      if (same_name("InternetMessageId", name)) record_.message_id = text_of(text);
      if (same_name("ParentFolder", name)) return path(text, record_.folder);
      return ok;
    });
  }

  // A folder: its path, and the permission that the record speaks of.
  simdjson::error_code path(ondemand::value value, std::string_view& out) {
    return inside(value, [&](std::string_view name, ondemand::value text) {
      if (same_name("Path", name)) out = text_of(text);
      if (same_name("MemberUpn", name)) record_.member_name = text_of(text);
      if (same_name("MemberRights", name)) record_.member_rights = text_of(text);
      return ok;
    });
  }

  static constexpr simdjson::error_code ok = simdjson::SUCCESS;
  AuditRecord& record_;
  const char* end_;
  std::string_view audit_data_text_;
};
}  // namespace

struct AuditParser::State {
  ondemand::parser outer{max_record_bytes + 1024}, inner{max_record_bytes + 1024};
  AuditRecord record;
  std::string text;  // of an AuditData that is a text of JSON
  simdjson::error_code error = simdjson::SUCCESS;
  bool wrapper_is_good = false;

  bool read(ondemand::parser& parser, std::string_view json, bool is_audit_data,
            std::string_view* audit_data_text) {
    const simdjson::padded_string_view padded(json.data(), json.size(), json.size() + copy_padding);
    ondemand::document document;
    ondemand::object object;
    error = parser.iterate(padded).get(document);
    if (!error) error = document.get_object().get(object);
    if (error) return false;
    Reader reader(record, json.data() + json.size());
    error = reader.read(object, is_audit_data);
    if (audit_data_text != nullptr) *audit_data_text = reader.audit_data_text();
    return error == simdjson::SUCCESS;
  }
};

AuditParser::AuditParser() : state_(std::make_unique<State>()) {}
AuditParser::~AuditParser() = default;
AuditParser::AuditParser(AuditParser&&) noexcept = default;
AuditParser& AuditParser::operator=(AuditParser&&) noexcept = default;

bool AuditParser::parse(std::string_view json) {
  state_->record.clear();
  std::string_view audit_data;
  state_->wrapper_is_good = state_->read(state_->outer, json, false, &audit_data);
  if (!state_->wrapper_is_good) return false;
  if (audit_data.empty()) return true;
  auto& text = state_->text;
  if (text.size() < audit_data.size() + copy_padding) text.resize(audit_data.size() + copy_padding);
  std::memcpy(text.data(), audit_data.data(), audit_data.size());
  return state_->read(state_->inner, {text.data(), audit_data.size()}, true, nullptr);
}

const AuditRecord& AuditParser::record() const {
  return state_->record;
}

bool AuditParser::only_audit_data_is_bad() const {
  return state_->wrapper_is_good && state_->error != simdjson::SUCCESS;
}

std::string_view AuditParser::error() const {
  return simdjson::error_message(state_->error);
}

std::string_view identity_of_type(std::string_view list, int type) {
  for (std::size_t at = list.find("\"ID\""); at != std::string_view::npos;
       at = list.find("\"ID\"", at + 1)) {
    const std::size_t open = list.find('"', list.find(':', at));
    if (open == std::string_view::npos) return {};
    const std::size_t end = end_of_string(list, open);
    const auto rest = list.substr(std::min(end, list.size()));
    const std::size_t digit = rest.find_first_of("0123456789}");
    if (digit != std::string_view::npos && rest[digit] == static_cast<char>('0' + type))
      return list.substr(open + 1, end - open - 2);
  }
  return {};
}

}  // namespace digue::read::m365
