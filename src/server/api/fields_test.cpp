#include "server/api/fields.h"

#include <doctest/doctest.h>

using namespace digue;
using namespace digue::server;

namespace {

// Where the trouble is, after the same fields are asked for each time; "" when there is none.
std::string where(std::string_view body) {
  static constexpr std::string_view words[] = {"start", "met"};
  Fields fields(body);
  fields.text("text", 10, Fields::required);
  fields.word("step", words);
  fields.flag("decision");
  fields.count("entry", 100);
  fields.moment("at");
  fields.texts("hosts", 2);
  if (auto part = fields.part("subject")) {
    part->text("account", 10);
    fields.take(*part);
  }
  const auto trouble = fields.trouble();
  if (!trouble) return "";
  return std::to_string(trouble->status) + trouble->where;
}

}  // namespace

TEST_CASE("a body with what is asked for, and no more, is taken") {
  CHECK(where(R"({"text":"a"})") == "");
  CHECK(where(R"({"text":"é\n\tb","step":"met","decision":true,"entry":100,
                  "at":"2026-03-08T03:11:07+01:00","hosts":["a","b"],"subject":{"account":"x"}})") ==
        "");
}

TEST_CASE("what is not asked for, wrong or too much is refused where it stands") {
  CHECK(where(R"({"text":"a","colour":1})") == "400/colour");
  CHECK(where(R"({"text":"a","subject":{"account":"x","host":"y"}})") == "400/subject/host");
  CHECK(where(R"({"text":"a","subject":{"account":1}})") == "422/subject/account");
  CHECK(where(R"({"text":"a","subject":[]})") == "422/subject");
  CHECK(where(R"({})") == "422/text");
  CHECK(where(R"({"text":"  "})") == "422/text");
  CHECK(where(R"({"text":null})") == "422/text");
  CHECK(where(R"({"text":"12345678901"})") == "422/text");
  CHECK(where("{\"text\":\"a\\u0007\"}") == "422/text");
  CHECK(where(R"({"text":"a","step":"stop"})") == "422/step");
  CHECK(where(R"({"text":"a","decision":"true"})") == "422/decision");
  CHECK(where(R"({"text":"a","entry":101})") == "422/entry");
  CHECK(where(R"({"text":"a","entry":-1})") == "422/entry");
  CHECK(where(R"({"text":"a","entry":1.0})") == "422/entry");
  CHECK(where(R"({"text":"a","at":"2026-03-08"})") == "422/at");
  CHECK(where(R"({"text":"a","hosts":["a","b","c"]})") == "422/hosts");
  CHECK(where(R"({"text":"a","hosts":["a",1]})") == "422/hosts");
  CHECK(where(R"({"text":"a","hosts":[""]})") == "422/hosts");
}

TEST_CASE("what is no object, or says a thing twice, is refused whole") {
  for (const auto* body : {"", "null", "[]", "{", "1", "{}x", "\xff"})
    CHECK_MESSAGE(where(body) == "400", body);
  CHECK(where(R"({"text":"a","text":"b"})") == "400/text");
  CHECK(where("{\"a\":" + std::string(20, '[') + std::string(20, ']') + "}") == "400");
  CHECK(where("{\"text\":\"" + std::string(max_json_body_bytes, 'a') + "\"}") == "400");
}
