// make_seeds OUT: writes OUT/<target>/..., the samples that script/fuzz starts each target from.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "seeds/seeds.h"

namespace seeds {

void give_up(const std::string& why) {
  std::fprintf(stderr, "make_seeds: %s\n", why.c_str());
  std::exit(1);
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) give_up("can't read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void Folder::add(const std::string& target, const std::string& name, std::string_view bytes) const {
  std::string file = name;
  std::replace(file.begin(), file.end(), '/', '-');
  fs::create_directories(out_ / target);
  std::ofstream(out_ / target / file, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::vector<Sample> golden_samples() {
  std::vector<Sample> samples;
  const fs::path golden = DIGUE_SOURCE_DIR "/tests/golden";
  for (const auto& entry : fs::recursive_directory_iterator(golden)) {
    const auto& path = entry.path();
    if (!entry.is_regular_file() || path.string().ends_with(".expected.jsonl")) continue;
    auto bytes = bytes_of(path).substr(0, max_seed_bytes);
    samples.push_back(
        {fs::relative(path, golden), path.parent_path().filename(), std::move(bytes)});
  }
  return samples;
}

// "inbox-rules" is read by the target inbox_rules.
static std::string target_of(std::string format) {
  std::replace(format.begin(), format.end(), '-', '_');
  return format;
}

static void add_samples(const Folder& out, const std::vector<Sample>& samples) {
  for (const auto& sample : samples) {
    out.add(target_of(sample.format), sample.name, sample.bytes);
    out.add("analysis", sample.name, sample.bytes);
    out.add("decode", sample.name, sample.bytes);
    out.add(sample.name.ends_with(".csv") ? "csv" : "json_split", sample.name, sample.bytes);
  }
}

static void make(const fs::path& path) {
  fs::remove_all(path);
  const Folder out(path);
  const fs::path work = path / "work";
  fs::create_directories(work);
  auto samples = golden_samples();
  const auto exercise = exercise_samples(work);
  samples.insert(samples.end(), exercise.samples.begin(), exercise.samples.end());
  add_samples(out, samples);
  add_archives(out, exercise.samples);
  add_frames(out, samples);
  add_logbooks(out, exercise, work);
  add_subjects(out, exercise);
  add_texts(out);
  add_playbooks(out);
  add_event_logs(out);
  fs::remove_all(work);
}

}  // namespace seeds

int main(int argc, char** argv) {
  if (argc != 2) seeds::give_up("usage: make_seeds OUT");
  seeds::make(argv[1]);
  return 0;
}
