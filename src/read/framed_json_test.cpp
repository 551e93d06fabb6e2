#include "read/framed_json.h"

#include <doctest/doctest.h>

#include "read/json_split.h"

namespace digue::read {

static constexpr std::string_view framed =
    "<134>1 2026-07-08T12:03:08Z xdr.chv.example tehtris - - - {\"a\": 1, \"b\": {\"c\": 2}}\n"
    "<13>Jul  8 12:03:09 xdr tehtris: {\"a\": 2}\n"
    "2026-07-08T12:03:10+02:00 xdr tehtris[812]: {\"a\": 3}\r\n";

TEST_CASE("an object behind a header of syslog is found where it begins") {
  CHECK(object_after_header("<13>Jul  8 12:03:09 xdr tehtris: {\"a\": 2}") == 33);
  CHECK(object_after_header("{\"a\": 2}") == std::string_view::npos);
  CHECK(object_after_header("<13>Jul  8 12:03:09 xdr app: user=1 {\"a\": 2}") ==
        std::string_view::npos);
  CHECK(object_after_header("<13>Jul  8 12:03:09 xdr app: {curly words}") ==
        std::string_view::npos);
  CHECK(object_after_header("<13>Jul  8 12:03:09 xdr app: {\"a\": 2} and more") ==
        std::string_view::npos);
}

TEST_CASE("JSON within syslog lines is JSON, syslog with some JSON is not") {
  CHECK(begins_as_json(framed));
  CHECK_FALSE(
      begins_as_json("<13>Jul  8 12:03:09 xdr sshd[7]: Accepted password for a\n"
                     "<13>Jul  8 12:03:09 xdr tehtris: {\"a\": 2}\n"));
}

TEST_CASE("objects within syslog lines are cut out one by one, other lines are damage") {
  std::string text(framed);
  text += "<13>Jul  8 12:03:11 xdr sshd[7]: {no} end\n";
  text += "<13>Jul  8 12:03:12 xdr tehtris: {\"a\": 5}\n";
  JsonSplitter splitter(text);
  std::string records;
  unsigned damaged = 0;
  for (auto cut = splitter.next(); cut != JsonSplitter::Cut::end; cut = splitter.next()) {
    if (cut == JsonSplitter::Cut::damage)
      ++damaged;
    else
      (records += std::to_string(splitter.line())) += splitter.record();
  }
  CHECK(records == "1{\"a\": 1, \"b\": {\"c\": 2}}2{\"a\": 2}3{\"a\": 3}5{\"a\": 5}");
  CHECK(damaged == 1);
}

}  // namespace digue::read
