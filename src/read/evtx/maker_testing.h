// Makes valid Windows event logs, for tests, fuzzing and golden pairs: file header, chunks, names,
// definitions, records with and without template, nested BinXML, checksums.  It shares no code with
// the reader.  Texts are ASCII or UTF-16 given as such.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digue::read::evtx::testing {

inline std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0) {
  std::uint32_t crc = ~before;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320U : 0U);
  }
  return ~crc;
}

inline std::string little(std::uint64_t number, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xff);
  return out;
}

inline std::string utf16(std::u16string_view text) {
  std::string out;
  for (const char16_t unit : text) out += little(unit, 2);
  return out;
}
inline std::string utf16(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) out += little(static_cast<unsigned char>(c), 2);
  return out;
}

// A constant text, or a slot.
struct Content {
  std::string text;
  int slot = -1;
  bool optional = false;
};
inline Content slot(int number) {
  return {.text = "", .slot = number, .optional = false};
}
inline Content optional_slot(int number) {
  return {.text = "", .slot = number, .optional = true};
}

struct Element {
  std::string name;
  std::vector<std::pair<std::string, Content>> attributes = {};
  std::vector<Content> content = {};
  std::vector<Element> elements = {};
};

struct Definition {
  std::string guid;  // sixteen bytes
  Element root;
};

struct MadeValue {
  std::uint8_t type = 0;
  std::string bytes;
  // BinXML made in its place: a template and its values.
  const Definition* definition = nullptr;
  std::vector<MadeValue> values = {};
};
inline MadeValue text_value(std::string_view ascii) {
  return {0x01, utf16(ascii)};
}
inline MadeValue number_value(std::uint8_t type, std::uint64_t number, int bytes) {
  return {type, little(number, bytes)};
}
inline MadeValue nested_value(const Definition& definition, std::vector<MadeValue> values) {
  return {0x21, "", &definition, std::move(values)};
}
inline std::string sid_bytes(const std::vector<std::uint32_t>& parts) {
  std::string out = {1, static_cast<char>(parts.size()), 0, 0, 0, 0, 0, 5};
  for (const auto part : parts) out += little(part, 4);
  return out;
}

class ChunkMaker {
 public:
  static constexpr std::size_t size = 65536, header = 512;

  bool has_room(std::size_t bytes) const { return bytes_.size() + bytes <= size; }
  std::size_t used() const { return bytes_.size(); }

  // A record that uses the definition, written where it is first used; where the record begins.
  std::size_t add(std::uint64_t id, std::uint64_t filetime, const Definition& definition,
                  const std::vector<MadeValue>& values) {
    const std::size_t begin = begin_record(id, filetime);
    fragment();
    instance(definition, values);
    return end_record(begin, id);
  }
  // A record without template.
  std::size_t add(std::uint64_t id, std::uint64_t filetime, const Element& root) {
    const std::size_t begin = begin_record(id, filetime);
    fragment();
    element(root, false);
    put(0x00, 1);
    return end_record(begin, id);
  }
  // A record of any bytes.
  std::size_t add_bytes(std::uint64_t id, std::uint64_t filetime, std::string_view binxml) {
    const std::size_t begin = begin_record(id, filetime);
    bytes_ += binxml;
    return end_record(begin, id);
  }

  // Whole; its header speaks of the first `kept` bytes and of the records up to `last_id`: the rest
  // is what an older chunk left there.
  std::string finish(std::size_t kept, std::uint64_t last_id) const {
    std::string chunk = bytes_;
    chunk.resize(size);
    set(chunk, 0, std::string("ElfChnk\0", 8));
    set(chunk, 8, little(first_, 8) + little(last_id, 8) + little(first_, 8) + little(last_id, 8));
    set(chunk, 40, little(128, 4) + little(last_record_, 4) + little(kept, 4));
    set(chunk, 52, little(crc32(std::string_view(chunk).substr(header, kept - header)), 4));
    const std::uint32_t crc = crc32(std::string_view(chunk).substr(0, 120));
    set(chunk, 124, little(crc32(std::string_view(chunk).substr(128, header - 128), crc), 4));
    return chunk;
  }
  std::string finish() const { return finish(bytes_.size(), last_); }

