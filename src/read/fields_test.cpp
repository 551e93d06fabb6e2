#include "read/fields.h"

#include <doctest/doctest.h>

#include "read/collector.h"
#include "read/format.h"
#include "read/m365/graph.h"
#include "read/m365/lists.h"
#include "read/m365/words.h"

namespace digue::read {

TEST_CASE("a JSON object is named texts: members by their path, elements under one name") {
  Fields fields;
  REQUIRE_FALSE(fields.fill(
      R"({"Id":"x","n":50126,"big":18446744073709551615,"lat":48.85,"yes":true,"none":null,
          "status":{"errorCode":0},"to":[{"a":"1","b":"2"},{"b":"4","a":"3"}],"words":["u","v"]})"));
  CHECK(fields.text({"id"}) == "x");
  CHECK(fields.text({"n"}) == "50126");
  CHECK(fields.text({"big"}) == "18446744073709551615");
  CHECK(fields.text({"lat"}) == "48.85");
  CHECK(fields.text({"yes"}) == "True");
  CHECK_FALSE(fields.has({"none"}));
  CHECK(fields.text({"status.errorcode"}) == "0");
  CHECK(fields.values({"words"}) == std::vector<std::string_view>{"u", "v"});
  CHECK(fields.values({"to.a"}) == std::vector<std::string_view>{"1", "3"});
  for (const Field& field : fields.all())
    if (field.path == "to.b") {
      const auto other = fields.text_in(field.object, "to.a");
      CHECK(other == (field.value == "2" ? "1" : "3"));
    }
}

TEST_CASE("JSON that is broken, too deep or too wide is refused with the reason") {
  Fields fields;
  CHECK(fields.fill("{\"a\":"));
  CHECK(fields.fill("[1]"));
  const std::string deep = "{\"a\":" + std::string(100, '[') + std::string(100, ']') + "}";
  REQUIRE(fields.fill(deep));
  CHECK(fields.fill(deep)->english.find("levels") != std::string::npos);
  std::string wide = "{\"a\":[0";
  for (std::size_t i = 0; i < max_fields; ++i) wide += ",0";
  REQUIRE(fields.fill(wide + "]}"));
  CHECK(fields.fill(wide + "]}")->english.find("fields") != std::string::npos);
  CHECK_FALSE(fields.fill("{}"));
}

TEST_CASE("a CSV header and a French one are found by their folded names") {
  CsvTable table(
      "Adresse IP;Exigence d’authentification;Autonomous system  number\n1.2.3.4;x;64496\n");
  Fields fields;
  REQUIRE(table.next());
  fields.fill(table);
  CHECK(fields.text({"adresse ip"}) == "1.2.3.4");
  CHECK(fields.text({"exigence d'authentification"}) == "x");
  CHECK(fields.text({"autonomous system number"}) == "64496");
}

TEST_CASE("the names that a sample uses are known, however it is cut") {
  const Shape json(R"([{"createdDateTime":"x","note":"\"fake\": {","status":{"errorCode":0,"fail)");
  CHECK(json.is_json());
  CHECK(json.has_all({"createddatetime", "status", "errorcode"}));
  CHECK_FALSE(json.has("fake"));
  const Shape csv("A;B c\n1;2\n");
  CHECK_FALSE(csv.is_json());
  CHECK(csv.has_all({"a", "b c"}));
}

TEST_CASE("lists are cut where PowerShell joins them, not inside names") {
  using m365::elements_of;
  CHECK(elements_of("{FullAccess, ReadPermission}").size() == 2);
  CHECK(elements_of("\"Martin, Anne\" [SMTP:a@b.example], c@d.example").size() == 2);
  CHECK(elements_of("a; b;c") == std::vector<std::string_view>{"a", "b", "c"});
  CHECK(elements_of("Rue (1, 2), x").size() == 2);
  CHECK(elements_of("1,5").size() == 1);
  CHECK(elements_of("{}").empty());
  CHECK(m365::between("a | b |  | c", " | ").size() == 3);
  CHECK(m365::address_in_parentheses("Anne (RH) (a@b.example)") == "a@b.example");
  CHECK(m365::address_in_parentheses("Anne (RH)") == "Anne (RH)");
}

TEST_CASE("the portal's words become Graph's") {
  using m365::camel_case;
  CHECK(camel_case("Device code flow") == "deviceCodeFlow");
  CHECK(camel_case("Single-factor authentication") == "singleFactorAuthentication");
  CHECK(camel_case("primaryRefreshToken") == "primaryRefreshToken");
  CHECK(camel_case("Success") == "success");
  CHECK(camel_case("ROPC") == "ropc");
  CHECK(camel_case("  ").empty());
  CHECK(m365::truth_of(" Oui ") == "True");
  CHECK(m365::truth_of("FALSE") == "False");
  CHECK(m365::truth_of("peut-être").empty());
}

TEST_CASE("the user that a page of Graph is about") {
  using m365::user_of_page;
  CHECK(user_of_page(
            R"x({"@odata.context":"https://x/$metadata#users('A.Martin%40ch.example')/a"})x") ==
        "a.martin@ch.example");
  CHECK(
      user_of_page(R"x({"@odata.context":"https://x/$metadata#users","v":"users('z')"})x").empty());
  CHECK(user_of_page("users('x')").empty());
  CHECK(user_of_page(R"x("@odata.context": "users('%)x").empty());
}

}  // namespace digue::read
