#include "exercise/evtx/chunk.h"

#include <fmt/core.h>

#include "exercise/evtx/value.h"
#include "exercise/output.h"
#include "exercise/random.h"

namespace digue::exercise::evtx {

namespace {

constexpr std::size_t header = 512;
// Tokens of the binary XML.
constexpr std::uint64_t end_of_fragment = 0x00, open_element = 0x01, end_of_tag = 0x02,
                        end_of_empty_tag = 0x03, end_of_element = 0x04, value_text = 0x05,
                        attribute_token = 0x06, template_instance = 0x0c, more = 0x40;
constexpr std::string_view fragment_header("\x0f\x01\x01\0", 4);
constexpr std::string_view event_space = "http://schemas.microsoft.com/win/2004/08/events/event";

// The values around every event, in the order of Windows' own template.
enum Slot : std::uint8_t {
  level,
  opcode,
  task,
  event_id,
  qualifiers,
  keywords,
  time_created,
  activity,
  process_id,
  thread_id,
  record_id,
  version,
  user_id,
  computer_name,
  event_data
};

std::string identity_of(const Kind& kind, std::string_view purpose) {
  Random random =
      Random(kind.id).fork(fmt::format("{} {} {}", kind.provider, kind.channel, purpose));
  return little(random.next(), 8) + little(random.next(), 8);
}

}  // namespace

Chunk::Chunk() : bytes_(header, '\0') {}

void Chunk::put(std::uint64_t number, int bytes) {
  bytes_ += little(number, bytes);
}

void Chunk::patch(std::size_t at, std::uint64_t number) {
  bytes_.replace(at, 4, little(number, 4));
}

// Templates take some 4 KiB, and the values around an event some 300 bytes.
bool Chunk::has_room(const Event& event) const {
  constexpr std::size_t of_templates = 6144, around = 512;
  std::size_t bytes = around + of_templates;
  for (const auto& value : event.values) bytes += 2 * value.size() + 8;
  return bytes_.size() + bytes <= size;
}

void Chunk::add(const Event& event, std::uint64_t record, std::string_view computer) {
  const std::size_t begin = bytes_.size();
  bytes_ += std::string("**\0\0", 4) + little(0, 4);
  put(record, 8);
  put(filetime(event.time), 8);
  bytes_ += fragment_header;
  use_template(identity_of(*event.kind, "event"), [&] { define_event(*event.kind); });
  values(event, record, computer);
  put(end_of_fragment, 1);
  while ((bytes_.size() - begin + 4) % 8 != 0) put(0, 1);
  const std::size_t total = bytes_.size() - begin + 4;
  put(total, 4);
  patch(begin + 4, total);
  if (first_ == 0) first_ = record;
  last_ = record;
  last_record_ = begin;
}

void Chunk::values(const Event& event, std::uint64_t record, std::string_view computer) {
  const Kind& kind = *event.kind;
  const auto told = [](std::uint64_t number) { return std::to_string(number); };
  const struct {
    Type type;
    std::string written;
  } all[] = {{Type::byte, told(kind.level)},
             {Type::byte, "0"},
             {Type::word, told(kind.task)},
             {Type::word, told(kind.id)},
             {Type::none, ""},
             {Type::hex64, told(kind.keywords)},
             {Type::time, told(filetime(event.time))},
             {Type::none, ""},
             {Type::number, told(4 + kind.id % 97 * 4)},
             {Type::number, told(120 + record % 61 * 4)},
             {Type::long_number, told(record)},
             {Type::byte, told(kind.version)},
             {event.user.empty() ? Type::none : Type::sid, event.user},
             {Type::text, std::string(computer)},
             {Type::xml, ""}};
  std::vector<Type> types;
  for (const auto& value : all) types.push_back(value.type);
  const auto table = begin_values(types);
  for (std::size_t i = 0; i < std::size(all); ++i) {
    const auto from = bytes_.size();
    if (i == event_data)
      data(event);
    else
      bytes_ += bytes_of(all[i].type, all[i].written);
    end_value(table, i, from);
  }
}

void Chunk::data(const Event& event) {
  const Kind& kind = *event.kind;
  bytes_ += fragment_header;
  use_template(identity_of(kind, "data"), [&] { define_data(kind); });
  std::vector<Type> types;
  for (const auto& field : kind.fields) types.push_back(field.type);
  const auto table = begin_values(types);
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    const auto from = bytes_.size();
    bytes_ += bytes_of(kind.fields[i].type, event.values[i]);
    end_value(table, i, from);
  }
  put(end_of_fragment, 1);
}

template <class Body>
void Chunk::use_template(const std::string& identity, Body body) {
  put(template_instance, 1);
  put(1, 1);
  bytes_ += identity.substr(0, 4);
  if (const auto known = templates_.find(identity); known != templates_.end())
    return put(known->second, 4);
  const std::size_t at = bytes_.size() + 4;
  put(at, 4);
  templates_[identity] = at;
  auto& bucket = template_table_[static_cast<unsigned char>(identity[0]) % template_table_.size()];
  put(bucket, 4);  // the one before in the same place of the table
  bucket = static_cast<std::uint32_t>(at);
  bytes_ += identity;
  put(0, 4);
  const std::size_t from = bytes_.size();
  bytes_ += fragment_header;
  body();
  put(end_of_fragment, 1);
  patch(from - 4, bytes_.size() - from);
}

std::size_t Chunk::begin_values(const std::vector<Type>& types) {
  put(types.size(), 4);
  const std::size_t table = bytes_.size();
  for (const Type type : types) put(static_cast<std::uint64_t>(type) << 16U, 4);
  return table;
}

