// R26, archives made in numbers: on one host, commands make many archives within minutes (7-Zip,
// WinRAR, zip, tar, PowerShell, Windows's own): files are being taken out or held to ransom.
//
// Unpacking, a few archives, and what a job makes so every night (bursts.h) are not told.
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include "base/text.h"
#include "detect/archives_made/sentences.h"
#include "detect/bursts.h"
#include "detect/draft.h"

namespace digue::detect {

namespace {

using event::Action;
using finding::Finding;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"ransomware/1.b.4"};
constexpr std::size_t fewest_archives = 10;  // twice what our rule of archives with a password asks
constexpr std::int64_t burst_span = 30 * minute_ms;
constexpr std::size_t commands_told = 3;

// The words of a command line; quotes keep words together and are taken off.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if ((c == ' ' || c == '\t') && !quoted) {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// "7z" of "C:\Program Files\7-Zip\7z.exe"; lower case.
std::string program_of(std::string_view word) {
  const auto slash = word.find_last_of("\\/");
  if (slash != std::string_view::npos) word.remove_prefix(slash + 1);
  auto name = lower(word);
  if (name.ends_with(".exe")) name.resize(name.size() - 4);
  return name;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether the program at words[at] makes an archive there.
bool makes_archive(const std::vector<std::string>& words, std::size_t at) {
  static constexpr auto by_verb =
      std::to_array<std::string_view>({"7z", "7za", "7zr", "7zg", "rar", "winrar", "wzzip"});
  static constexpr auto verbs = std::to_array<std::string_view>({"a", "m", "u", "f"});
  const auto program = program_of(words[at]);
  const auto first = at + 1 < words.size() ? lower(words[at + 1]) : std::string();
  if (is_one_of(program, by_verb)) return is_one_of(first, verbs);
  if (program == "zip") return !first.empty() && first != "-t" && first != "-h";
  // "c" among the letters: "-czf", "czf", "-c".
  if (program == "tar" || program == "bsdtar")
    return !first.starts_with("--") ? first.size() < 8 && first.find('c') != std::string::npos
                                    : first == "--create";
  return program == "compress-archive" || program == "makecab";
}

bool makes_archive(std::string_view command) {
  const auto words = words_of(command);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (makes_archive(words, i)) return true;
  return contains_ignoring_case(command, "compress-archive ");
}

bool has_password(std::string_view command) {
  const auto words = words_of(lower(command));
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    const bool hidden = word.starts_with("-hp") || word.starts_with("--password");
    return hidden || (word.starts_with("-p") && word.size() > 2 && word != "-path");
  });
}

// Dates and numbers of a name change from night to night.
std::string without_digits(std::string text) {
  std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return text;
}

class ArchivesMade final : public Detector {
 public:
  std::string_view rule() const override { return "R26"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override { return {}; }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    std::map<std::string_view, std::vector<Moment>> by_host;
    for (const auto index : scene.of(Action::process_started)) {
      const auto& event = scene.event(index);
      const auto command = scene.trail.detail(event, "CommandLine");
      if (!event.time.known() || !makes_archive(command)) continue;
      auto thing = lower(command);
      auto habit = without_digits(thing);
      by_host[scene.text(event.device)].push_back(
          {event.time, index, std::move(thing), std::move(habit)});
    }
    for (auto& [host, moments] : by_host) {
      auto bursts = bursts_of(scene, std::move(moments), burst_span, fewest_archives);
      leave_out_habits(bursts);
      for (const auto& burst : bursts) findings.push_back(finding_of(scene, host, burst));
    }
  }

 private:
  Finding finding_of(const Scene& scene, std::string_view host, const Burst& burst) const {
    auto found = begin_finding(*this, std::string(host) + "|" + rfc3339(burst.first));
    const auto minutes = std::max<std::int64_t>((burst.last - burst.first) / minute_ms, 1);
    found.title = tell<sentences::archives_made>(burst.things.size(), minutes, host);
    const auto secret = std::count_if(burst.things.begin(), burst.things.end(),
                                      [](const auto& one) { return has_password(one); });
    found.severity = secret == 0 ? Severity::medium : Severity::high;
    if (secret != 0) found.why.push_back(tell<sentences::archives_password>(secret));
    for (std::size_t i = 0; i < std::min(burst.indexes.size(), commands_told); ++i)
      found.why.push_back(tell<sentences::archives_commands>(
          scene.trail.detail(scene.event(burst.indexes[i]), "CommandLine")));
    cite_all(found, scene, burst.indexes);
    found.hosts.emplace_back(host);
    finding::tidy(found);
    return found;
  }
};

}  // namespace

const Detector& archives_made_detector() {
  static const ArchivesMade detector;
  return detector;
}

}  // namespace digue::detect
