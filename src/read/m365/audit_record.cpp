#include "read/m365/audit_record.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/text.h"
#include "read/csv_rows.h"
#include "read/format.h"
#include "read/json_split.h"
#include "read/m365/audit_operations.h"

namespace digue::read::m365 {

namespace ondemand = simdjson::ondemand;

static_assert(copy_padding >= simdjson::SIMDJSON_PADDING);
static constexpr std::size_t max_subjects = 20;
static constexpr std::size_t max_name_bytes = 48;
static_assert(max_name_bytes + 8 <= copy_padding && std::endian::native == std::endian::little);
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
  if (known.size() != key.size() || (known.front() | 0x20) != (key.front() | 0x20)) return false;
  return std::memcmp(known.data(), key.data(), key.size()) == 0 || equal_ignoring_case(known, key);
}

// The same for a name known to the compiler, which then compares words.
template <std::size_t size>
bool is(std::string_view key, const char (&known)[size]) {
  constexpr std::size_t length = size - 1;
  if (key.size() != length) return false;
  return std::memcmp(&key.front(), known, length) == 0 || equal_ignoring_case(key, {known, length});
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

constexpr std::uint64_t ones = 0x0101010101010101ULL, highs = ones * 0x80;

std::uint64_t word_at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, 8);
  return word;
}

// The high bit of each byte of the word that is c (and of none before the first).
std::uint64_t bytes_equal(std::uint64_t word, char c) {
  word ^= ones * static_cast<unsigned char>(c);
  return (word - ones) & ~word & highs;
}

// Short texts are the rule: looked through eight bytes at a time, without a call.  The last words
// may reach into what follows the text, which only makes the answer "perhaps".
bool may_have_backslash(std::string_view text) {
  std::uint64_t found = 0;
  for (std::size_t at = 0; at < text.size(); at += 8)
    found |= bytes_equal(word_at(&text[at]), '\\');
  return found != 0;
}

// The text of a value: a string's own text, a scalar as written, an object or array as JSON.
std::string_view text_of(ondemand::value value) {
  const std::string_view token = without_end_spaces(value.raw_json_token());
  if (token.empty() || token == "null") return {};
  if (token.front() == '"') {
    if (token.size() >= 2 && token.back() == '"' && !may_have_backslash(token))
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
// nobody's.  Reads into the padding at most.
std::string_view name_of(ondemand::field& field) {
  const char* begin = field.key().raw();
  for (std::size_t at = 0; at < max_name_bytes; at += 8) {
    const std::uint64_t quotes = bytes_equal(word_at(begin + at), '"');
    if (quotes != 0) return {begin, at + static_cast<unsigned>(std::countr_zero(quotes)) / 8};
  }
  return {};
}

// Runs of one operation are the rule: the table is asked once for each run.
class ShapeMemory {
 public:
  Shape of(std::string_view operation) {
    if (operation != last_) {
      last_ = operation;
      shape_ = operation_named(operation).shape;
    }
    return shape_;
  }

 private:
  std::string last_;
  Shape shape_ = Shape::plain;
};

// Walks the members of objects, once, in their order.
class Reader {
 public:
  Reader(AuditRecord& record, ShapeMemory& shapes) : record_(record), shapes_(shapes) {}

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
      const auto name = name_of(field);
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
        return wanted(known.list) ? properties(value, record_.*known.list) : ok;
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

  // The properties of an operation that nobody looks into need not be read: in most records the
  // operation stands before them.
  bool wanted(List list) {
    const bool of_operation = list == &AuditRecord::parameters || list == &AuditRecord::modified ||
                              list == &AuditRecord::operation_properties;
    return !of_operation || record_.operation.empty() ||
           shapes_.of(record_.operation) != Shape::plain;
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
        if (is(name, "Name")) property.name = text_of(text);
        if (is(name, "Value") || is(name, "NewValue")) property.value = text_of(text);
        if (is(name, "OldValue")) property.old_value = text_of(text);
        return ok;
      });
      if (list.size() < max_properties && !property.name.empty()) list.push_back(property);
      return error;
    });
  }

  simdjson::error_code access_context(ondemand::value value) {
    return inside(value, [&](std::string_view name, ondemand::value text) {
      if (is(name, "UniqueTokenId")) record_.token = text_of(text);
      if (is(name, "AADSessionId")) record_.token_session = text_of(text);
      if (is(name, "ClientAppId")) set(&AuditRecord::client_app, text_of(text), false);
      return ok;
    });
  }

  // Folders[].FolderItems[].InternetMessageId: the ids that a MailItemsAccessed record proves.
  simdjson::error_code folders(ondemand::value value) {
    return each_object(value, [&](ondemand::object folder) {
      return each(folder, [&](std::string_view name, ondemand::value member_value) {
        if (is(name, "Path") && record_.folder.empty()) record_.folder = text_of(member_value);
        if (!is(name, "FolderItems")) return ok;
        return each_object(member_value, [&](ondemand::object) { return ++record_.items, ok; });
      });
    });
  }

  simdjson::error_code affected_items(ondemand::value value) {
    return each_object(value, [&](ondemand::object object) {
      ++record_.items;
      return each(object, [&](std::string_view name, ondemand::value text) {
        if (is(name, "Subject") && record_.subjects.size() < max_subjects)
          record_.subjects.push_back(text_of(text));
        return ok;
      });
    });
  }

  simdjson::error_code item(ondemand::value value) {
    return inside(value, [&](std::string_view name, ondemand::value text) {
      if (is(name, "Subject")) record_.subject = text_of(text);
      if (is(name, "Attachments")) record_.attachments = text_of(text);
      if (is(name, "InternetMessageId")) record_.message_id = text_of(text);
      if (is(name, "ParentFolder")) return path(text, record_.folder);
      return ok;
    });
  }

  // A folder: its path, and the permission that the record speaks of.
  simdjson::error_code path(ondemand::value value, std::string_view& out) {
    return inside(value, [&](std::string_view name, ondemand::value text) {
      if (is(name, "Path")) out = text_of(text);
      if (is(name, "MemberUpn")) record_.member_name = text_of(text);
      if (is(name, "MemberRights")) record_.member_rights = text_of(text);
      return ok;
    });
  }

  static constexpr simdjson::error_code ok = simdjson::SUCCESS;
  AuditRecord& record_;
  ShapeMemory& shapes_;
  std::string_view audit_data_text_;
};
}  // namespace

struct AuditParser::State {
  ondemand::parser outer{max_record_bytes + 1024}, inner{max_record_bytes + 1024};
  AuditRecord record;
  ShapeMemory shapes;
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
    Reader reader(record, shapes);
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
