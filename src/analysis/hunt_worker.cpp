// The side of a hunt that reads evidence: one file in, sightings out.  Everything here runs shut
// in, but opening the file.
#include <new>

#include "analysis/hunt_text.h"
#include "analysis/sentences.h"
#include "analysis/shared_image.h"
#include "analysis/told_word.h"
#include "analysis/worker_exit.h"
#include "analysis/workers.h"
#include "base/number.h"
#include "evidence/archive.h"
#include "evidence/spool.h"
#include "read/decode.h"

namespace digue::analysis {

namespace {

// Bytes that are no text: a zero where no UTF-16 is.
bool is_binary(std::string_view bytes, read::Encoding encoding) {
  const bool sixteen =
      encoding == read::Encoding::utf16_little || encoding == read::Encoding::utf16_big;
  return !sixteen && bytes.substr(0, read::sample_bytes).find('\0') != std::string_view::npos;
}

bool needs_decoding(read::Encoding encoding) {
  return encoding != read::Encoding::utf8 && encoding != read::Encoding::damaged_utf8;
}

class FileHunter final : public evidence::ItemVisitor {
 public:
  FileHunter(wire::Writer& writer, const read::Told& told, const hunt::Matcher& matcher, Crew& crew,
             std::uint64_t listed)
      : writer_(writer), told_(told), matcher_(matcher), crew_(crew), book_(writer, listed) {}

  Outcome item(const evidence::Item& item) override {
    const read::Format* format =
        item.bytes.empty() ? nullptr : read::recognise_file(item.bytes, told_);
    writer_.source_begin(item.name, format != nullptr ? format->name() : "",
                         format != nullptr ? format->family() : event::Family::none);
    HuntedFile file{item.bytes, item.bytes, format, true, item.release_before};
    told_.written = item.written;
    DIGUE_TRY(const auto sha256, hunt(file));
    book_.finish();
    writer_.source_end(sha256, item.bytes.size(), 0, 0);
    return {};
  }

  void unreadable(const evidence::Unreadable& lost) override {
    writer_.source_begin(lost.name, "", event::Family::none);
    writer_.unreadable(lost.offset, lost.bytes, 0, lost.reason);
    writer_.source_end("", lost.bytes, 0, 0);
  }

  void skipped(const evidence::Skipped& skipped) override {
    if (!skipped.junk) unreadable({skipped.name, 0, 0, skipped.why});
  }

 private:
  Result<std::string> hunt(HuntedFile& file) {
    if (file.format != nullptr && file.format->reads_bytes())
      return hunt_event_log(file, told_, matcher_, crew_, book_);
    const auto encoding = read::encoding_of(file.bytes.substr(0, read::sample_bytes));
    file.has_lines = !is_binary(file.bytes, encoding);
    if (!file.has_lines || !needs_decoding(encoding))
      return hunt_text(file, told_, matcher_, crew_, book_);
    DIGUE_TRY(const auto decoded, read::decode(file.bytes, encoding, evidence::temporary_folder()));
    file.text = decoded.text();
    file.release = nullptr;
    return hunt_text(file, told_, matcher_, crew_, book_);
  }

  wire::Writer& writer_;
  read::Told told_;  // of the item under way
  const hunt::Matcher& matcher_;
  Crew& crew_;
  SightingBook book_;
};

// The matcher that the one who started us shares.
std::optional<hunt::Matcher> shared_matcher() {
  const auto image = shared_image();
  if (!image) return std::nullopt;
  return hunt::Matcher::from_image(*image);
}

int hunt_file(const evidence::Item& outer, const read::Told& told, const hunt::Matcher& matcher,
              Crew& crew, std::uint64_t listed, wire::Writer& writer) {
  try {
    FileHunter hunter(writer, told, matcher, crew, listed);
    const auto outcome = evidence::open_items_of(outer, hunter);
    if (!outcome) writer.unreadable(0, 0, 0, outcome.error().message);
  } catch (const std::bad_alloc&) {
    return exit_out_of_memory;
  }
  writer.done();
  return 0;
}

}  // namespace

int hunt_main(int argc, const char* const* argv) {
  if (argc < 8) return exit_cannot_open;
  const auto number = [&](int index) { return whole_number(argv[index]).value_or(0); };
  wire::Writer writer(wire_descriptor);
  const read::Told told = told_of(argv[4]);
  const auto matcher = shared_matcher();
  if (!matcher) return exit_cannot_open;
  const auto file = open_or_tell(argv[2], writer);
  if (!file) return 0;
  const Instant written = written_at(argv[2]);
  Limits limits;
  limits.memory_bytes = number(5);
  limits.processor_seconds = 24ULL * 3600;
  Crew crew(static_cast<unsigned>(number(6)));
  if (const auto shut = crew.shut_in(limits); !shut) {
    writer.unreadable(0, 0, 0, shut.error().message);
    return exit_not_shut_in;
  }
  return hunt_file(
      {argv[3], file->bytes(), [&](std::size_t at) { file->release_before(at); }, written}, told,
      *matcher, crew, number(7), writer);
}

}  // namespace digue::analysis
