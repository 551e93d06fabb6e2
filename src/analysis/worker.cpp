// The worker's side: one file in, frames out.  Everything here runs shut in, but opening the file.
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <new>

#include "analysis/event_log.h"
#include "analysis/export_matches.h"
#include "analysis/export_reader.h"
#include "analysis/parts.h"
#include "analysis/sentences.h"
#include "analysis/shared_image.h"
#include "analysis/told_word.h"
#include "analysis/wire_sink.h"
#include "analysis/worker_exit.h"
#include "analysis/workers.h"
#include "base/hash.h"
#include "base/number.h"
#include "base/text.h"
#include "detect/sigma/rules_by_channel.h"
#include "evidence/archive.h"
#include "evidence/spool.h"
#include "read/decode.h"

namespace digue::analysis {

namespace {

// So much of a file that is read whole stays mapped between its first pass and its reading: pages
// of the system's own cache, which it takes back when it needs them; to map them a second time
// takes a thirtieth of the whole reading.
constexpr std::size_t bytes_left_mapped = 1 << 30;

// Of a file, which may be packed tenfold; threads cost time to start.
constexpr std::size_t least_for_threads = part_bytes / 8;

struct FirstPass {
  std::string sha256;
  read::Encoding encoding;
};

// What looked here and there had pages mapped all over the file.
void release_all(const evidence::Item& item) {
  constexpr std::size_t step = 64 << 20;
  if (!item.release_before) return;
  for (std::size_t at = step; at < item.bytes.size() + step; at += step)
    item.release_before(std::min(at, item.bytes.size()));
}

// Hashes the bytes and learns their encoding.
FirstPass first_pass(const evidence::Item& item) {
  constexpr std::size_t bytes = 1 << 18;  // of a piece, seen twice while it is in the cache
  Sha256 hash;
  read::EncodingCheck check;
  for (std::size_t at = 0; at < item.bytes.size(); at += bytes) {
    const auto piece = item.bytes.substr(at, bytes);
    hash.add(piece);
    check.add(piece);
    if (item.release_before && at > bytes_left_mapped && at % (bytes * 64) == 0)
      item.release_before(at);
  }
  return {to_hex(hash.finish()), check.encoding()};
}

class FileReader final : public evidence::ItemVisitor {
 public:
  FileReader(wire::Writer& writer, const read::Told& told, const Watched& watched, Crew& crew)
      : writer_(writer), told_(told), watched_(watched), crew_(crew) {}

  Outcome item(const evidence::Item& item) override {
    said_something_ = true;
    const read::Format* format =
        item.bytes.empty() ? nullptr : read::recognise_file(item.bytes, told_);
    const bool by_parts =
        format != nullptr && format->reads_parts() && item.bytes.size() > part_bytes;
    // What is read by parts is hashed while it is read.
    auto pass = by_parts ? FirstPass{"", encoding_by_parts(item.bytes, crew_, item.release_before)}
                         : first_pass(item);
    writer_.source_begin(item.name, format ? format->name() : "",
                         format ? format->family() : event::Family::none);
    if (format == nullptr) writer_.unreadable(0, item.bytes.size(), 0, why_not(item.bytes));
    std::uint64_t rows = 0, rejected = 0;
    if (format != nullptr) DIGUE_CHECK(read(item, pass, *format, rows, rejected));
    writer_.source_end(pass.sha256, item.bytes.size(), rows, rejected);
    return {};
  }

  void unreadable(const evidence::Unreadable& lost) override {
    said_something_ = true;
    writer_.source_begin(lost.name, "", event::Family::none);
    writer_.unreadable(lost.offset, lost.bytes, 0, lost.reason);
    writer_.source_end("", lost.bytes, 0, 0);
  }

  void skipped(const evidence::Skipped& skipped) override {
    if (skipped.junk) return;
    unreadable({skipped.name, 0, 0, skipped.why});
  }

  // An archive may unfold to nothing at all (a gigabyte of zeros is an empty tar): that is said
  // too.
  void finish(const std::string& name, std::size_t bytes) {
    if (!said_something_) unreadable({name, 0, bytes, tell<sentences::empty_archive>()});
  }

 private:
  static Message why_not(std::string_view bytes) {
    return bytes.empty() ? tell<sentences::empty_file>() : tell<sentences::not_recognised>();
  }

