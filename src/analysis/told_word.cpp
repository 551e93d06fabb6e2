#include "analysis/told_word.h"

#include <sys/stat.h>

#include <algorithm>

#include "base/file.h"
#include "base/number.h"
#include "read/mapping/mapping.h"

namespace digue::analysis {

// Between the order, the zone, whose it is, and the path of the mapping, which comes last: it may
// hold any byte.
static constexpr char separator = '\n';

std::string word_of(const read::Told& told) {
  std::string word = std::to_string(static_cast<int>(told.date_order));
  word += separator;
  if (told.zone) word += told.zone->name();
  word += separator;
  word += told.zone_is_assumed ? '1' : '0';
  word += separator;
  if (told.mapping) word += told.mapping->file();
  return word;
}

static std::optional<Zone> zone_of(std::string_view name) {
  if (name.empty()) return std::nullopt;
  auto zone = Zone::named(name);
  if (!zone) return std::nullopt;
  (void)zone->offset_minutes(Instant{0});  // the zone's file is opened at the first use
  return std::move(*zone);
}

// It was read well once, by whoever gave the word.
static std::shared_ptr<const read::Mapping> mapping_at(std::string_view path) {
  if (path.empty()) return nullptr;
  const auto file = MappedFile::open(path);
  if (!file) return nullptr;
  auto mapping = read::Mapping::read(file->bytes(), std::string(path));
  return mapping ? std::move(*mapping) : nullptr;
}

read::Told told_of(const std::string& word) {
  std::string_view rest = word;
  const auto take = [&rest] {
    const auto part = rest.substr(0, rest.find(separator));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    return part;
  };
  read::Told told;
  told.date_order = static_cast<read::DateOrder>(whole_number(take()).value_or(0) % 3);
  told.zone = zone_of(take());
  told.zone_is_assumed = take() == "1";
  told.mapping = mapping_at(rest);
  return told;
}

Instant written_at(const char* path) {
  struct stat facts{};
  if (::stat(path, &facts) != 0 || facts.st_mtime <= 0) return Instant::unknown;
  return Instant{facts.st_mtime * second_ms};
}

}  // namespace digue::analysis
