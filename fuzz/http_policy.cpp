// A connection's bytes, whatever they are: read as requests until one is refused.
#include <cstdint>
#include <string>

#include "server/http/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using Reader = digue::server::http::RequestReader;
  Reader reader;
  const std::string copy(reinterpret_cast<const char*>(data), size);
  const std::size_t step = size == 0 ? 1 : 1 + data[0] % 64U;
  std::size_t fed = 0;
  for (auto status = reader.read(); status != Reader::Status::refused; status = reader.read()) {
    if (status == Reader::Status::head) reader.expect_body(4096);
    if (status == Reader::Status::done) reader.next();
    if (status != Reader::Status::more) continue;
    if (fed >= copy.size()) break;
    reader.feed(std::string_view(copy).substr(fed, step));
    fed += step;
  }
  return 0;
}
