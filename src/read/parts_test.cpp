// A text that is read by parts gives what it gives when it is read whole, wherever it is cut.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "read/collector.h"
#include "read/format.h"

namespace digue::read {

const Format& syslog_format();

namespace {

// Of a file written on 22 November 2026, at noon.
const Told told{.written = {1'795'348'800'000}};

std::string read_whole(const Format& format, std::string_view text) {
  Collector sink;
  format.read(text, told, sink);
  return as_json_lines(sink);
}

event::Symbol same(event::Trail& trail, const event::Trail& other, event::Symbol symbol) {
  return trail.symbols.intern(other.text(symbol));
}

// Puts what was read of a part after what was read before, `lines` lines.
void append(Collector& all, const Collector& part, std::uint32_t lines) {
  const auto rows = all.rows();
  auto& trail = all.trail();
  for (const auto& event : part.read().events) {
    auto& copy = trail.begin_event();
    const auto details_begin = copy.details_begin;
    copy = event;
    copy.details_begin = details_begin;
    copy.details_count = 0;
    copy.place.line += lines;
    copy.place.record += rows;
    for (auto* symbol : {&copy.operation, &copy.account, &copy.target, &copy.object, &copy.address,
                         &copy.session, &copy.token, &copy.device, &copy.application, &copy.agent})
      *symbol = same(trail, part.read(), *symbol);
    for (const auto& detail : part.read().details_of(event))
      trail.add_detail(part.read().text(detail.name), part.read().text(detail.value));
  }
  for (std::uint32_t i = 0; i < part.rows(); ++i) all.row();
  for (const auto& one : part.rejections())
    all.rejected(one.offset, one.bytes, one.line + lines, one.reason);
}

std::string read_cut(const Format& format, std::string_view text,
                     const std::vector<std::size_t>& ends) {
  Collector all;
  const auto whole = format.reading(text, told);
  std::uint32_t lines = 0;
  std::size_t begin = 0;
  for (const auto end : ends) {
    const auto part = whole->part();
    Collector its;
    const auto count = part->read(begin, end, its);
    whole->join(*part, its);
    append(all, its, lines);
    lines += count;
    begin = end;
  }
  whole->finish(all);
  return as_json_lines(all);
}

// Where each line ends.
std::vector<std::size_t> line_ends(std::string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos;)
    ends.push_back(++at);
  if (ends.empty() || ends.back() != text.size()) ends.push_back(text.size());
  return ends;
}

void check_cuts(const Format& format, std::string_view text) {
  const auto whole = read_whole(format, text);
  const auto ends = line_ends(text);
  CHECK(read_cut(format, text, ends) == whole);
  for (const auto end : ends) {
    CAPTURE(end);
    REQUIRE(read_cut(format, text, {end, text.size()}) == whole);
  }
  for (std::size_t step = 2; step < 8; ++step) {
    std::vector<std::size_t> some;
    for (std::size_t i = step - 1; i < ends.size(); i += step) some.push_back(ends[i]);
    some.push_back(text.size());
    REQUIRE(read_cut(format, text, some) == whole);
  }
}

constexpr std::string_view mail =
    R"(Dec 30 23:59:58 mx postfix/smtpd[1]: AAAAA1: client=a[192.0.2.1], sasl_username=ann@x.fr
Dec 30 23:59:58 mx postfix/smtpd[2]: AAAAA2: client=b[192.0.2.2]
Dec 30 23:59:59 mx postfix/cleanup[3]: AAAAA1: message-id=<1@x.fr>
Dec 30 23:59:59 mx postfix/cleanup[3]: AAAAA2: message-id=<2@x.fr>

Dec 31 00:00:00 mx postfix/qmgr[4]: AAAAA2: from=<bob@y.fr>, size=22, nrcpt=2 (queue active)
Dec 31 00:00:00 mx postfix/qmgr[4]: AAAAA1: from=<ann@x.fr>, size=11, nrcpt=1 (queue active)
Dec 31 00:00:01 mx postfix/smtp[5]: AAAAA2: to=<c@z.fr>, relay=z[192.0.2.9]:25, status=deferred (busy)
no line of any log
Dec 31 00:00:02 mx postfix/smtp[5]: AAAAA1: to=<d@z.fr>, relay=z[192.0.2.9]:25, status=sent (ok)
Dec 31 00:00:02 mx postfix/qmgr[4]: AAAAA1: removed
Jan  1 00:00:02 mx postfix/pickup[6]: AAAAA1: uid=0 from=<root>
Jan  1 00:00:03 mx postfix/cleanup[3]: AAAAA1: message-id=<3@x.fr>
Jan  1 00:00:03 mx postfix/local[7]: AAAAA1: to=<root@x.fr>, relay=local, status=sent (mailbox)
Jan  1 00:00:04 mx postfix/qmgr[4]: AAAAA1: from=<root@x.fr>, size=33, nrcpt=1 (queue active)
Jan  1 00:00:04 mx postfix/local[7]: AAAAA1: to=<adm@x.fr>, relay=local, status=sent (mailbox)
Jan  1 00:00:05 mx postfix/qmgr[4]: AAAAA1: removed
Jan  1 00:00:05 mx postfix/local[7]: AAAAA1: to=<late@x.fr>, relay=local, status=sent (mailbox)
Jan  1 00:00:06 mx postfix/qmgr[4]: AAAAA2: from=<bob@y.fr>, size=22, nrcpt=2 (queue active)
Jan  1 00:00:07 mx postfix/smtp[5]: AAAAA2: to=<c@z.fr>, relay=z[192.0.2.9]:25, status=sent (ok)
Jan  1 00:00:08 mx postfix/smtpd[1]: AAAAA2: client=e[192.0.2.5]
Jan  1 00:00:08 mx postfix/smtp[5]: AAAAA2: to=<f@z.fr>, relay=z[192.0.2.9]:25, status=bounced (no)
Jan  1 00:00:09 mx postfix/smtpd[1]: connect from e[192.0.2.5]
Jan  1 00:00:09 mx sshd[8]: Accepted password for eve from 203.0.113.5 port 22 ssh2
Jan  1 00:00:10 mx postfix/qmgr[4]: AAAAA2: removed
Jan  1 00:00:10 mx postfix/smtp[5]: AAAAA2: to=<g@z.fr>, relay=none, status=deferred (late))";

}  // namespace

TEST_CASE("messages that stand across a cut are read as if there were none") {
  check_cuts(syslog_format(), mail);
}

TEST_CASE("any file of a format that reads parts is read alike wherever it is cut") {
  namespace fs = std::filesystem;
  std::size_t formats_seen = 0;
  for (const auto* format : formats()) {
    const auto folder = fs::path(DIGUE_SOURCE_DIR) / "tests" / "golden" / format->name();
    if (!format->reads_parts() || !fs::exists(folder)) continue;
    ++formats_seen;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".jsonl") continue;
      CAPTURE(entry.path().string());
      check_cuts(*format, MappedFile::open(entry.path()).value().bytes());
    }
  }
  CHECK(formats_seen > 0);
}

}  // namespace digue::read
