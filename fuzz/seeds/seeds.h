// Small valid samples for the fuzzer to start from: real structure, so that mutation goes deep.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "finding/finding.h"

namespace seeds {

namespace fs = std::filesystem;

inline constexpr std::size_t max_seed_bytes = 16 << 10;

struct Sample {
  std::string name;    // of a file: "inbox-rules/suite.csv"
  std::string format;  // "inbox-rules"
  std::string bytes;
};

// Ends the program with the reason; a seed that can't be made is a mistake of ours.
[[noreturn]] void give_up(const std::string& why);
std::string bytes_of(const fs::path& path);

// Where the seeds go: OUT/<target>/<name>.
class Folder {
 public:
  explicit Folder(fs::path out) : out_(std::move(out)) {}
  void add(const std::string& target, const std::string& name, std::string_view bytes) const;
  const fs::path& path() const { return out_; }

 private:
  fs::path out_;
};

// The inputs of tests/golden, by their formats.
std::vector<Sample> golden_samples();

// The rows of an exercise that its findings rest on, a few of each, and the findings.
struct ExerciseSamples {
  std::vector<Sample> samples;
  std::vector<digue::finding::Finding> findings;
  std::vector<digue::finding::Source> sources;
};
ExerciseSamples exercise_samples(const fs::path& work);

// Archives of every kind.
void add_archives(const Folder& out, const std::vector<Sample>& samples);
// What a worker says of each sample.
void add_frames(const Folder& out, const std::vector<Sample>& samples);
// A logbook with an entry of nearly every kind: the file, its rows, headers, bodies, checkpoints.
void add_logbooks(const Folder& out, const ExerciseSamples& exercise, const fs::path& work);
// What the exercise's findings are about, in the lines that the target scripts reads.
void add_subjects(const Folder& out, const ExerciseSamples& exercise);
// Playbooks of CACAO.
void add_playbooks(const Folder& out);
// The first record of each Windows event log made to order, for the target binxml.
void add_event_logs(const Folder& out);
// Sheets, settings, tables of places, dates, names.
void add_texts(const Folder& out);

}  // namespace seeds
