// Golden pairs: tests/golden/<format>/<case>.<csv|json|...> and <case>.<ext>.expected.jsonl.
// A folder is a format's own name; a missing expectation is written at the first run (which fails,
// to be looked at), a difference leaves <case>.<ext>.fail beside it.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/text.h"
#include "read/collector.h"
#include "read/decode.h"
#include "read/format.h"

namespace digue::read {

namespace fs = std::filesystem;

static std::vector<fs::path> golden_inputs() {
  std::vector<fs::path> inputs;
  const fs::path root = fs::path(DIGUE_SOURCE_DIR) / "tests" / "golden";
  if (!fs::exists(root)) return inputs;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const auto name = entry.path().filename().string();
    const bool written = name.ends_with(".expected.jsonl") || name.ends_with(".fail");
    if (entry.is_regular_file() && !written) inputs.push_back(entry.path());
  }
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

static DecodedText text_for(const Format& format, std::string_view bytes) {
  if (format.reads_bytes()) return undecoded(bytes);
  return decode(bytes, fs::temp_directory_path()).value();
}

static Collector collected(const Format& format, std::string_view text) {
  Collector sink;
  // Of files written on 22 November 2026, at noon.
  format.read(text, Told{.written = {1'795'348'800'000}}, sink);
  return sink;
}

// Where the two texts part, for the eye.
static std::string difference(const std::string& expected, const std::string& got) {
  const auto was = split(expected, '\n'), is = split(got, '\n');
  std::string shown;
  for (std::size_t i = 0; i < std::max(was.size(), is.size()); ++i) {
    const auto before = i < was.size() ? was[i] : std::string_view();
    const auto now = i < is.size() ? is[i] : std::string_view();
    if (before == now) continue;
    shown += "line " + std::to_string(i + 1) + "\n- " + std::string(before) + "\n+ " +
             std::string(now) + "\n";
    if (shown.size() > 4000) break;
  }
  return shown;
}

static void compare(const fs::path& input, const std::string& got) {
  DiskFiles files;
  const fs::path expected = input.string() + ".expected.jsonl";
  if (!fs::exists(expected)) {
    REQUIRE(files.write(expected, got));
    FAIL_CHECK("written, look at it: ", expected.string());
    return;
  }
  const auto text = files.read(expected).value();
  if (text == got) return;
  REQUIRE(files.write(input.string() + ".fail", got));
  FAIL_CHECK(difference(text, got));
}

// The same text with the other line ends; quoted fields may hold some, so only where none does.
static std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    if (c != '\r') out += c;
  }
  return out;
}

TEST_CASE("golden files: recognised by content, and read to the expected events") {
  for (const auto& input : golden_inputs()) {
    INFO(input.string());
    DiskFiles files;
    const auto bytes = files.read(input).value();
    const Format* format = recognise_file(bytes);
    REQUIRE(format != nullptr);
    const auto decoded = text_for(*format, bytes);
    CHECK(format->name() == input.parent_path().filename().string());
    const auto got = as_json_lines(collected(*format, decoded.text()));
    compare(input, got);
    const bool lines_in_texts = input.stem().string().find("quoted-lines") != std::string::npos;
    if (!lines_in_texts && !format->reads_bytes())
      CHECK(as_json_lines(collected(*format, with_crlf(decoded.text()))) == got);
  }
}

// Every cut of every golden file: no crash, and every row has a fate.
TEST_CASE("golden files cut anywhere: every row is an event or a rejection") {
  for (const auto& input : golden_inputs()) {
    DiskFiles files;
    const auto bytes = files.read(input).value();
    const Format* format = recognise_file(bytes);
    if (format == nullptr) continue;
    const auto decoded = text_for(*format, bytes);
    const std::size_t step = std::max<std::size_t>(1, decoded.text().size() / 97);
    for (std::size_t size = 0; size < decoded.text().size(); size += step) {
      const std::string cut(decoded.text().substr(0, size));
      const auto sink = collected(*format, cut);
      CAPTURE(input.string());
      CAPTURE(size);
      CHECK(sink.rows() >= sink.rejections().size());
      CHECK(sink.read().events.size() + sink.rejections().size() >= sink.rows());
    }
  }
}

}  // namespace digue::read
