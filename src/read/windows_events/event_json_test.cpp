#include "read/windows_events/event_json.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read/collector.h"
#include "read/evtx/samples_testing.h"
#include "read/evtx/whole_log.h"
#include "read/fields.h"
#include "read/format.h"

namespace digue::read {
const Format& evtx_format();
const Format& windows_events_format();
}  // namespace digue::read

namespace digue::read::windows_events {

namespace {

using evtx::Section;

// As digue evtx writes them.
class AsLines final : public evtx::Visitor {
 public:
  const char* record(evtx::Record& record) override {
    evtx::Buffer out;
    out.add("{\"type\":\"record\",\"file\":\"a\",\"record_id\":" + std::to_string(record.id()));
    if (record.recovered()) out.add(",\"recovered\":true,\"offset\":0");
    if (const char* why = record.json(out); why != nullptr) return why;
    lines.append(out.text()).push_back('\n');
    return nullptr;
  }
  void damage(const evtx::Damage&) override {}
  std::string lines;
};

std::string lines_of(std::string_view log) {
  AsLines lines;
  evtx::Decoder decoder;
  const evtx::LiveRecords live(log);
  evtx::Pieces pieces(log);
  for (evtx::Piece piece; pieces.next(piece);) (void)decoder.read(piece, live, lines);
  return lines.lines;
}

// What an event says, wherever it stood.
std::vector<std::string> said(const Format& format, std::string_view text) {
  Collector sink;
  format.read(text, {}, sink);
  const auto& trail = sink.read();
  std::vector<std::string> all;
  for (const auto& event : trail.events) {
    std::string one = std::to_string(event.time.milliseconds);
    for (const auto symbol : {event.operation, event.device, event.account, event.target,
                              event.object, event.address, event.session})
      (one += '|') += trail.text(symbol);
    one += '|' + std::to_string(static_cast<int>(event.action)) + '|' +
           std::to_string(static_cast<int>(event.verdict)) + '|' + std::to_string(event.id.low);
    all.push_back(std::move(one));
  }
  return all;
}

struct Read {
  evtx::Fields fields;
  EventJson event;
};
std::string data_of(std::string_view json, std::string_view name) {
  Read read;
  REQUIRE(!read.event.fill(json, read.fields));
  return std::string(read.fields.data(name));
}

}  // namespace

TEST_CASE("what digue evtx writes of a log makes the events of that log") {
  for (const auto& [name, log] : evtx::testing::sample_logs()) {
    CAPTURE(name);
    const auto of_log = said(evtx_format(), log);
    CHECK(of_log == said(windows_events_format(), lines_of(log)));
  }
}

TEST_CASE("members within members may stand under one name") {
  Read read;
  REQUIRE(!read.event.fill(R"({"Event.System.EventID":4624,"Event.System.Channel":"Security",)"
                           R"("Event.System.Provider.#attributes.Name":"P","Event.EventData.A":1})",
                           read.fields));
  CHECK(read.fields.find(Section::event_id) == "4624");
  CHECK(read.fields.find(Section::channel) == "Security");
  CHECK(read.fields.data("A") == "1");
  CHECK(data_of(R"({"winlog.channel":"Security","winlog.event_data.B":true})", "B") == "true");
}

TEST_CASE("what wraps the values of UserData is no part of their names, but of its attributes'") {
  const std::string event =
      R"({"Event":{"UserData":{"Wrap":{"#attributes":{"xmlns":"u","a":"1"},"B":{"C":"2"}}}}})";
  CHECK(data_of(event, "Wrap.a") == "1");
  CHECK(data_of(event, "B.C") == "2");
  CHECK(data_of(event, "Wrap.xmlns").empty());
}

TEST_CASE("an array is several values, and null is a value that is left out") {
  Read read;
  REQUIRE(!read.event.fill(R"({"EventID":1,"Channel":"Application","Data":["a","b"],"N":null})",
                           read.fields));
  std::vector<std::string> values;
  bool null = false;
  for (const auto& field : read.fields.all()) {
    if (field.name == "Data") values.emplace_back(field.value);
    null = null || (field.name == "N" && field.null);
  }
  CHECK(values == std::vector<std::string>{"a", "b"});
  CHECK(null);
}

TEST_CASE("the time that says most counts, wherever it stands") {
  Read read;
  REQUIRE(
      !read.event.fill(R"({"EventTime":"2020-01-01 02:00:00","@timestamp":"2020-01-01T01:00:00Z",)"
                       R"("EventID":1,"Channel":"Security"})",
                       read.fields));
  CHECK(read.fields.find(Section::time) == "2020-01-01T01:00:00Z");
}

TEST_CASE("what is over a cap or broken is refused with the reason") {
  Read read;
  CHECK(read.event.fill("{\"EventID\":", read.fields).has_value());
  CHECK(read.event.fill("[1]", read.fields).has_value());
  std::string deep = R"({"EventID":1,"a":)";
  for (std::size_t i = 0; i <= max_json_depth; ++i) deep += '[';
  for (std::size_t i = 0; i <= max_json_depth; ++i) deep += ']';
  CHECK(read.event.fill(deep + "}", read.fields).has_value());
  const std::string name(max_path_bytes / 2, 'a');
  const auto within = [&](const std::string& last) {
    return R"({"EventID":1,")" + name + R"(":{")" + last + R"(":"x"}})";
  };
  CHECK_FALSE(read.event.fill(within(name.substr(1)), read.fields).has_value());
  CHECK(read.event.fill(within(name), read.fields).has_value());
}

TEST_CASE("records without a number are told apart by what they say") {
  const auto line = [](const std::string& address) {
    return R"({"EventID":4625,"Channel":"Security","Provider_Name":"P","Computer":"c",)"
           R"("@timestamp":"2026-03-08T02:11:00Z","IpAddress":")" +
           address + "\"}\n";
  };
  const auto all =
      said(windows_events_format(), line("192.0.2.1") + line("192.0.2.2") + line("192.0.2.1"));
  REQUIRE(all.size() == 3);
  CHECK(all[0] != all[1]);
  CHECK(all[0] == all[2]);
}

TEST_CASE("other JSON is not taken for Windows events") {
  CHECK(looks_like_events(R"({"Id":"1","CreationTime":"x","Operation":"y"})") == 0);
  CHECK(looks_like_events(R"({"EventID":1,"Kind":"Security"})") == 0);
  CHECK(looks_like_events(R"({"type":"unreadable","file":"a"})") == 0);
  CHECK(looks_like_events("{\"type\":\"unreadable\",\"file\":\"a\"}\n{\"type\":\"record\","
                          "\"record_id\":1,\"channel\":\"S\",\"provider\":\"P\",\"event_id\":1}") >
        0);
}

}  // namespace digue::read::windows_events