 private:
  static void set(std::string& bytes, std::size_t at, std::string_view with) {
    bytes.replace(at, with.size(), with);
  }
  void put(std::uint64_t number, int bytes) { bytes_ += little(number, bytes); }
  void patch(std::size_t at, std::uint64_t number) { set(bytes_, at, little(number, 4)); }

  std::size_t begin_record(std::uint64_t id, std::uint64_t filetime) {
    const std::size_t begin = bytes_.size();
    bytes_ += std::string("**\0\0", 4) + little(0, 4) + little(id, 8) + little(filetime, 8);
    return begin;
  }
  std::size_t end_record(std::size_t begin, std::uint64_t id) {
    while ((bytes_.size() - begin + 4) % 8 != 0) put(0, 1);
    const std::size_t total = bytes_.size() - begin + 4;
    put(total, 4);
    patch(begin + 4, total);
    if (first_ == 0) first_ = id;
    last_ = id;
    last_record_ = begin;
    return begin;
  }
  void fragment() { bytes_ += std::string("\x0f\x01\x01\0", 4); }

  void instance(const Definition& definition, const std::vector<MadeValue>& values) {
    put(0x0c, 1);
    put(1, 1);
    bytes_ += definition.guid.substr(0, 4);
    const auto known = definitions_.find(definition.guid);
    if (known != definitions_.end()) {
      put(known->second, 4);
    } else {
      definitions_[definition.guid] = bytes_.size() + 4;
      put(bytes_.size() + 4, 4);
      define(definition);
    }
    put(values.size(), 4);
    const std::size_t table = bytes_.size();
    for (const auto& value : values) put(std::uint64_t{value.type} << 16, 4);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::size_t begin = bytes_.size();
      value(values[i]);
      const std::uint64_t bytes = bytes_.size() - begin;
      patch(table + 4 * i, bytes | std::uint64_t{values[i].type} << 16);
    }
  }
  void value(const MadeValue& value) {
    if (value.definition == nullptr) {
      bytes_ += value.bytes;
      return;
    }
    fragment();
    instance(*value.definition, value.values);
    put(0x00, 1);
  }

  void define(const Definition& definition) {
    put(0, 4);
    bytes_ += definition.guid;
    const std::size_t size_at = bytes_.size();
    put(0, 4);
    const std::size_t begin = bytes_.size();
    fragment();
    element(definition.root, true);
    put(0x00, 1);
    patch(size_at, bytes_.size() - begin);
  }

  void name(const std::string& name) {
    const auto known = names_.find(name);
    put(known != names_.end() ? known->second : bytes_.size() + 4, 4);
    if (known != names_.end()) return;
    names_[name] = bytes_.size();
    std::uint32_t hash = 0;
    for (const char c : name) hash = hash * 65599 + static_cast<unsigned char>(c);
    put(0, 4);
    put(hash & 0xffff, 2);
    put(name.size(), 2);
    bytes_ += utf16(name);
    put(0, 2);
  }

  void piece(const Content& piece, bool more) {
    if (piece.slot >= 0) {
      put(piece.optional ? 0x0e : 0x0d, 1);
      put(static_cast<std::uint64_t>(piece.slot), 2);
      put(0x01, 1);
      return;
    }
    put(more ? 0x45 : 0x05, 1);
    put(0x01, 1);
    put(piece.text.size(), 2);
    bytes_ += utf16(piece.text);
  }

  void element(const Element& element, bool of_definition) {
    put(element.attributes.empty() ? 0x01 : 0x41, 1);
    if (of_definition) put(0xffff, 2);
    const std::size_t size_at = bytes_.size();
    put(0, 4);
    name(element.name);
    attributes(element);
    const bool empty = element.content.empty() && element.elements.empty();
    put(empty ? 0x03 : 0x02, 1);
    for (const auto& child : element.elements) this->element(child, of_definition);
    for (std::size_t i = 0; i < element.content.size(); ++i)
      piece(element.content[i], i + 1 < element.content.size());
    if (!empty) put(0x04, 1);
    patch(size_at, bytes_.size() - size_at - 4);
  }
  void attributes(const Element& element) {
    if (element.attributes.empty()) return;
    const std::size_t size_at = bytes_.size();
    put(0, 4);
    for (std::size_t i = 0; i < element.attributes.size(); ++i) {
      put(i + 1 < element.attributes.size() ? 0x46 : 0x06, 1);
      name(element.attributes[i].first);
      piece(element.attributes[i].second, false);
    }
    patch(size_at, bytes_.size() - size_at - 4);
  }

  std::string bytes_ = std::string(header, '\0');
  std::map<std::string, std::size_t> names_, definitions_;
  std::uint64_t first_ = 0, last_ = 0;
  std::size_t last_record_ = header;
};

