// What a kind of Windows event is made of, and one event of that kind.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace digue::exercise::evtx {

// How a value is written in a log; the numbers are those of the format.
enum class Type : std::uint8_t {
  none = 0x00,
  text = 0x01,
  byte = 0x04,
  word = 0x06,
  number = 0x08,
  long_number = 0x0a,
  binary = 0x0e,
  guid = 0x0f,
  time = 0x11,
  sid = 0x13,
  hex32 = 0x14,
  hex64 = 0x15,
  xml = 0x21
};

struct Field {
  std::string name;
  Type type = Type::text;
};

struct Kind {
  std::string_view provider, provider_id;  // the id with its braces
  std::string_view channel;
  std::uint16_t id = 0;
  std::uint8_t version = 0, level = 0;
  std::uint16_t task = 0;
  std::uint64_t keywords = 0;
  std::vector<Field> fields;
  // Some events carry an element of their maker in UserData, in place of EventData.
  std::string_view user_data = "", user_data_space = "";
};

struct Event {
  Instant time;
  const Kind* kind = nullptr;
  // One a field, as a person writes it: "S-1-5-18", "0x3e7", "4294967295", hexadecimal digits of a
  // binary.  Empty: no value.
  std::vector<std::string> values;
  std::string user;  // SID of System/Security; may be empty
};

}  // namespace digue::exercise::evtx
