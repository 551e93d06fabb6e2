#include "read/csv.h"

#include <doctest/doctest.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "read/collector.h"

namespace digue::read {

namespace {
struct Row {
  std::vector<std::string> fields;
  std::uint64_t offset;
  std::uint32_t line;
  bool operator==(const Row&) const = default;
};

// An exact-size block, so that a sanitizer sees one byte read too far.
struct ExactText {
  std::unique_ptr<char[]> bytes;
  std::string_view view;
  explicit ExactText(std::string_view text) : bytes(new char[text.size()]) {
    std::copy(text.begin(), text.end(), bytes.get());
    view = {bytes.get(), text.size()};
  }
};

std::vector<Row> rows_of(std::string_view text, char separator) {
  const ExactText exact(text);
  CsvRows rows(exact.view, separator);
  std::vector<Row> found;
  for (auto cut = rows.next(); cut != CsvRows::Cut::end; cut = rows.next()) {
    Row row{{}, rows.offset(), rows.line()};
    if (cut == CsvRows::Cut::row)
      for (const auto raw : rows.raw()) row.fields.emplace_back(raw);
    found.push_back(std::move(row));
  }
  return found;
}

// What the rows are by the plain loop alone.
std::vector<Row> rows_plainly(std::string_view text, char separator) {
  std::vector<Row> found;
  std::uint32_t line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    if (rest.starts_with("\n") || rest.starts_with("\r\n")) {
      at += rest[0] == '\n' ? 1 : 2;
      ++line;
      continue;
    }
    std::vector<std::string_view> fields;
    std::size_t end = cut_row_plainly(text, at, text.size(), separator, fields);
    const bool open = end == std::string_view::npos;
    if (open) end = std::min(text.find('\n', at), text.size());
    if (!open && end > at && text[end - 1] == '\r' && !fields.back().empty())
      fields.back().remove_suffix(1);
    Row row{{}, at, line};
    if (!open) row.fields.assign(fields.begin(), fields.end());
    const std::size_t next = std::min(end + 1, text.size());
    line += static_cast<std::uint32_t>(std::count(text.begin() + static_cast<long>(at),
                                                  text.begin() + static_cast<long>(next), '\n'));
    at = next;
    found.push_back(std::move(row));
  }
  return found;
}

std::vector<std::vector<std::string>> table_of(CsvTable& table, Sink& sink) {
  std::vector<std::vector<std::string>> rows;
  while (table.next(sink)) {
    auto& row = rows.emplace_back();
    for (std::uint32_t i = 0; i < table.columns().size(); ++i) row.emplace_back(table[Column{i}]);
  }
  return rows;
}
}  // namespace

TEST_CASE("fields keep their separators, quotes and line ends inside quotes") {
  Collector sink;
  CsvTable table("a,b,c\n1,\"x, \"\"y\"\"\nz\",3\r\n4,,\n");
  const auto rows = table_of(table, sink);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0] == std::vector<std::string>{"1", "x, \"y\"\nz", "3"});
  CHECK(rows[1] == std::vector<std::string>{"4", "", ""});
  CHECK(table.line() == 4);
}

TEST_CASE("the fast cutter and the plain loop agree on random text") {
  std::mt19937 random(7);
  const std::string letters = "ab,;\"\"\"\n\r  ";
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    const std::size_t size = random() % 300;
    while (text.size() < size) text += letters[random() % letters.size()];
    // Few enough open quotes that no row is cut line by line.
    const auto plain = rows_plainly(text, ',');
    std::size_t open = 0;
    for (const auto& row : plain) open += row.fields.empty() ? 1 : 0;
    if (open >= max_unclosed_quotes) continue;
    CAPTURE(text);
    CHECK(rows_of(text, ',') == plain);
  }
}

