#include "analysis/told_word.h"

#include <sys/stat.h>

#include "base/number.h"
#include "base/text.h"

namespace digue::analysis {

// No path and no zone has one.
static constexpr char separator = '\n';

std::string word_of(const read::Told& told) {
  std::string word = std::to_string(static_cast<int>(told.date_order));
  word += separator;
  if (told.zone) word += told.zone->name();
  return word;
}

read::Told told_of(const std::string& word) {
  const auto parts = split(word, separator);
  read::Told told;
  told.date_order = static_cast<read::DateOrder>(whole_number(parts[0]).value_or(0) % 3);
  if (parts.size() < 2 || parts[1].empty()) return told;
  auto zone = Zone::named(parts[1]);
  if (!zone) return told;
  (void)zone->offset_minutes(Instant{0});  // the zone's file is opened at the first use
  told.zone = std::move(*zone);
  return told;
}

Instant written_at(const char* path) {
  struct stat facts{};
  if (::stat(path, &facts) != 0 || facts.st_mtime <= 0) return Instant::unknown;
  return Instant{facts.st_mtime * second_ms};
}

}  // namespace digue::analysis
