// One typed value of a record, and how it reads: as JSON, as XML, as plain text.
//
// Times are UTC with the seven decimals that Windows keeps.  Identifiers (GUID, SID) are written as
// Windows shows them; hexadecimal types in lower case after 0x; bytes as upper-case digits.
// Numbers are JSON numbers; an empty value is null; an array is an array.
// Source: [MS-EVEN6] 2.2.12, and observed files.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "read/evtx/buffer.h"
#include "read/evtx/text_writer.h"

namespace digue::read::evtx {

enum ValueType : std::uint8_t {
  type_null = 0x00,
  type_utf16 = 0x01,
  type_ansi = 0x02,
  type_int8 = 0x03,
  type_uint8 = 0x04,
  type_int16 = 0x05,
  type_uint16 = 0x06,
  type_int32 = 0x07,
  type_uint32 = 0x08,
  type_int64 = 0x09,
  type_uint64 = 0x0a,
  type_float = 0x0b,
  type_double = 0x0c,
  type_bool = 0x0d,
  type_binary = 0x0e,
  type_guid = 0x0f,
  type_size = 0x10,
  type_filetime = 0x11,
  type_systemtime = 0x12,
  type_sid = 0x13,
  type_hex32 = 0x14,
  type_hex64 = 0x15,
  type_handle = 0x20,
  type_binxml = 0x21,
  type_xml = 0x23,
  type_array = 0x80,  // a flag beside the type of the elements
};

struct Value {
  std::uint8_t type = type_null;
  std::string_view bytes;

  bool is_null() const { return type == type_null || (bytes.empty() && type != type_utf16); }
  bool is_array() const { return (type & type_array) != 0; }
};

// Takes the elements of an array one after another.
class Elements {
 public:
  explicit Elements(const Value& array) : type_(array.type & 0x7f), rest_(array.bytes) {}
  std::optional<Value> next();

 private:
  std::uint8_t type_;
  std::string_view rest_;
};

// Writes values into a buffer.  Remembers the last second that it wrote, which most records share.
// Bytes of values up to `readable_end` may be looked at.
class ValueWriter {
 public:
  explicit ValueWriter(Buffer& out) : out_(&out) {}
  void write_to(Buffer& out) { out_ = &out; }
  void read_until(const char* readable_end) { readable_end_ = readable_end; }

  // A whole JSON value.
  void json(const Value& value);
  // What stands within quotes in JSON, between tags in XML, or by itself; elements of an array are
  // parted by commas.
  void text(const Value& value, Escape escape);
  // "2026-03-08T02:11:07.1234567Z"; false when it is no moment of the years 1601 to 9999.
  bool filetime(std::uint64_t ticks);
  void number(std::uint64_t number);

 private:
  void json_one(const Value& value);
  bool json_number(const Value& value);
  void scalar(const Value& value);
  bool moment(const Value& value);

  Buffer* out_;
  const char* readable_end_ = nullptr;
  std::uint64_t second_ = ~std::uint64_t{0};  // since 1601, whose text is in second_text_
  char second_text_[20] = {};
};

// The number that an integer value holds (of any width, hexadecimal too), or that a text writes in
// decimal digits without a leading zero; nothing for another value.
std::optional<std::uint64_t> number_of(const Value& value);

}  // namespace digue::read::evtx
