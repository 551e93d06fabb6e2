// How fast the readers are, alone: bench_read FILE...  Prints for each file its format, rows,
// events, rejections, processor seconds and rows a second; the events are read and thrown away in
// batches, so that memory stays as small as in an analysis.
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>

#include "base/file.h"
#include "read/decode.h"
#include "read/format.h"

namespace {
using namespace digue;

class Counter final : public read::Sink {
 public:
  event::Trail& trail() override { return trail_; }
  void commit() override {
    ++events;
    if (trail_.events.size() < 65536) return;
    trail_.events.clear();
    trail_.details.clear();
  }
  void row() override { ++rows; }
  void rejected(std::uint64_t, std::uint64_t, std::uint32_t, const Message&) override {
    ++rejections;
  }
  void remark(const Message& message) override { std::printf("  %s\n", message.english.c_str()); }
  void passed(std::uint64_t) override {}

  std::size_t rows = 0, events = 0, rejections = 0;
  std::size_t texts() const { return trail_.symbols.size(); }

 private:
  event::Trail trail_;
};

// Of this process on a core: what other programs do does not count.
double processor_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

int measure(const char* path) {
  const auto file = MappedFile::open(path);
  if (!file) return std::fprintf(stderr, "%s\n", file.error().message.english.c_str()), 1;
  const double begin = processor_seconds();
  const auto text = read::decode(file->bytes(), std::filesystem::temp_directory_path());
  if (!text) return std::fprintf(stderr, "%s\n", text.error().message.english.c_str()), 1;
  const double decoded = processor_seconds() - begin;
  const read::Format* format = read::recognise(read::decoded_sample(file->bytes()));
  if (format == nullptr) return std::fprintf(stderr, "%s: not recognised\n", path), 1;
  Counter sink;
  format->read(text->text(), {}, sink);
  const double total = processor_seconds() - begin;
  std::printf(
      "%s: %s, %zu rows, %zu events, %zu rejected, %zu texts, %.3f s (%.3f decoding), %.0f "
      "rows/s\n",
      path, std::string(format->name()).c_str(), sink.rows, sink.events, sink.rejections,
      sink.texts(), total, decoded, static_cast<double>(sink.rows) / total);
  return 0;
}
}  // namespace

int main(int count, char** arguments) {
  int worst = 0;
  for (int i = 1; i < count; ++i) worst |= measure(arguments[i]);
  return worst;
}
