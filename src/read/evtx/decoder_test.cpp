#include "read/evtx/decoder.h"

#include <doctest/doctest.h>

#include "read/evtx/maker_testing.h"

namespace digue::read::evtx {

using namespace testing;
using namespace std::string_view_literals;

namespace {

// Renders everything, one line a record.
class Lines final : public Visitor {
 public:
  explicit Lines(bool xml = false) : xml_(xml) {}
  const char* record(Record& record) override {
    buffer_.clear();
    const char* why = xml_ ? record.xml(buffer_) : record.json(buffer_);
    if (why != nullptr) return why;
    texts.emplace_back(buffer_.text());
    ids.push_back(record.id());
    recovered.push_back(record.recovered());
    offsets.push_back(record.offset());
    return nullptr;
  }
  void damage(const Damage& damage) override { damages.push_back(damage); }

  std::vector<std::string> texts;
  std::vector<std::uint64_t> ids, offsets;
  std::vector<bool> recovered;
  std::vector<Damage> damages;
  Facts facts;

 private:
  bool xml_;
  Buffer buffer_;
};

Lines read_log(std::string_view file, bool xml = false) {
  Lines lines(xml);
  Decoder decoder;
  const LiveRecords live(file);
  Pieces pieces(file);
  for (Piece piece; pieces.next(piece);) lines.facts += decoder.read(piece, live, lines);
  return lines;
}

const Definition security = event_definition("Microsoft-Windows-Security-Auditing", "Security");
const Definition logon = data_definition({"TargetUserSid", "TargetUserName", "LogonType"});

std::vector<MadeValue> logon_values(std::uint64_t record_id, std::string_view user) {
  return event_values(4624, record_id, made_filetime + record_id, "srv01.chv.example",
                      nested_value(logon, {{0x13, sid_bytes({21, 1, 2, 3, 1104})},
                                           text_value(user),
                                           number_value(0x08, 10, 4)}));
}

ChunkMaker chunk_of(std::uint64_t first, std::uint64_t last) {
  ChunkMaker chunk;
  for (auto id = first; id <= last; ++id)
    chunk.add(id, made_filetime + id, security, logon_values(id, "karim"));
  return chunk;
}

}  // namespace

TEST_CASE("a record is its system and its named data, typed") {
  const auto lines = read_log(make_log({chunk_of(7, 8).finish()}));
  REQUIRE(lines.texts.size() == 2);
  CHECK(lines.texts[0] ==
        R"(,"time":"2021-10-29T16:53:20.0000007Z","channel":"Security",)"
        R"("provider":"Microsoft-Windows-Security-Auditing","event_id":4624,)"
        R"("computer":"srv01.chv.example","system":{)"
        R"("Provider.Guid":"{54849625-5478-4994-A5BA-3E3B0328C30D}","Version":2,"Level":0,)"
        R"("Task":12544,"Opcode":0,"Keywords":"0x8020000000000000",)"
        R"("Execution.ProcessID":660,"Execution.ThreadID":8120},"data":{)"
        R"("TargetUserSid":"S-1-5-21-1-2-3-1104","TargetUserName":"karim","LogonType":10}})");
  CHECK(lines.ids == std::vector<std::uint64_t>{7, 8});
  CHECK(lines.facts.records == 2);
  CHECK(lines.facts.bad_chunk_checksums == 0);
  CHECK(lines.facts.bad_record_checksums == 0);
}

TEST_CASE("the same record in XML is what Windows shows") {
  const auto lines = read_log(make_log({chunk_of(7, 7).finish()}), true);
  REQUIRE(lines.texts.size() == 1);
  CHECK(lines.texts[0] ==
        R"(<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">)"
        R"(<System><Provider Name="Microsoft-Windows-Security-Auditing" )"
        R"(Guid="{54849625-5478-4994-A5BA-3E3B0328C30D}"/><EventID>4624</EventID>)"
        R"(<Version>2</Version><Level>0</Level><Task>12544</Task><Opcode>0</Opcode>)"
        R"(<Keywords>0x8020000000000000</Keywords>)"
        R"(<TimeCreated SystemTime="2021-10-29T16:53:20.0000007Z"/>)"
        R"(<EventRecordID>7</EventRecordID><Correlation/>)"
        R"(<Execution ProcessID="660" ThreadID="8120"/><Channel>Security</Channel>)"
        R"(<Computer>srv01.chv.example</Computer><Security/></System>)"
        R"(<EventData><Data Name="TargetUserSid">S-1-5-21-1-2-3-1104</Data>)"
        R"(<Data Name="TargetUserName">karim</Data><Data Name="LogonType">10</Data></EventData>)"
        R"(</Event>)");
}

