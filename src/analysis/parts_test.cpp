#include "analysis/parts.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/wire_testing.h"
#include "detect/sigma/loading.h"

namespace digue::read {
const Format& syslog_format();
}

namespace digue::analysis {

namespace {

const read::Told told{.written = {1'795'348'800'000}};

// Asked of the questions to a name server.
const detect::sigma::Loaded& rules() {
  static const auto loaded = [] {
    detect::sigma::Loader loader({});
    loader.add(
        "title: T\nid: names\nlogsource: {category: dns}\ndetection:\n  s: {query|endswith: "
        ".evil.example}\n  condition: s\n",
        "r.yml");
    return loader.finish();
  }();
  return loaded;
}
WatchedRequests watched() {
  return {.site = {},
          .rules = request_rules([](std::string_view) -> const auto& { return rules().rules; })};
}

// A day of a server: deliveries, guesses by the hundred, questions, lines that are none, one that
// is endless.
std::string day_of_mail() {
  std::string text;
  const auto say = [&](unsigned i, const std::string& what) {
    const auto two = [](unsigned number) {
      return (number < 10 ? "0" : "") + std::to_string(number);
    };
    text += "Mar  2 " + two(i / 360 % 24) + ":" + two(i / 6 % 60) + ":" + two(i % 6 * 10) + " mx " +
            (what.starts_with("named") ? "" : "postfix/") + what + "\n";
  };
  for (unsigned i = 0; i < 2000; ++i) {
    const auto id = "4ABCD" + std::to_string(i % 700);
    say(i, "smtpd[1]: connect from a[192.0.2.1]");
    say(i, "smtpd[1]: " + id + ": client=a[192.0.2." + std::to_string(i % 200) + "]");
    say(i, "cleanup[1]: " + id + ": message-id=<" + std::to_string(i) + "@x.fr>");
    if (i % 3 == 0)
      say(i,
          "smtpd[2]: warning: b[203.0.113.7]: SASL LOGIN authentication failed: no, "
          "sasl_username=ann@x.fr");
    say(i, "qmgr[1]: " + id + ": from=<p" + std::to_string(i % 40) + "@x.fr>, size=9, nrcpt=1");
    if (i >= 50)
      say(i, "smtp[1]: 4ABCD" + std::to_string((i - 50) % 700) + ": to=<q" +
                 std::to_string(i % 90) + "@y.fr>, relay=z[192.0.2.250]:25, status=sent (ok)");
    if (i % 97 == 0) text += "what is this?\n";
    if (i % 7 == 0)
      say(i, "named[3]: client @0x1 10.20.1.15#5 (a.evil.example): query: a.evil.example IN A +");
    if (i == 1000) text += std::string(30'000, 'x') + "\n";
    if (i % 5 == 0) say(i, "qmgr[1]: " + id + ": removed");
  }
  return text;
}

// All that arrives, as text.
std::vector<std::string> arrived(const std::string& frames, event::Symbols& symbols) {
  wire::Notes notes;
  wire::Reader reader(symbols, notes);
  CHECK(reader.take(frames));
  std::vector<std::string> out = std::move(notes.heard);
  for (const auto& event : notes.events) {
    std::string line = std::to_string(event.place.offset) + " " + std::to_string(event.place.line) +
                       " " + std::to_string(event.place.record) + " " +
                       std::to_string(event.id.high) + " " +
                       std::to_string(static_cast<int>(event.action));
    for (const auto symbol : {event.operation, event.account, event.target, event.address})
      (line += ' ') += symbols.text(symbol);
    out.push_back(std::move(line));
  }
  return out;
}

std::string whole(std::string_view text) {
  return wire::written([&](wire::Writer& writer) {
    writer.source_begin("mail.log", "syslog", event::Family::none);
    WireSink sink(writer, read::syslog_format(), [](std::size_t) {});
    sink.watch(watched());
    read::syslog_format().read(text, told, sink);
    sink.finish();
    writer.source_end("", text.size(), sink.rows(), sink.rejected_rows());
  });
}

// In a process of its own: a crew is shut in before it works.
int tell_by_parts(std::string_view text, std::size_t each, unsigned threads, wire::Writer& writer) {
  Crew crew(threads);
  if (!crew.shut_in({})) return 1;
  writer.source_begin("mail.log", "syslog", event::Family::none);
  WireSink sink(writer, read::syslog_format(), [](std::size_t) {});
  const auto requests = watched();
  sink.watch(requests);
  const auto reading = read::syslog_format().reading(text, told);
  const auto digest = read_by_parts({text, *reading, requests, text, each}, crew, sink);
  reading->finish(sink);
  sink.finish();
  writer.source_end("", text.size(), sink.rows(), sink.rejected_rows());
  return digest == sha256(text) ? 0 : 2;
}

std::string by_parts(std::string_view text, std::size_t each, unsigned threads) {
  return wire::written([&](wire::Writer& writer) {
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) ::_exit(tell_by_parts(text, each, threads, writer));
    int status = -1;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  });
}

}  // namespace

TEST_CASE("parts say of a file's encoding what the whole says") {
  const std::string plain = "Mar  2 00:00:00 mx a: b\n";
  const auto lines = [&](const std::string& more) { return plain + more + "\n" + plain + more; };
  const std::vector<std::string> texts{lines("caf\xc3\xa9"),
                                       lines("caf\xe9"),
                                       lines("\xe2\x82") + "caf\xc3\xa9",
                                       "\n\xc3",
                                       std::string("\xff\xfeM\0a\0r\0\n\0", 10),
                                       std::string(500, 'x')};
  for (const auto& text : texts)
    for (const std::size_t each : {1UL, 7UL, 40UL, 1000UL}) {
      CAPTURE(text);
      CAPTURE(each);
      Crew alone(1);
      CHECK(encoding_by_parts(text, alone, {}, each) == read::encoding_of(text));
    }
}

TEST_CASE("parts on several threads tell what one reading tells") {
  const auto text = day_of_mail();
  event::Symbols symbols;
  const auto expected = arrived(whole(text), symbols);
  CHECK(expected.size() > 200);
  const auto is_match = [](const std::string& line) {
    return line.find(" " + std::to_string(static_cast<int>(event::Action::rule_matched)) + " ") !=
           line.npos;
  };
  CHECK(std::count_if(expected.begin(), expected.end(), is_match) ==
        286);  // every seventh of 2,000
  for (const unsigned threads : {1U, 3U})
    for (const std::size_t each : {500UL, 8192UL, 100'000UL, 1UL << 20}) {
      CAPTURE(threads);
      CAPTURE(each);
      event::Symbols other;
      REQUIRE(arrived(by_parts(text, each, threads), other) == expected);
    }
}

}  // namespace digue::analysis
