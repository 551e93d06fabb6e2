#include "evidence/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <clocale>
#include <map>
#include <memory>
#include <optional>

#include "base/file.h"
#include "base/text.h"
#include "evidence/sentences.h"
#include "evidence/spool.h"

namespace digue::evidence {

namespace {

// libarchive converts names to the charset of the locale; a program run in the "C" locale would
// lose every accent.
class Utf8Names {
 public:
  Utf8Names()
      : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)),
        before_(locale_ != nullptr ? ::uselocale(locale_) : nullptr) {}
  ~Utf8Names() {
    if (locale_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(locale_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t locale_, before_;
};

struct Closer {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, Closer>;

// One format at a time: what the first bytes do not promise is not even tried.
Reader open_reader(Container container, std::string_view bytes) {
  Reader reader(archive_read_new());
  archive* raw = reader.get();
  if (raw == nullptr) return nullptr;
  if (container == Container::zip) archive_read_support_format_zip(raw);
  if (container == Container::seven_zip) archive_read_support_format_7zip(raw);
  if (container == Container::tar) archive_read_support_format_tar(raw);
  if (container == Container::compressed) {
    archive_read_support_filter_gzip(raw);
    archive_read_support_filter_bzip2(raw);
    archive_read_support_filter_xz(raw);
    archive_read_support_filter_zstd(raw);
    archive_read_support_format_tar(raw);
    archive_read_support_format_raw(raw);
  }
  // A failure shows again at the first header, with its reason.
  archive_read_open_memory(raw, bytes.data(), bytes.size());
  return reader;
}

Message reason_of(archive* reader) {
  const char* text = archive_error_string(reader);
  return text == nullptr ? tell<sentences::structure_unreadable>() : as_message(shown_name(text));
}

std::string_view raw_name(archive_entry* entry) {
  if (const char* utf8 = archive_entry_pathname_utf8(entry)) return utf8;
  const char* bytes = archive_entry_pathname(entry);
  return bytes == nullptr ? "" : bytes;
}

bool is_separator(char c) {
  return c == '/' || c == '\\';
}

bool leads_out(std::string_view name) {
  if (is_separator(name.front())) return true;
  if (name.size() >= 2 && name[1] == ':') return true;  // a drive
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    while (end < name.size() && !is_separator(name[end])) ++end;
    if (name.substr(at, end - at) == "..") return true;
    at = end + 1;
  }
  return false;
}

// "./a//b.csv" is "a/b.csv".
std::string tidy_name(std::string_view name) {
  std::string tidy;
  for (const std::string_view part : split(name, '/')) {
    if (part.empty() || part == ".") continue;
    if (!tidy.empty()) tidy += '/';
    tidy += part;
  }
  return shown_name(tidy);
}

bool any_part_is_junk(std::string_view name) {
  const auto parts = split(name, '/');
  return std::any_of(parts.begin(), parts.end(), is_junk);
}

std::string without_compression_suffix(std::string_view name) {
  name = name.substr(name.rfind('/') + 1);  // npos + 1 is 0
  static constexpr std::array<std::string_view, 5> suffixes = {".gz", ".bz2", ".xz", ".zst",
                                                               ".zstd"};
  for (const std::string_view suffix : suffixes)
    if (name.size() > suffix.size() &&
        equal_ignoring_case(name.substr(name.size() - suffix.size()), suffix))
      return std::string(name.substr(0, name.size() - suffix.size()));
  return std::string(name);
}

class Unfolder {
 public:
  Unfolder(ItemVisitor& visitor, const ArchiveLimits& limits, std::uint64_t outer_bytes)
      : visitor_(visitor), limits_(limits), outer_bytes_(outer_bytes) {
    if (limits_.temporary_folder.empty()) limits_.temporary_folder = temporary_folder();
  }

  Outcome visit(const Item& item, std::size_t depth) {
    const Container container = container_of(item.bytes);
    if (container == Container::none) return visitor_.item(item);
    if (depth >= max_archive_depth) {
      lose(std::string(item.name), 0, tell<sentences::too_deep_archive>(depth));
      return {};
    }
    const Reader reader = open_reader(container, item.bytes);
    if (reader == nullptr)
      return fail<sentences::no_memory_for_archive>(Error::Kind::storage, item.name);
    return entries(reader.get(), item, depth);
  }

 private:
  Outcome entries(archive* reader, const Item& outer_item, std::size_t depth) {
    const auto outer = outer_item.name;
    Names names;
    while (!stopped_) {
      archive_entry* entry = nullptr;
      const int status = archive_read_next_header(reader, &entry);
      if (status == ARCHIVE_EOF) return {};
      if (status < ARCHIVE_WARN) {
        header_lost(reader, outer);
        return {};
      }
      if (++items_ > limits_.items)
        return stop(std::string(outer), 0, tell<sentences::too_many_items>(limits_.items));
      DIGUE_CHECK(one(reader, entry, outer_item, depth, names));
    }
    return {};
  }

  void header_lost(archive* reader, std::string_view outer) {
    // Before any format was chosen libarchive 3.6 answers this from memory that is not its own.
    const bool any_format = archive_format(reader) != 0;
    if (any_format && archive_read_has_encrypted_entries(reader) > 0)
      return lose(std::string(outer), 0, tell<sentences::encrypted>());
    lose(std::string(outer), 0, tell<sentences::archive_damaged>(reason_of(reader)));
  }

  using Names = std::map<std::string, std::uint64_t, std::less<>>;

  Outcome one(archive* reader, archive_entry* entry, const Item& outer_item, std::size_t depth,
              Names& names) {
    const auto outer = outer_item.name;
    const auto type = archive_entry_filetype(entry);
    if (type == AE_IFDIR) return {};
    const auto name = name_of(reader, entry, outer);
    if (!name) return {};
    if (any_part_is_junk(*name)) return skip(outer, *name, tell<sentences::is_junk>(), true);
    if (type == AE_IFLNK || archive_entry_hardlink(entry) != nullptr)
      return skip(outer, *name, tell<sentences::inner_link>(), false);
    if (type != AE_IFREG) return skip(outer, *name, tell<sentences::is_special>(), false);
    const std::string shown = inner_name(outer, once(*name, names));
    if (archive_entry_is_encrypted(entry) != 0) {
      lose(shown, 0, tell<sentences::encrypted>());
      return {};
    }
    // What the entry claims is believed when it is too much already: a bomb costs nothing then.
    const auto claimed =
        static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0));
    if (auto excess = excess_at(unfolded_ + claimed)) return stop(shown, 0, *std::move(excess));
    const Instant said = written(entry);
    return unfold(reader, {shown, {}, {}, said.known() ? said : outer_item.written}, depth);
  }

  static Instant written(archive_entry* entry) {
    const bool is_said = archive_entry_mtime_is_set(entry) != 0 && archive_entry_mtime(entry) > 0;
    return is_said ? Instant{archive_entry_mtime(entry) * second_ms} : Instant::unknown;
  }

  static std::string inner_name(std::string_view outer, std::string_view name) {
    return std::string(outer) + "/" + std::string(name);
  }

  // The name to show; nothing, and said, when it is refused.
  std::optional<std::string> name_of(archive* reader, archive_entry* entry,
                                     std::string_view outer) {
    // A compressed single file: its header's own name is optional and proves nothing.
    if (archive_format(reader) == ARCHIVE_FORMAT_RAW) return without_compression_suffix(outer);
    const std::string_view raw = raw_name(entry);
    if (raw.size() > limits_.name_bytes) {
      lose(inner_name(outer, shown_name(raw.substr(0, 80)) + "…"), 0,
           tell<sentences::name_too_long>(limits_.name_bytes));
      return std::nullopt;
    }
    std::string tidy = tidy_name(raw);
    if (tidy.empty() || leads_out(raw)) {
      lose(inner_name(outer, shown_name(raw)), 0,
           tidy.empty() ? tell<sentences::name_missing>() : tell<sentences::name_escapes>());
      return std::nullopt;
    }
    return tidy;
  }

  // Two entries of one name stay two: the second is "a.csv (2)".
  static std::string once(const std::string& name, Names& names) {
    const std::uint64_t count = ++names[name];
    return count == 1 ? name : name + " (" + std::to_string(count) + ")";
  }

  Outcome unfold(archive* reader, Item item, std::size_t depth) {
    const std::string name(item.name);
    Spool spool(limits_.temporary_folder);
    std::optional<Message> damage;
    DIGUE_CHECK(pour(reader, name, spool, damage));
    if (stopped_) return {};
    if (damage) lose(name, spool.size(), *damage);
    if (damage && spool.size() == 0) return {};
    DIGUE_TRY(item.bytes, spool.view());
    item.release_before = [&spool](std::size_t at) { spool.release_before(at); };
    return visit(item, depth + 1);
  }

  Outcome pour(archive* reader, const std::string& name, Spool& spool,
               std::optional<Message>& damage) {
    while (true) {
      const void* data = nullptr;
      std::size_t size = 0;
      la_int64_t offset = 0;
      const int status = archive_read_data_block(reader, &data, &size, &offset);
      if (status == ARCHIVE_EOF) return {};
      if (status != ARCHIVE_OK || offset < static_cast<la_int64_t>(spool.size())) {
        damage = tell<sentences::item_damaged>(reason_of(reader), spool.size());
        return {};
      }
      const std::uint64_t hole = static_cast<std::uint64_t>(offset) - spool.size();
      unfolded_ += hole + size;
      if (auto excess = excess_at(unfolded_)) return stop(name, spool.size(), *std::move(excess));
      DIGUE_CHECK(fill(hole, spool));
      DIGUE_CHECK(spool.add({static_cast<const char*>(data), size}));
    }
  }

  // A sparse file's hole.
  static Outcome fill(std::uint64_t hole, Spool& spool) {
    static constexpr std::array<char, 4096> zeros{};
    for (; hole > 0; hole -= std::min<std::uint64_t>(hole, zeros.size()))
      DIGUE_CHECK(spool.add({zeros.data(), std::min<std::size_t>(hole, zeros.size())}));
    return {};
  }

  // Why so many bytes in all are too many.
  std::optional<Message> excess_at(std::uint64_t bytes) const {
    if (bytes > limits_.total_bytes) return tell<sentences::too_big>(limits_.total_bytes >> 30);
    if (bytes > limits_.ratio_allowance && bytes / limits_.ratio > outer_bytes_)
      return tell<sentences::is_bomb>(limits_.ratio);
    return std::nullopt;
  }

  Outcome stop(const std::string& name, std::uint64_t offset, Message why) {
    lose(name, offset, std::move(why));
    stopped_ = true;
    return {};
  }
  void lose(std::string name, std::uint64_t offset, Message why) {
    visitor_.unreadable({std::move(name), offset, 0, std::move(why)});
  }
  Outcome skip(std::string_view outer, std::string_view name, Message why, bool junk) {
    visitor_.skipped({inner_name(outer, name), std::move(why), junk});
    return {};
  }

  ItemVisitor& visitor_;
  ArchiveLimits limits_;
  std::uint64_t outer_bytes_;
  std::uint64_t unfolded_ = 0, items_ = 0;
  bool stopped_ = false;
};

// The sum of the header's bytes, its own field taken as blanks: old tars have no other mark.
bool is_tar(std::string_view bytes) {
  if (bytes.size() < 512 || bytes[0] == '\0') return false;
  unsigned sum = 0;
  for (std::size_t at = 0; at < 512; ++at)
    sum += at >= 148 && at < 156 ? ' ' : static_cast<unsigned char>(bytes[at]);
  unsigned told = 0;
  for (const char c : bytes.substr(148, 8)) {
    if (c >= '0' && c <= '7') told = told * 8 + static_cast<unsigned>(c - '0');
  }
  return told == sum;
}

// Word, Excel and OpenDocument files begin with these entries.
bool is_office_document(std::string_view bytes) {
  if (bytes.size() < 64) return false;
  const std::string_view first = bytes.substr(30, 34);
  return first.starts_with("[Content_Types].xml") || first.starts_with("mimetypeapplication/");
}

}  // namespace