inline std::string make_log(const std::vector<std::string>& chunks, std::uint32_t flags = 0) {
  std::string file(4096, '\0');
  const auto set = [&](std::size_t at, std::string_view with) {
    file.replace(at, with.size(), with);
  };
  set(0, std::string("ElfFile\0", 8));
  set(16, little(chunks.empty() ? 0 : chunks.size() - 1, 8) + little(1000, 8) + little(128, 4));
  set(36, little(1, 2) + little(3, 2) + little(4096, 2) + little(chunks.size(), 2));
  set(120, little(flags, 4));
  set(124, little(crc32(std::string_view(file).substr(0, 120)), 4));
  for (const auto& chunk : chunks) file += chunk;
  return file;
}

// ---- events as Windows makes them

inline constexpr std::uint64_t made_filetime = 132'800'000'000'000'000;  // 2021-10-29

// A GUID of these sixteen letters, the first of them `mark`.
inline std::string made_guid(char mark, std::string text) {
  text[0] = mark;
  return text;
}

// The template around every event of a provider: its values are level to user, then the data.
inline Definition event_definition(const std::string& provider, const std::string& channel,
                                   char mark = 'E') {
  Element system{"System"};
  system.elements = {
      {"Provider", {{"Name", {provider}}, {"Guid", {"{54849625-5478-4994-A5BA-3E3B0328C30D}"}}}},
      {"EventID", {{"Qualifiers", optional_slot(4)}}, {slot(3)}},
      {"Version", {}, {optional_slot(11)}},
      {"Level", {}, {optional_slot(0)}},
      {"Task", {}, {optional_slot(2)}},
      {"Opcode", {}, {optional_slot(1)}},
      {"Keywords", {}, {optional_slot(5)}},
      {"TimeCreated", {{"SystemTime", optional_slot(6)}}},
      {"EventRecordID", {}, {optional_slot(10)}},
      {"Correlation", {{"ActivityID", optional_slot(7)}}},
      {"Execution", {{"ProcessID", optional_slot(8)}, {"ThreadID", optional_slot(9)}}},
      {"Channel", {}, {{channel}}},
      {"Computer", {}, {slot(13)}},
      {"Security", {{"UserID", optional_slot(12)}}},
  };
  return {made_guid(mark, "Event template!!"),
          {"Event",
           {{"xmlns", {"http://schemas.microsoft.com/win/2004/08/events/event"}}},
           {optional_slot(14)},
           {system}}};
}

inline std::vector<MadeValue> event_values(std::uint16_t event_id, std::uint64_t record_id,
                                           std::uint64_t filetime, std::string_view computer,
                                           MadeValue data) {
  return {number_value(0x04, 0, 1),
          number_value(0x04, 0, 1),
          number_value(0x06, 12544, 2),
          number_value(0x06, event_id, 2),
          {0x00, ""},
          number_value(0x15, 0x8020000000000000, 8),
          number_value(0x11, filetime, 8),
          {0x00, ""},
          number_value(0x08, 660, 4),
          number_value(0x08, 8120, 4),
          number_value(0x0a, record_id, 8),
          number_value(0x04, 2, 1),
          {0x00, ""},
          text_value(computer),
          std::move(data)};
}

// <EventData><Data Name="...">slot</Data>...</EventData>
inline Definition data_definition(const std::vector<std::string>& names, char mark = 'D') {
  Element root{"EventData"};
  int number = 0;
  for (const auto& name : names)
    root.elements.push_back({"Data", {{"Name", {name}}}, {slot(number++)}});
  return {made_guid(mark, "Data definition!"), root};
}

}  // namespace digue::read::evtx::testing
