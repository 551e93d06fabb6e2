#include "server/http/client.h"

#include <doctest/doctest.h>

using namespace digue::server::http;

TEST_CASE("the address of a webhook is https, or the loopback's") {
  const auto url = read_url("https://Hooks.example.org:8443/a/b?c=d");
  REQUIRE(url);
  CHECK(url->secure);
  CHECK(url->host == "hooks.example.org");
  CHECK(url->port == 8443);
  CHECK(url->path == "/a/b?c=d");
  CHECK_FALSE(url->has_usual_port());
  CHECK(read_url("https://h")->path == "/");
  CHECK(read_url("https://h")->has_usual_port());
  CHECK(read_url("https://h?x")->path == "/?x");
  CHECK(read_url("https://[2001:db8::1]/")->host == "2001:db8::1");
  CHECK(read_url("http://127.0.0.1:80/")->has_usual_port());
  CHECK(read_url("http://[::1]:99/")->port == 99);
  for (const auto* wrong :
       {"", "h", "ftp://h/", "http://h/", "https://", "https:///x", "https://:443/", "https://h:0/",
        "https://h:65536/", "https://h:x/", "https://user@h/", "https://h/#x", "https://h/a b",
        "https://h/\r\nX: y", "https://h/\\x", "https://[::1/", "https://[]/", "https://\xc3\xa9/"})
    CHECK_FALSE_MESSAGE(read_url(wrong), wrong);
}