TEST_CASE("unquoting in wide steps gives what unquoting byte by byte gives") {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string plain, raw = "\"";
    const std::size_t size = random() % 200;
    while (plain.size() < size) plain += "ab{\":, "[random() % 7];
    for (const char c : plain) raw += c == '"' ? "\"\"" : std::string(1, c);
    const ExactText exact(raw + "\"");
    std::string buffer;
    CHECK(unquoted(exact.view, buffer) == plain);
    CHECK(unquoted_copy(exact.view, buffer) == plain);
  }
}

TEST_CASE("the separator, a sep line, a #TYPE line and a BOM are understood") {
  for (const std::string_view text : {"\xef\xbb\xbf\"a\";b\n1;2\n", "sep=;\r\na;b\r\n1;2\r\n",
                                      "#TYPE System.Object\n\"a\"\t\"b\"\n\"1\"\t\"2\"\n",
                                      "\n\na,b\n1,2", "\"a\";\"b\"\n\"1\";\"2\""}) {
    CAPTURE(text);
    Collector sink;
    CsvTable table(text);
    CHECK(table_of(table, sink) == std::vector<std::vector<std::string>>{{"1", "2"}});
  }
}

TEST_CASE("headers are found in French, whatever the case, the accents and the spaces") {
  const CsvTable table(
      "Date (UTC);Nom d’utilisateur;Adresse IP;Exigence d'authentification;Autonomous system  "
      "number\n");
  const auto& columns = table.columns();
  CHECK(columns.find({"IP address", "adresse ip"}).index == 2);
  CHECK(columns.find({"Username", "Nom d'utilisateur"}).index == 1);
  CHECK(columns.find({"Exigence d’authentification"}).index == 3);
  CHECK(columns.has("autonomous system number"));
  CHECK_FALSE(columns.has("Status"));
  CHECK(columns.count({"Date (UTC)", "ADRESSE IP", "Status"}) == 2);
}

TEST_CASE("a quote that never closes costs its own line only") {
  Collector sink;
  CsvTable table("a,b\n1,2\n3,\"open\n5,6\n7,8\n");
  const auto rows = table_of(table, sink);
  REQUIRE(rows.size() == 3);
  CHECK(rows[1][0] == "5");
  REQUIRE(sink.rejections().size() == 1);
  CHECK(sink.rejections()[0].line == 3);
  CHECK(sink.rejections()[0].offset == 8);
  CHECK(sink.rows() == 4);
}

TEST_CASE("a file cut within a quoted field says so") {
  Collector sink;
  CsvTable table("a,b\n1,2\n3,\"{\"\"Id\"\":\"\"4");
  CHECK(table_of(table, sink).size() == 1);
  REQUIRE(sink.rejections().size() == 1);
  REQUIRE(sink.remarks().size() == 1);
}

TEST_CASE("many open quotes and giant rows take linear time and lose no good row") {
  std::string text = "a,b\n";
  for (int i = 0; i < 20000; ++i) text += "x,\"open\n1,2\n";
  Collector sink;
  CsvTable table(text);
  CHECK(table_of(table, sink).size() == 20000);
  CHECK(sink.rejections().size() == 20000);

  std::string giant = "a,b\n\"" + std::string(max_record_bytes + 100, 'x') + "\",2\n1,2\n";
  Collector other;
  CsvTable big(giant);
  CHECK(table_of(big, other).size() == 1);
  CHECK(other.rejections().size() == 1);
}

TEST_CASE("rows of too many columns are rejected, missing ones are empty") {
  Collector sink;
  std::string text = "a,b\n1,2,3\n4\n5,6,,\n7";
  for (std::size_t i = 0; i < max_columns + 5; ++i) text += ",";
  text += "\n";
  CsvTable table(text);
  const auto rows = table_of(table, sink);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0] == std::vector<std::string>{"4", ""});
  CHECK(rows[1] == std::vector<std::string>{"5", "6"});
  CHECK(sink.rejections().size() == 2);
}

TEST_CASE("a header repeated where files were joined is no row") {
  Collector sink;
  CsvTable table("a,b\n1,2\na,b\n3,4\n");
  CHECK(table_of(table, sink).size() == 2);
  CHECK(sink.rows() == 2);
}

}  // namespace digue::read