  Outcome read(const evidence::Item& item, FirstPass& pass, const read::Format& format,
               std::uint64_t& rows, std::uint64_t& rejected) {
    DIGUE_TRY(const auto text,
              format.reads_bytes()
                  ? Result<read::DecodedText>(read::undecoded(item.bytes))
                  : read::decode(item.bytes, pass.encoding, evidence::temporary_folder()));
    const auto release = [&](std::size_t offset) {
      if (text.is_view() && item.release_before) item.release_before(offset);
      if (!text.is_view()) text.release_before(offset);
    };
    WireSink sink(writer_, format, release);
    sink.watch(requests());
    read::Told told = told_;
    told.written = item.written;
    if (format.family() == event::Family::windows_log)
      writer_.logged((format.reads_bytes() ? read_event_log : read_event_json)(
          text.text(), sink, watched_.rules ? watched_.rules : own_rules_of));
    else if (pass.sha256.empty())
      pass.sha256 = read_parts(item, text, *format.reading(text.text(), told), sink);
    else
      format.read(text.text(), told, sink);
    const auto channel = rule_channel_of(format.name());
    if (watched_.rules && !channel.empty())
      match_export(text.text(), channel, format.family(), watched_.rules(channel), sink);
    sink.finish();
    rows = sink.rows();
    rejected = sink.rejected_rows();
    return {};
  }

  // Of a decoded text the bytes are elsewhere: they are hashed first.
  std::string read_parts(const evidence::Item& item, const read::DecodedText& text,
                         read::Reading& whole, WireSink& sink) {
    auto sha256 = text.is_view() ? std::string() : first_pass(item).sha256;
    Parts parts{text.text(), whole, requests()};
    if (text.is_view()) parts.bytes = item.bytes;
    release_all(item);
    const auto digest = read_by_parts(parts, crew_, sink);
    whole.finish(sink);
    return text.is_view() ? to_hex(digest) : sha256;
  }

  // With the rules that are asked of them, put together for the first file.
  const WatchedRequests& requests() {
    if (!requests_) {
      requests_ = watched_.requests;
      requests_->rules = request_rules(watched_.rules);
    }
    return *requests_;
  }

  std::optional<WatchedRequests> requests_;
  wire::Writer& writer_;
  const read::Told& told_;
  const Watched& watched_;
  Crew& crew_;
  bool said_something_ = false;
};

}  // namespace

std::optional<MappedFile> open_or_tell(const char* path, wire::Writer& writer) {
  auto file = MappedFile::open(path);
  if (file) return std::move(*file);
  writer.unreadable(0, 0, 0, file.error().message);
  writer.done();
  return std::nullopt;
}

void read_item(const evidence::Item& outer, const read::Told& told, wire::Writer& writer,
               const Watched& watched, Crew* crew) {
  Crew alone(1);
  FileReader reader(writer, told, watched, crew != nullptr ? *crew : alone);
  const auto outcome = evidence::open_items_of(outer, reader);
  if (!outcome)
    writer.unreadable(0, 0, 0, outcome.error().message);
  else
    reader.finish(std::string(outer.name), outer.bytes.size());
}

// What the one who started us shares: the image of a list, then that of rules.
struct Shared {
  std::optional<UrlList> list;
  RulesOfChannel rules;
};

static RulesOfChannel rules_in(std::string_view image) {
  auto book = detect::sigma::book_in(image);
  if (!book) return {};
  const auto rules = std::make_shared<detect::sigma::RulesByChannel>(std::move(*book));
  return [rules](std::string_view channel) -> const detect::sigma::RuleSet& {
    return rules->of(channel);
  };
}

static Shared shared_with_us(std::size_t list_bytes, bool has_rules) {
  Shared shared;
  // Where neither is given, the descriptor is any file's.
  if (list_bytes == 0 && !has_rules) return shared;
  const auto image = shared_image();
  if (!image || image->size() < list_bytes) return shared;
  if (list_bytes != 0) shared.list = UrlList::from_image(image->substr(0, list_bytes));
  if (has_rules) shared.rules = rules_in(image->substr(list_bytes));
  return shared;
}

int worker_main(int argc, const char* const* argv) {
  if (argc < 6) return exit_cannot_open;
  wire::Writer writer(wire_descriptor);
  const auto word = [&](int index) { return argc > index ? argv[index] : ""; };
  const auto number = [&](int index) { return whole_number(word(index)).value_or(0); };
  const read::Told told = told_of(argv[4]);
  const auto file = open_or_tell(argv[2], writer);
  if (!file) return 0;
  const Instant written = written_at(argv[2]);
  const auto shared = shared_with_us(number(8), word(9) == rules_word);
  const Watched watched{{word(7), shared.list ? &*shared.list : nullptr}, shared.rules};
  Limits limits;
  limits.memory_bytes = number(5);
  Crew crew(file->bytes().size() < least_for_threads ? 1 : static_cast<unsigned>(number(6)));
  if (const auto shut = crew.shut_in(limits); !shut) {
    writer.unreadable(0, 0, 0, shut.error().message);
    return exit_not_shut_in;
  }
  try {
    read_item({argv[3], file->bytes(), [&](std::size_t at) { file->release_before(at); }, written},
              told, writer, watched, &crew);
  } catch (const std::bad_alloc&) {
    return exit_out_of_memory;
  }
  writer.done();
  return 0;
}

}  // namespace digue::analysis
