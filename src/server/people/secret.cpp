#include "server/people/secret.h"

#include "base/hash.h"
#include "logbook/key.h"

namespace digue::server {

std::string random_hex(std::size_t count) {
  const std::string bytes = logbook::random_bytes(count);
  return to_hex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

std::string random_code() {
  static constexpr std::string_view letters = "23456789abcdefghjkmnpqrstuvwxyz";
  std::string code;
  while (code.size() < 19) {
    if (code.size() % 5 == 4) code += '-';
    const auto byte = static_cast<unsigned char>(logbook::random_bytes(1).front());
    if (byte < letters.size() * 8) code += letters[byte % letters.size()];
  }
  return code;
}

}  // namespace digue::server
