#include "server/people/cbor.h"

#include <cstdint>
#include <optional>

namespace digue::server {

namespace {

enum Major : unsigned { byte_string = 2, text_string = 3, array = 4, map = 5 };

struct Head {
  unsigned major = 0;
  std::uint64_t argument = 0;
};

// Takes one off; nothing when it is cut, or of a form that is not written.
std::optional<Head> take_head(std::string_view& bytes) {
  const unsigned first = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  const unsigned shape = first & 0x1f;
  if (shape < 24) return Head{first >> 5, shape};
  if (shape > 27) return std::nullopt;
  const std::size_t size = 1U << (shape - 24);
  if (bytes.size() < size) return std::nullopt;
  Head head{first >> 5, 0};
  for (const char c : bytes.substr(0, size))
    head.argument = head.argument << 8 | static_cast<unsigned char>(c);
  bytes.remove_prefix(size);
  return head;
}

}  // namespace

bool is_cbor_within_its_bytes(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto head = take_head(bytes);
    if (!head) return false;
    const bool counts = head->major >= byte_string && head->major <= map;
    const std::uint64_t room = head->major == map ? bytes.size() / 2 : bytes.size();
    if (counts && head->argument > room) return false;
    if (head->major == byte_string || head->major == text_string)
      bytes.remove_prefix(static_cast<std::size_t>(head->argument));
  }
  return true;
}

}  // namespace digue::server
