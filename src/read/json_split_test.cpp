#include "read/json_split.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "read/collector.h"

namespace digue::read {

static std::vector<std::string> records_of(std::string_view text, Collector& sink) {
  const auto exact = std::make_unique<char[]>(text.size());
  std::copy(text.begin(), text.end(), exact.get());
  JsonRecords records({exact.get(), text.size()});
  std::vector<std::string> found;
  while (records.next(sink)) found.emplace_back(records.record());
  return found;
}

static std::vector<std::string> records_of(std::string_view text) {
  Collector sink;
  return records_of(text, sink);
}

using Texts = std::vector<std::string>;

TEST_CASE("records are cut out of every shape that exports come in") {
  const Texts two = {R"({"a":1})", R"({"a":{"b":"}"}})"};
  CHECK(records_of(R"({"a":1})") == Texts{two[0]});
  CHECK(records_of(R"([{"a":1},{"a":{"b":"}"}}])") == two);
  CHECK(records_of(R"([{"a":1}][{"a":{"b":"}"}}])") == two);
  CHECK(records_of("{\"a\":1}\n{\"a\":{\"b\":\"}\"}}\n") == two);
  CHECK(records_of(R"({"value":[{"a":1},{"a":{"b":"}"}}]})") == two);
  CHECK(
      records_of(
          R"({"@odata.context":"x","@odata.count":2,"value":[{"a":1},{"a":{"b":"}"}}],"@odata.nextLink":"{y"})") ==
      two);
  CHECK(records_of("\xef\xbb\xbf{ \"records\" : [\n{\"a\":1},\n{\"a\":{\"b\":\"}\"}}\n] }") == two);
  CHECK(records_of(R"({"value":[{"a":1}]} {"value":[{"a":{"b":"}"}}]})") == two);
  CHECK(records_of(R"({"value":[]})").empty());
  CHECK(records_of("").empty());
}

TEST_CASE("quotes and backslashes within strings do not mislead the cutter") {
  for (std::size_t padding = 0; padding < 130; ++padding) {
    const std::string spaces(padding, ' ');
    const Texts expected = {R"({"a":")" + spaces + R"(\\\"}{\\","b":"\\"})", R"({"c":2})"};
    CHECK(records_of("[" + expected[0] + "," + expected[1] + "]") == expected);
  }
}

TEST_CASE("an object with a list inside is no page") {
  const Texts whole = {R"({"Id":"1","value":{"x":[1]}})", R"({"Parameters":[{"Name":"x"}]})"};
  CHECK(records_of(whole[0] + whole[1]) == whole);
}

TEST_CASE("lines and offsets say where a record stands") {
  JsonSplitter splitter("[\n  {\"a\":\n1},\n\n  {\"b\":2}\n]");
  REQUIRE(splitter.next() == JsonSplitter::Cut::record);
  CHECK(splitter.line() == 2);
  CHECK(splitter.offset() == 4);
  REQUIRE(splitter.next() == JsonSplitter::Cut::record);
  CHECK(splitter.line() == 5);
  CHECK(splitter.next() == JsonSplitter::Cut::end);
}

TEST_CASE("an object that never closes costs itself only") {
  Collector sink;
  CHECK(records_of("{\"a\":1}\n{\"a\":{\"b\":2}\n{\"a\":3}\n", sink).size() == 2);
  CHECK(sink.rejections().size() == 1);
  CHECK(sink.rejections()[0].line == 2);
  Collector one_line;
  CHECK(records_of(R"([{"a":1},{"a":{"b":2},{"a":3}])", one_line).size() == 2);
}

TEST_CASE("a lost quote that joins records is undone when the parser refuses them") {
  JsonRecords records("{\"a\":\"1}\n{\"a\":\"2\"}\n{\"a\":\"3\"}\n");
  Collector sink;
  int good = 0;
  while (records.next(sink)) {
    if (records.record().find('\n') == std::string_view::npos && records.record().back() == '}')
      ++good;
    else
      records.reject_broken(sink, Message{"x", "x"});
  }
  CHECK(good == 2);
}

TEST_CASE("a truncated end is reported") {
  Collector sink;
  CHECK(records_of("[{\"a\":1},\n{\"b\":\"tw", sink).size() == 1);
  CHECK(sink.rejections().size() == 1);
  CHECK(sink.remarks().size() == 1);
}

TEST_CASE("text between records is skipped and reported") {
  Collector sink;
  CHECK(records_of("{\"a\":1}\nWARNING: retrying\n{\"a\":2}\n", sink).size() == 2);
  REQUIRE(sink.rejections().size() == 1);
  CHECK(sink.rejections()[0].line == 2);
}

TEST_CASE("hostile nesting takes linear time") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "{\"a\":\n";
  Collector sink;
  CHECK(records_of(text, sink).empty());
  CHECK_FALSE(sink.rejections().empty());
  CHECK(records_of(std::string(6 << 20, '{')).empty());
  CHECK(records_of(std::string(6 << 20, '[')).empty());
}

TEST_CASE("an object over the cap is lost alone") {
  const std::string giant = "{\"a\":\"" + std::string(max_record_bytes, 'x') + "\"}";
  Collector sink;
  CHECK(records_of("{\"a\":1}\n" + giant + "\n{\"a\":2}\n", sink).size() == 2);
  CHECK(sink.rejections().size() == 1);
}

TEST_CASE("the names of a record's members are known from a sample cut anywhere") {
  const std::string_view sample = R"([{"Id":"1","Data":{"Id2":[1,{"x":2}]},"Oper)";
  CHECK(member_names(first_record(sample)) == std::vector<std::string_view>{"Id", "Data"});
  CHECK(member_names("{}").empty());
  CHECK(member_names("").empty());
}

}  // namespace digue::read
