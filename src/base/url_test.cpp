#include "base/url.h"

#include <doctest/doctest.h>

namespace digue {

TEST_CASE("the host of a URL stands without scheme, user, port and brackets") {
  CHECK(host_of_url("https://user@Host.example:443/path?x=@y") == "Host.example");
  CHECK(host_of_url("host.example") == "host.example");
  CHECK(host_of_url("host.example:8080") == "host.example");
  CHECK(host_of_url("http://[2001:db8::1]:80/a") == "2001:db8::1");
  CHECK(host_of_url("http://host.example?x=1") == "host.example");
  CHECK(host_of_url("http://[2001:db8") == "2001:db8");
  CHECK(host_of_url("/a/b").empty());
  CHECK(host_of_url("").empty());
}

TEST_CASE("the path of a URL begins at the slash after its host") {
  CHECK(path_of_url("https://host/a/b?x=1#y") == "/a/b?x=1#y");
  CHECK(path_of_url("host/") == "/");
  CHECK(path_of_url("https://host").empty());
  CHECK(path_of_url("/a") == "/a");
}

TEST_CASE("what is not unreserved is percent-encoded") {
  CHECK(percent_encoded("a-Z_0.~") == "a-Z_0.~");
  CHECK(percent_encoded("é a/b") == "%C3%A9%20a%2Fb");
}

}  // namespace digue
