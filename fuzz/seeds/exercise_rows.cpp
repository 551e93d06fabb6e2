// The few rows of an exercise that its findings rest on.
#include <map>
#include <set>

#include "base/file.h"
#include "evidence/archive.h"
#include "exercise/exercise.h"
#include "judge.h"
#include "memory_file.h"
#include "read/collector.h"
#include "read/csv.h"
#include "read/decode.h"
#include "read/json_split.h"
#include "seeds/seeds.h"

namespace seeds {

using namespace digue;

static constexpr std::size_t rows_of_a_finding = 2;    // in one file
static constexpr std::size_t whole_file_bytes = 4096;  // a file as small as that is kept whole

static std::vector<fs::path> files_under(const fs::path& folder) {
  std::set<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.insert(entry.path());
  return {files.begin(), files.end()};
}

static void read_into(analysis::Merger& merger, std::size_t job, const fs::path& path) {
  const auto file = MappedFile::open(path);
  if (!file) give_up(file.error().message.english);
  const MemoryFile frames;
  analysis::wire::Writer writer(frames.descriptor());
  analysis::read_item({path.string(), file->bytes(), {}}, {}, writer);
  writer.done();
  const auto listener = merger.listen(job, path.string());
  if (!analysis::wire::Reader(merger.symbols(), *listener).take(frames.bytes()))
    give_up("frames of " + path.string());
}

// Offsets into each file, of a few rows of each finding.
static std::map<std::string, std::set<std::uint64_t>> rows_wanted(const ExerciseSamples& all) {
  std::map<std::string, std::set<std::uint64_t>> wanted;
  for (const auto& found : all.findings) {
    std::map<std::uint32_t, std::size_t> taken;
    for (const auto& row : found.evidence)
      if (++taken[row.place.source] <= rows_of_a_finding)
        wanted[all.sources[row.place.source].file].insert(row.place.offset);
  }
  return wanted;
}

// Which rows of a file to keep: those wanted, or, of a file that only repeats others, a few from
// one end to the other.
class Choice {
 public:
  Choice(const std::set<std::uint64_t>& wanted, std::size_t size)
      : wanted_(wanted), stride_(size / 8) {}
  bool takes(std::uint64_t offset, std::size_t kept) {
    if (kept > max_seed_bytes) return false;
    if (!wanted_.empty()) return wanted_.contains(offset);
    if (offset < next_) return false;
    next_ += stride_;
    return true;
  }

 private:
  const std::set<std::uint64_t>& wanted_;
  std::uint64_t stride_, next_ = 0;
};

static std::string csv_rows(std::string_view text, Choice choice) {
  read::CsvTable table(text);
  std::string out;
  for (bool first = true; table.next(); first = false) {
    if (first) out = text.substr(0, table.offset());
    if (choice.takes(table.offset(), out.size())) (out += table.row_text()) += "\n";
  }
  return out;
}

static std::string json_records(std::string_view text, Choice choice) {
  read::JsonRecords records(text);
  std::string out;
  while (records.next())
    if (choice.takes(records.offset(), out.size())) (out += records.record()) += "\n";
  return out;
}

static std::string cut(const fs::path& path, const std::set<std::uint64_t>& offsets) {
  const std::string bytes = bytes_of(path);
  if (bytes.size() <= whole_file_bytes) return bytes;
  const auto text = read::decode(bytes, "/tmp");
  if (!text) give_up(text.error().message.english);
  const Choice choice(offsets, text->text().size());
  return path.extension() == ".csv" ? csv_rows(text->text(), choice)
                                    : json_records(text->text(), choice);
}

ExerciseSamples exercise_samples(const fs::path& work) {
  const auto folder = work / "exercise";
  if (const auto made = exercise::make("mailbox-takeover", folder, {.seed = 1}); !made)
    give_up(made.error().message.english);
  const auto files = files_under(folder / "evidence");
  analysis::Merger merger(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) read_into(merger, i, files[i]);
  merger.finish();

  ExerciseSamples all;
  all.findings = judge(merger);
  for (const auto& notes : merger.sources()) all.sources.push_back(notes.source);
  const auto wanted = rows_wanted(all);
  for (const auto& source : all.sources) {
    if (source.format.empty()) continue;
    const auto offsets = wanted.find(source.file);
    auto bytes =
        cut(source.file, offsets == wanted.end() ? std::set<std::uint64_t>{} : offsets->second);
    if (bytes.empty()) continue;
    all.samples.push_back(
        {"exercise/" + fs::path(source.file).filename().string(), source.format, std::move(bytes)});
  }
  return all;
}

}  // namespace seeds
