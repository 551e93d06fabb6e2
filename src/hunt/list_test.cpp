#include "hunt/list.h"

#include <doctest/doctest.h>

#include "hunt/stix_pattern.h"

using namespace digue;
using hunt::List;
using indicator::Indicator;
using indicator::Kind;

static List listed(std::string_view bytes) {
  List list;
  hunt::read_list(bytes, list);
  return list;
}

TEST_CASE("a list of lines: defanged forms, comments, kinds that are said") {
  const auto list = listed(
      "\xEF\xBB\xBF# C2 of the day\r\nevil[.]example\r\n\r\nhxxps://evil[.]example/a#b # panel\r\n"
      "1.2.3[.]4\t# scan\naccount: JDupont\nhost: PC-12\n; other comment\nevil.example\n"
      "D41D8CD98F00B204E9800998ECF8427E\nun mot\n");
  const std::vector<Indicator> expected = {
      {Kind::domain, "evil.example"}, {Kind::url, "https://evil.example/a#b"},
      {Kind::address, "1.2.3.4"},     {Kind::account, "jdupont"},
      {Kind::host, "pc-12"},          {Kind::md5, "d41d8cd98f00b204e9800998ecf8427e"}};
  CHECK(list.indicators() == expected);
  CHECK(list.repeated() == 1);
  REQUIRE(list.not_taken().size() == 1);
  CHECK(list.not_taken()[0].line == 11);
  CHECK(list.not_taken()[0].text == "un mot");
}

TEST_CASE("what is quickly read is what the recogniser says") {
  for (const char* text :
       {"evil.example", "a-b.c1.fr", "facture.zip", "x.sh", "evil.fr.", "-a.fr", "a..fr",
        "readme.md", "1.2.3.4", "aaaa.bbbb", "rapport.pdf", "xn--e1a.fr"}) {
    const auto list = listed(text);
    const Indicator plain = indicator::read_indicator(text);
    CAPTURE(text);
    if (plain.kind == Kind::other)
      CHECK(list.indicators().empty());
    else
      CHECK(list.indicators() == std::vector{plain});
  }
}

TEST_CASE("a table: its columns by their names, its types by anyone's words") {
  const auto list = listed(
      "date,type,value\n2026-01-01,ip-dst,203.0.113.9\n,FileHash-SHA1,"
      "da39a3ee5e6b4b0d3255bfef95601890afd80709\n,hostname,srv.chv\n,domain,not a "
      "domain\n,yara,x\n");
  REQUIRE(list.indicators().size() == 3);
  CHECK(list.indicators()[2] == Indicator{Kind::domain, "srv.chv"});
  CHECK(list.not_taken_count() == 2);
  CHECK(list.not_taken()[0].line == 5);
}

TEST_CASE("MISP: attributes of events and of objects, but for those that are context") {
  const auto list = listed(R"json({"response":[{"Event":{"info":"x","Attribute":[
      {"type":"domain","value":"evil.example","to_ids":true},
      {"type":"link","value":"https://blog.example/evil","to_ids":false},
      {"type":"filename|sha256","value":"a.exe|e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"type":"ip-dst|port","value":"203.0.113.9|443"},
      {"type":"domain","value":"gone.example","deleted":true}],
      "Object":[{"name":"file","Attribute":[{"type":"md5","value":"d41d8cd98f00b204e9800998ecf8427e"}]}]}}]})json");
  REQUIRE(list.indicators().size() == 5);
  CHECK(list.indicators()[1] == Indicator{Kind::file, "a.exe"});
  CHECK(list.indicators()[3] == Indicator{Kind::address, "203.0.113.9"});
  CHECK(list.indicators()[4].kind == Kind::md5);
  CHECK(list.not_taken_count() == 1);
}

TEST_CASE("STIX: patterns that are values; the others are listed") {
  const auto list = listed(R"json({"type":"bundle","objects":[
      {"type":"indicator","pattern_type":"stix","pattern":"[domain-name:value = 'evil.example' OR url:value='http://evil.example/a']"},
      {"type":"indicator","pattern":"[ipv4-addr:value IN ('203.0.113.0/24', '1.2.3.4')] OR ([file:hashes.'SHA-256' = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'])"},
      {"type":"indicator","pattern":"[file:name = 'l\\'été.exe' AND file:size = 12]"},
      {"type":"indicator","pattern":"[domain-name:value = 'a.example'] WITHIN 5 SECONDS"},
      {"type":"indicator","pattern_type":"sigma","pattern":"title: x"},
      {"type":"indicator","revoked":true,"pattern":"[domain-name:value = 'b.example']"},
      {"type":"indicator","pattern":"[process:name = 'x.exe']"},
      {"type":"malware","name":"evil.example"}]
})json");
  REQUIRE(list.indicators().size() == 5);
  CHECK(list.indicators()[2] == Indicator{Kind::range, "203.0.113.0/24"});
  CHECK(list.not_taken_count() == 5);
}

TEST_CASE("an array of texts is a list; other JSON is told") {
  CHECK(listed(R"json(["evil[.]example", "1.2.3.4"])json").indicators().size() == 2);
  CHECK(listed(R"json({"a": "evil.example"})json").not_taken_count() == 1);
  CHECK(listed(R"json({"Attribute": [)json").not_taken_count() == 1);
  CHECK(listed("[evil.example]").not_taken_count() == 1);
}

TEST_CASE("a URL without a site cannot be searched for") {
  List list;
  list.take({Kind::url, "http://"}, 1);
  list.take({Kind::url, "/"}, 2);
  CHECK(list.indicators().empty());
  CHECK(list.not_taken_count() == 2);
}

TEST_CASE("a pattern's texts keep their escapes' meaning, and depth has an end") {
  const auto values = hunt::read_stix_pattern(R"json([file:name = 'l\'a\\b'])json");
  REQUIRE(values);
  CHECK((*values)[0].value == R"(l'a\b)");
  CHECK_FALSE(hunt::read_stix_pattern(std::string(100'000, '(') + "[a:b = 'c']"));
  CHECK_FALSE(hunt::read_stix_pattern("[a:b = 'c"));
  CHECK_FALSE(hunt::read_stix_pattern(""));
}

TEST_CASE("too many that are not understood are counted, and the first shown") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "un mot\n";
  const auto list = listed(text);
  CHECK(list.not_taken_count() == 3000);
  CHECK(list.not_taken().size() == hunt::max_not_taken_shown);
}