void Chunk::end_value(std::size_t table, std::size_t index, std::size_t from) {
  bytes_.replace(table + 4 * index, 2, little(bytes_.size() - from, 2));
}

void Chunk::define_event(const Kind& kind) {
  element("Event", {{"xmlns", event_space}}, [&] {
    define_system(kind);
    slot(event_data, Type::xml);
  });
}

void Chunk::define_system(const Kind& kind) {
  element("System", {}, [&] {
    element("Provider", {{"Name", kind.provider}, {"Guid", kind.provider_id}}, nullptr);
    element("EventID", {{"Qualifiers", "", qualifiers, Type::word}},
            [&] { slot(event_id, Type::word); });
    leaf("Version", version, Type::byte);
    leaf("Level", level, Type::byte);
    leaf("Task", task, Type::word);
    leaf("Opcode", opcode, Type::byte);
    leaf("Keywords", keywords, Type::hex64);
    element("TimeCreated", {{"SystemTime", "", time_created, Type::time}}, nullptr);
    leaf("EventRecordID", record_id, Type::long_number);
    element("Correlation", {{"ActivityID", "", activity, Type::guid}}, nullptr);
    element(
        "Execution",
        {{"ProcessID", "", process_id, Type::number}, {"ThreadID", "", thread_id, Type::number}},
        nullptr);
    element("Channel", {}, [&] { text(kind.channel); });
    leaf("Computer", computer_name, Type::text);
    element("Security", {{"UserID", "", user_id, Type::sid}}, nullptr);
  });
}

void Chunk::define_data(const Kind& kind) {
  const auto fields = [&](bool named) {
    int number = 0;
    for (const auto& field : kind.fields) {
      if (named)
        leaf("Data", number, field.type, field.name);
      else
        leaf(field.name, number, field.type);
      ++number;
    }
  };
  if (kind.user_data.empty()) return element("EventData", {}, [&] { fields(true); });
  element("UserData", {}, [&] {
    element(kind.user_data, {{"xmlns", kind.user_data_space}}, [&] { fields(false); });
  });
}

// An element that is one value; the name of a Data is its attribute, but for Binary.
void Chunk::leaf(std::string_view name, int number, Type type, std::string_view attribute) {
  if (attribute.empty() || attribute == "Binary")
    return element(attribute.empty() ? name : attribute, {}, [&] { slot(number, type); });
  element(name, {{"Name", attribute}}, [&] { slot(number, type, plain_value); });
}

void Chunk::name(std::string_view name) {
  if (const auto known = names_.find(name); known != names_.end()) return put(known->second, 4);
  const std::size_t at = bytes_.size() + 4;
  put(at, 4);
  names_.emplace(name, at);
  std::uint32_t hash = 0;
  for (const char c : name) hash = hash * 65599U + static_cast<unsigned char>(c);
  hash &= 0xffffU;
  auto& bucket = name_table_[hash % name_table_.size()];
  put(bucket, 4);
  bucket = static_cast<std::uint32_t>(at);
  put(hash, 2);
  put(name.size(), 2);
  bytes_ += utf16_from_utf8(name);
  put(0, 2);
}

void Chunk::attribute(const Attribute& attribute, bool has_more) {
  put(attribute_token | (has_more ? more : 0), 1);
  name(attribute.name);
  if (attribute.slot < 0)
    text(attribute.text);
  else
    slot(attribute.slot, attribute.type);
}

// `body` writes what is within; nullptr: nothing is.
template <class Body>
void Chunk::element(std::string_view element_name, std::initializer_list<Attribute> attributes,
                    Body body) {
  put(open_element | (attributes.size() == 0 ? 0 : more), 1);
  put(0xffff, 2);  // depends on no value
  put(0, 4);
  const std::size_t from = bytes_.size();
  name(element_name);
  if (attributes.size() != 0) {
    put(0, 4);
    const std::size_t list = bytes_.size();
    for (const auto& one : attributes) attribute(one, &one + 1 != attributes.end());
    patch(list - 4, bytes_.size() - list);
  }
  if constexpr (std::is_null_pointer_v<Body>) {
    put(end_of_empty_tag, 1);
  } else {
    put(end_of_tag, 1);
    body();
    put(end_of_element, 1);
  }
  patch(from - 4, bytes_.size() - from);
}

void Chunk::text(std::string_view utf8) {
  const std::string units = utf16_from_utf8(utf8);
  put(value_text, 1);
  put(static_cast<std::uint64_t>(Type::text), 1);
  put(units.size() / 2, 2);
  bytes_ += units;
}

void Chunk::slot(int number, Type type, std::uint64_t token) {
  put(token, 1);
  put(static_cast<std::uint64_t>(number), 2);
  put(static_cast<std::uint64_t>(type), 1);
}

std::string Chunk::finish() const {
  std::string chunk = bytes_;
  chunk.resize(size);
  const auto set = [&](std::size_t at, std::string_view with) {
    chunk.replace(at, with.size(), with);
  };
  set(0, std::string_view("ElfChnk\0", 8));
  set(8, little(first_, 8) + little(last_, 8) + little(first_, 8) + little(last_, 8));
  set(40, little(128, 4) + little(last_record_, 4) + little(bytes_.size(), 4));
  set(52, little(crc32(std::string_view(bytes_).substr(header)), 4));
  std::string tables;
  for (const auto place : name_table_) tables += little(place, 4);
  for (const auto place : template_table_) tables += little(place, 4);
  set(128, tables);
  const std::string_view head = std::string_view(chunk).substr(0, header);
  set(124, little(crc32(head.substr(128), crc32(head.substr(0, 120))), 4));
  return chunk;
}

}  // namespace digue::exercise::evtx