Container container_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("PK\x03\x04"sv))
    return is_office_document(bytes) ? Container::none : Container::zip;
  if (bytes.starts_with("PK\x05\x06"sv)) return Container::zip;  // an empty one
  if (bytes.starts_with("7z\xbc\xaf\x27\x1c"sv)) return Container::seven_zip;
  for (const std::string_view magic : {"\x1f\x8b\x08"sv, "BZh"sv,
                                       "\xfd"
                                       "7zXZ\0"sv,
                                       "\x28\xb5\x2f\xfd"sv})
    if (bytes.starts_with(magic)) return Container::compressed;
  return is_tar(bytes) ? Container::tar : Container::none;
}

Outcome open_items(const FoundFile& file, ItemVisitor& visitor, const ArchiveLimits& limits) {
  DIGUE_TRY(const auto mapped, MappedFile::open(file.path));
  return open_items_of(
      {file.name, mapped.bytes(), [&mapped](std::size_t at) { mapped.release_before(at); }},
      visitor, limits);
}

Outcome open_items_of(const Item& outer, ItemVisitor& visitor, const ArchiveLimits& limits) {
  const Utf8Names utf8_names;
  return Unfolder(visitor, limits, outer.bytes.size()).visit(outer, 0);
}

}  // namespace digue::evidence
