// Archives of every kind that is unfolded, and the frames of workers.
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

#include "evidence/archive.h"
#include "judge.h"
#include "memory_file.h"
#include "seeds/seeds.h"

namespace seeds {

static constexpr std::size_t max_packed_bytes = 48 << 10;

static void add_entry(archive* writer, const Sample& sample) {
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, sample.name.c_str());
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_size(entry, static_cast<la_int64_t>(sample.bytes.size()));
  if (archive_write_header(writer, entry) != ARCHIVE_OK) give_up(archive_error_string(writer));
  archive_write_data(writer, sample.bytes.data(), sample.bytes.size());
  archive_entry_free(entry);
}

static std::string packed(const std::vector<Sample>& samples, int format, int filter) {
  std::string out(1 << 20, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format(writer, format);
  archive_write_add_filter(writer, filter);
  archive_write_set_bytes_in_last_block(writer, 1);
  if (archive_write_open_memory(writer, out.data(), out.size(), &used) != ARCHIVE_OK)
    give_up(archive_error_string(writer));
  for (const auto& sample : samples) add_entry(writer, sample);
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

// One small file of each format, the smallest first, as far as the room goes.
static std::vector<Sample> one_of_each(std::vector<Sample> samples) {
  std::stable_sort(samples.begin(), samples.end(),
                   [](const auto& a, const auto& b) { return a.bytes.size() < b.bytes.size(); });
  std::vector<Sample> out;
  std::size_t bytes = 0;
  for (auto& sample : samples) {
    const bool have = std::any_of(out.begin(), out.end(),
                                  [&](const auto& one) { return one.format == sample.format; });
    if (have || bytes + sample.bytes.size() > max_packed_bytes) continue;
    bytes += sample.bytes.size();
    out.push_back(std::move(sample));
  }
  return out;
}

void add_archives(const Folder& out, const std::vector<Sample>& samples) {
  const auto chosen = one_of_each(samples);
  const std::vector<Sample> two(chosen.begin(),
                                chosen.begin() + std::min<long>(2, std::ssize(chosen)));
  const int none = ARCHIVE_FILTER_NONE, tar = ARCHIVE_FORMAT_TAR;
  out.add("analysis", "whole.tar", packed(chosen, tar, none));
  out.add("archive", "two.zip", packed(two, ARCHIVE_FORMAT_ZIP, none));
  out.add("archive", "two.7z", packed(two, ARCHIVE_FORMAT_7ZIP, none));
  out.add("archive", "two.tar", packed(two, tar, none));
  out.add("archive", "two.tar.gz", packed(two, tar, ARCHIVE_FILTER_GZIP));
  out.add("archive", "two.tar.bz2", packed(two, tar, ARCHIVE_FILTER_BZIP2));
  out.add("archive", "two.tar.xz", packed(two, tar, ARCHIVE_FILTER_XZ));
  out.add("archive", "two.tar.zst", packed(two, tar, ARCHIVE_FILTER_ZSTD));
  out.add("archive", "one.gz", packed({two.front()}, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP));
  const Sample inner{"inner.zip", "", packed(two, ARCHIVE_FORMAT_ZIP, none)};
  out.add("archive", "nested.zip", packed({inner, two.front()}, ARCHIVE_FORMAT_ZIP, none));
}

void add_frames(const Folder& out, const std::vector<Sample>& samples) {
  for (const auto& sample : samples) {
    const MemoryFile frames;
    digue::analysis::wire::Writer writer(frames.descriptor());
    digue::analysis::read_item({sample.name, sample.bytes, {}}, {}, writer);
    writer.done();
    if (const auto bytes = frames.bytes(); bytes.size() <= max_seed_bytes)
      out.add("wire", sample.name, bytes);
  }
}

}  // namespace seeds
