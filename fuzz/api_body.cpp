// The body of a request to the API, read as each route might: what is given is what was sent.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "server/api/fields.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto exact = std::make_unique<char[]>(size);  // one byte too far is seen
  if (size != 0) std::memcpy(exact.get(), data, size);
  digue::server::Fields fields({exact.get(), size});
  const auto text = fields.text("text", 100, digue::server::Fields::required);
  static_cast<void>(fields.flag("decision"));
  static_cast<void>(fields.count("corrects", 100));
  static_cast<void>(fields.moment("occurred"));
  const auto hosts = fields.texts("hosts", 10);
  if (auto part = fields.part("subject")) fields.take(*part);
  if (!fields.trouble() && (text.empty() || text.size() > 100 || hosts.size() > 10)) std::abort();
  return 0;
}