TEST_CASE("a template is compiled once, whatever the chunk and the place of its names") {
  Lines lines;
  Decoder decoder;
  std::vector<std::string> chunks = {chunk_of(1, 3).finish()};
  // Here the data's names come first, so that everything stands elsewhere.
  ChunkMaker other;
  other.add(4, made_filetime, data_definition({"TargetUserName", "LogonType"}, 'X'),
            {text_value("a"), text_value("b")});
  other.add(5, made_filetime, security, logon_values(5, "zoé"));
  chunks.push_back(other.finish());
  const auto file = make_log(chunks);
  const LiveRecords live(file);
  Pieces pieces(file);
  for (Piece piece; pieces.next(piece);) lines.facts += decoder.read(piece, live, lines);
  CHECK(lines.texts.size() == 5);
  CHECK(decoder.templates() == 3);
  CHECK(lines.texts[4].find(R"("TargetUserName":"zo)") != std::string::npos);
}

TEST_CASE("two templates of one GUID that differ stay apart") {
  const auto twin = data_definition({"Other"}, 'D');
  ChunkMaker one, two;
  one.add(1, made_filetime, logon, {{0, ""}, text_value("karim"), {0, ""}});
  two.add(2, made_filetime, twin, {text_value("value")});
  const auto lines = read_log(make_log({one.finish(), two.finish()}));
  REQUIRE(lines.texts.size() == 2);
  CHECK(lines.texts[0].find(R"("TargetUserSid":null,"TargetUserName":"karim")") !=
        std::string::npos);
  CHECK(lines.texts[1].find(R"("data":{"Other":"value"})") != std::string::npos);
}

TEST_CASE("a record without template says the same") {
  const Element root{
      "Event",
      {{"xmlns", {"http://schemas.microsoft.com/win/2004/08/events/event"}}},
      {},
      {{"System",
        {},
        {},
        {{"Provider", {{"Name", {"Microsoft-Windows-Eventlog"}}}},
         {"EventID", {}, {{"1102"}}},
         {"Level", {}, {{"4"}}},
         {"TimeCreated", {{"SystemTime", {"2021-10-29T08:53:20.000Z"}}}},
         {"EventRecordID", {}, {{"9"}}},
         {"Channel", {}, {{"Security"}}},
         {"Computer", {}, {{"srv01"}}}}},
       {"UserData",
        {},
        {},
        {{"LogFileCleared", {}, {}, {{"SubjectUserName", {}, {{"admin"}}}, {"Empty"}}}}}}};
  ChunkMaker chunk;
  chunk.add(9, made_filetime, root);
  chunk.add(10, made_filetime, root);
  const auto lines = read_log(make_log({chunk.finish()}));
  REQUIRE(lines.texts.size() == 2);
  const std::string start =
      R"(,"time":"2021-10-29T08:53:20.000Z","channel":"Security",)"
      R"("provider":"Microsoft-Windows-Eventlog","event_id":1102,"computer":"srv01",)"
      R"("system":{"Level":4)";
  const std::string end = R"(},"data":{"SubjectUserName":"admin","Empty":""}})";
  CHECK(lines.texts[0] == start + end);
  // Where the number in the record is not the one that it has in the file, both are told.
  CHECK(lines.texts[1] == start + R"(,"EventRecordID":9)" + end);
}

TEST_CASE("every type of value is told") {
  const std::vector<std::pair<MadeValue, std::string>> cases = {
      {{0x00, ""}, "null"},
      {{0x01, ""}, R"("")"},
      {{0x01, utf16(u"é\U0001f600\"\\\n\x01"sv)}, "\"é😀\\\"\\\\\\n\\u0001\""},
      {{0x01, utf16(u"end\0\0"sv)}, R"("end")"},
      {{0x01, std::string("\x00\xd8\x41\x00", 4)},
       "\"\xef\xbf\xbd"
       "A\""},
      {{0x02, "ANSI \xe9"}, R"("ANSI é")"},
      {number_value(0x03, 0x80, 1), "-128"},
      {number_value(0x04, 255, 1), "255"},
      {number_value(0x05, 0xffff, 2), "-1"},
      {number_value(0x06, 65535, 2), "65535"},
      {number_value(0x07, 0x80000000, 4), "-2147483648"},
      {number_value(0x08, 4294967295, 4), "4294967295"},
      {number_value(0x09, ~0ULL, 8), "-1"},
      {number_value(0x0a, ~0ULL, 8), "18446744073709551615"},
      {number_value(0x0b, 0x3fc00000, 4), "1.5"},
      {number_value(0x0c, 0x7ff0000000000000, 8), R"("inf")"},
      {number_value(0x0d, 1, 4), "true"},
      {{0x0e, "\x01\xab"}, R"("01AB")"},
      {{0x0f, little(0x11223344, 4) + little(0x5566, 2) + little(0x7788, 2) + "abcdefgh"},
       R"("{11223344-5566-7788-6162-636465666768}")"},
      {number_value(0x10, 0xfff, 8), R"("0xfff")"},
      {number_value(0x11, made_filetime + 1234567, 8), R"("2021-10-29T16:53:20.1234567Z")"},
      {number_value(0x11, ~0ULL, 8), R"("FFFFFFFFFFFFFFFF")"},
      {{0x12, utf16(u"\x7e5\x0a\x05\x1d\x08\x35\x14\x07"sv)}, R"("2021-10-29T08:53:20.0070000Z")"},
      {{0x13, sid_bytes({32, 544})}, R"("S-1-5-32-544")"},
      {{0x13, "\x01\x05"}, R"("0105")"},
      {number_value(0x14, 0, 4), R"("0x0")"},
      {number_value(0x15, 0x8020000000000000, 8), R"("0x8020000000000000")"},
      {number_value(0x08, 1, 2), R"("0100")"},
      {{0x81, utf16(u"one\0two\0"sv)}, R"(["one","two"])"},
      {{0x86, little(1, 2) + little(2, 2)}, "[1,2]"},
      {{0x93, sid_bytes({32, 544}) + sid_bytes({18})}, R"(["S-1-5-32-544","S-1-5-18"])"},
      {{0x84, ""}, "[]"},
      {{0x7f, "\x01"}, R"("01")"},
  };
  const auto definition = data_definition({"V"});
  for (const auto& [value, expected] : cases) {
    CAPTURE(expected);
    ChunkMaker chunk;
    chunk.add(1, made_filetime, security,
              event_values(1, 1, made_filetime, "c", nested_value(definition, {value})));
    const auto lines = read_log(make_log({chunk.finish()}));
    REQUIRE(lines.texts.size() == 1);
    const auto& line = lines.texts[0];
    const auto at = line.find(R"("data":{"V":)");
    REQUIRE(at != std::string::npos);
    CHECK(line.substr(at + 12, line.size() - at - 14) == expected);
  }
}

TEST_CASE("values of the same name are a list, and an array repeats its element in XML") {
  const Definition unnamed{
      "Unnamed template",
      {"EventData", {}, {}, {{"Data", {}, {slot(0)}}, {"Data", {}, {slot(1)}}}}};
  ChunkMaker chunk;
  chunk.add(1, made_filetime, security,
            event_values(1, 1, made_filetime, "c",
                         nested_value(unnamed, {text_value("a"), {0x81, utf16(u"b\0c<\0"sv)}})));
  const auto file = make_log({chunk.finish()});
  CHECK(read_log(file).texts.at(0).ends_with(R"("data":{"Data":["a",["b","c<"]]}})"));
  CHECK(read_log(file, true)
            .texts.at(0)
            .ends_with(
                "<EventData><Data>a</Data><Data>b</Data><Data>c&lt;</Data></EventData></Event>"));
}

TEST_CASE("checksums are verified, told, and stop nothing") {
  auto file = make_log({chunk_of(1, 3).finish()});
  CHECK(read_file_header(file).checksum);
  // A letter of the name karim, in the data of the last record.
  const auto name = file.rfind(utf16("karim"));
  file[name] = 'K';
  const auto lines = read_log(file);
  CHECK(lines.facts.bad_record_checksums == 1);
  CHECK(lines.facts.bad_chunk_checksums == 0);
  CHECK(lines.texts.size() == 3);
  CHECK(lines.texts[2].find("Karim") != std::string::npos);
  file[20] = 1;
  CHECK_FALSE(read_file_header(file).checksum);
  file[4096 + 130] = 1;
  CHECK(read_log(file).facts.bad_chunk_checksums == 1);
  CHECK(read_log(file).texts.size() == 3);
}

TEST_CASE("a damaged record is skipped and told with its place; its neighbours are read") {
  ChunkMaker chunk;
  chunk.add(1, made_filetime, security, logon_values(1, "a"));
  const auto bad = chunk.add(2, made_filetime, security, logon_values(2, "b"));
  const auto after = chunk.add(3, made_filetime, security, logon_values(3, "c"));
  auto file = make_log({chunk.finish()});
  SUBCASE("its size") {
    file[4096 + bad + 5] = 0x7f;
  }
  SUBCASE("its signature") {
    file[4096 + bad] = 'x';
  }
  SUBCASE("its tokens") {
    file[4096 + bad + 28] = 0x3f;
  }
  const auto lines = read_log(file);
  CHECK(lines.ids == std::vector<std::uint64_t>{1, 3});
  REQUIRE(lines.damages.size() == 1);
  CHECK(lines.damages[0].offset == 4096 + bad);
  CHECK(lines.damages[0].bytes == after - bad);
  CHECK(lines.facts.unreadable == 1);
}

TEST_CASE("records left after the end are recovered, but for copies of records in place") {
  auto chunk = chunk_of(1, 2);
  const auto kept = chunk.used();
  const auto old = chunk.add(900, made_filetime, security, logon_values(900, "old"));
  chunk.add(2, made_filetime, security, logon_values(2, "copy"));
  const auto made = chunk.finish(kept, 2);
  const auto lines = read_log(make_log({made}));
  CHECK(lines.ids == std::vector<std::uint64_t>{1, 2, 900});
  CHECK(lines.recovered == std::vector<bool>{false, false, true});
  CHECK(lines.offsets[2] == 4096 + old);
  CHECK(lines.facts.recovered == 1);
  CHECK(lines.facts.repeated == 1);
  CHECK(lines.facts.bad_chunk_checksums == 0);
}

TEST_CASE("a recovered record whose template was written over tells its values without names") {
  ChunkMaker chunk;
  const auto first = chunk.add(1, made_filetime, security, logon_values(1, "a"));
  chunk.add(2, made_filetime, security, logon_values(2, "b"));
  auto made = chunk.finish(ChunkMaker::header, 0);
  made.replace(first, 400, std::string(400, 'x'));
  const auto lines = read_log(make_log({made}));
  REQUIRE(lines.texts.size() == 1);
  CHECK(lines.ids[0] == 2);
  CHECK(lines.recovered[0]);
  CHECK(lines.texts[0].find(R"("system":{"LostTemplate":)") != std::string::npos);
  CHECK(lines.texts[0].find(R"("srv01.chv.example",{"Value":["S-1-5-21-1-2-3-1104","b",10]})") !=
        std::string::npos);
}

TEST_CASE("chunks are found without header, moved, broken and cut") {
  const auto one = chunk_of(1, 2).finish(), two = chunk_of(3, 4).finish();
  const auto whole = make_log({one, two});
  SUBCASE("a chunk alone") {
    CHECK(read_log(two).ids == std::vector<std::uint64_t>{3, 4});
  }
  SUBCASE("a chunk whose signature is gone: its records are recovered") {
    auto file = whole;
    file.replace(4096, 8, "ABCDEFGH");
    const auto lines = read_log(file);
    CHECK(lines.ids == std::vector<std::uint64_t>{1, 2, 3, 4});
    CHECK(lines.recovered == std::vector<bool>{true, true, false, false});
    REQUIRE(lines.damages.size() == 1);
    CHECK(lines.damages[0].offset == 4096);
  }
  SUBCASE("bytes lost within the first: the second is found where it is") {
    auto file = whole;
    file.erase(4096 + 60000, 1000);
    const auto lines = read_log(file);
    CHECK(lines.ids == std::vector<std::uint64_t>{1, 2, 3, 4});
    CHECK(lines.facts.chunks == 2);
    CHECK(missing_chunks(read_file_header(file), lines.facts.chunks) == 0);
    CHECK(missing_chunks(read_file_header(file), 1) == 1);
  }
  SUBCASE("cut within the records of the second") {
    const auto file = whole.substr(0, 4096 + 65536 + 512 + 100);
    const auto lines = read_log(file);
    CHECK(lines.ids == std::vector<std::uint64_t>{1, 2});
    CHECK(lines.facts.unreadable == 1);
    CHECK(lines.facts.bad_record_checksums == 1);
  }
  SUBCASE("an unused chunk is no damage") {
    CHECK(read_log(whole + std::string(65536, '\0')).facts.unreadable == 0);
  }
}

TEST_CASE("named values come as plain text, with their sections") {
  class Names final : public Visitor {
   public:
    const char* record(Record& record) override {
      const char* why = record.fields(fields);
      user = fields.data("TargetUserName");
      channel = fields.find(Section::channel);
      activity = fields.find(Section::system, "Correlation.ActivityID");
      event_id = fields.find(Section::event_id);
      return why;
    }
    void damage(const Damage&) override {}
    Fields fields;
    std::string user, channel, activity, event_id;
  };
  const auto file = make_log({chunk_of(1, 1).finish()});
  Names names;
  Decoder decoder;
  Pieces pieces(file);
  Piece piece;
  REQUIRE(pieces.next(piece));
  CHECK(decoder.read(piece, LiveRecords(file), names).records == 1);
  CHECK(names.user == "karim");
  CHECK(names.channel == "Security");
  CHECK(names.event_id == "4624");
  CHECK(names.activity.empty());
}

TEST_CASE("of a selection only what is wanted is told, by its number, an array as its elements") {
  class Wanted final : public Selection {
   public:
    std::uint32_t number(Section section, std::string_view name) override {
      ++asked;
      if (section == Section::event_id) return 3;
      return name == "TargetUserName" || name == "Data" ? 7 : unwanted;
    }
    int asked = 0;
  };
  class Names final : public Visitor {
   public:
    const char* record(Record& record) override {
      if (const char* why = record.fields(fields, wanted); why != nullptr) return why;
      for (const auto& one : fields.all())
        told += std::to_string(one.number) + std::string(one.value) + " ";
      return nullptr;
    }
    void damage(const Damage&) override {}
    Fields fields;
    Wanted wanted;
    std::string told;
  };
  const Definition unnamed{"Unnamed template", {"EventData", {}, {}, {{"Data", {}, {slot(0)}}}}};
  ChunkMaker chunk = chunk_of(1, 2);
  chunk.add(
      3, made_filetime, security,
      event_values(1, 3, made_filetime, "c", nested_value(unnamed, {{0x81, utf16(u"b\0c<\0"sv)}})));
  const auto file = make_log({chunk.finish(), chunk_of(4, 4).finish()});
  Names names;
  Decoder decoder;
  const LiveRecords live(file);
  Pieces pieces(file);
  for (Piece piece; pieces.next(piece);) (void)decoder.read(piece, live, names);
  CHECK(names.told == "34624 7karim 34624 7karim 31 7b 7c< 34624 7karim ");
  const int once = names.wanted.asked;
  pieces = Pieces(file);
  for (Piece piece; pieces.next(piece);) (void)decoder.read(piece, live, names);
  CHECK(names.wanted.asked == once);
}

TEST_CASE("what would never end is refused") {
  SUBCASE("a template whose value is itself, deeper and deeper") {
    const Definition loop{"A loop, nested!!", {"EventData", {}, {}, {{"Data", {}, {slot(0)}}}}};
    MadeValue value = text_value("bottom");
    for (int i = 0; i < 20; ++i) value = nested_value(loop, {value});
    ChunkMaker chunk;
    chunk.add(1, made_filetime, loop, {value});
    const auto lines = read_log(make_log({chunk.finish()}));
    CHECK(lines.texts.empty());
    REQUIRE(lines.damages.size() == 1);
    CHECK(lines.damages[0].what == std::string("fragment.depth"));
  }
  SUBCASE("a small template that grows a value without bound") {
    Element root{"EventData"};
    for (int i = 0; i < 1000; ++i) root.elements.push_back({"D", {}, {slot(0)}});
    ChunkMaker chunk;
    chunk.add(1, made_filetime, {"Amplification!!!", root}, {text_value(std::string(20000, 'a'))});
    const auto lines = read_log(make_log({chunk.finish()}));
    REQUIRE(lines.damages.size() == 1);
    CHECK(lines.damages[0].what == std::string("record.rendered_size"));
  }
}

TEST_CASE("a chunk of small records that each write much is bounded") {
  const Definition big{"Constant of much", {"EventData", {}, {{std::string(20000, '\x01')}}, {}}};
  ChunkMaker chunk;
  chunk.add(1, made_filetime, big, {});
  for (std::uint64_t id = 2; chunk.has_room(100); ++id) chunk.add(id, made_filetime, big, {});
  const auto lines = read_log(make_log({chunk.finish()}));
  CHECK(lines.texts.size() > 100);
  CHECK(lines.texts.size() < 200);
  REQUIRE_FALSE(lines.damages.empty());
  CHECK(lines.damages[0].what == std::string("chunk.rendered_size"));
}

// Every byte of a small log changed, and every cut of it: no crash, and no read outside (the
// sanitizers' builds would tell).
TEST_CASE("any one byte changed, and any cut, is read as far as it goes") {
  auto file = make_log({chunk_of(1, 2).finish()});
  file.resize(4096 + 3000);
  for (std::size_t at = 4096; at < file.size(); ++at) {
    auto changed = file;
    changed[at] = static_cast<char>(changed[at] ^ 0x41);
    const auto lines = read_log(changed);
    CHECK(lines.texts.size() + lines.facts.remains <= 3);
  }
  for (std::size_t size = 0; size < file.size(); size += 7)
    CHECK(read_log(std::string(file, 0, size)).texts.size() <= 2);
}

}  // namespace digue::read::evtx
