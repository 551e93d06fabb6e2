// Any text as what a request says of itself, asked of rules of proxies and of servers.
#include <vector>

#include "analysis/request_matches.h"
#include "base/text.h"
#include "detect/sigma/rule_testing.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace digue;
  static const auto loaded = detect::sigma::testing::load(
      "title: T\nid: a\nlogsource: {category: proxy}\ndetection:\n  s:\n    - c-uri-query: a\n    "
      "- "
      "c-uri-extension: b\n    - dst_ip|cidr: 10.0.0.0/8\n  k: [x]\n  condition: s or k\n");
  const std::vector<char> bytes(data, data + size);
  const auto parts = split(std::string_view(bytes.data(), size), '\n');
  analysis::RequestMatcher matcher(
      analysis::request_rules([](std::string_view) -> const auto& { return loaded.rules; }));
  (void)matcher.match({.client = parts.front(),
                       .account = {},
                       .destination = parts.back(),
                       .url = parts.front(),
                       .method = {},
                       .content_type = {},
                       .referer = {},
                       .bytes_out = {},
                       .bytes_in = {},
                       .agent = parts.back()});
  return 0;
}
