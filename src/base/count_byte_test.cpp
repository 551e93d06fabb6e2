#include "base/count_byte.h"

#include <doctest/doctest.h>

#include <string>

namespace digue {

TEST_CASE("a byte is counted wherever it stands, in texts of any length") {
  for (const std::size_t size : {0, 1, 15, 16, 17, 63, 4079, 4080, 4081, 20'000}) {
    std::string text(size, 'a');
    CHECK(count_byte(text, '\n') == 0);
    CHECK(count_byte(text, 'a') == size);
    for (std::size_t at = 0; at < size; at += 7) text[at] = '\n';
    CHECK(count_byte(text, '\n') == (size + 6) / 7);
    CHECK(count_byte(std::string_view(text).substr(size == 0 ? 0 : 1), '\n') ==
          (size + 6) / 7 - (size == 0 ? 0 : 1));
  }
  CHECK(count_byte("\xff\x7f\xff", '\xff') == 2);
}

}  // namespace digue
