// A mapping file: what the fields of files that no format knows mean, said by a person in YAML
// (docs/formats.md describes it).  Each of its files is a format as the others are: recognised by
// content, before them, and its records become events.
//
// Strict: an unknown key, a part or an action that does not exist is an error with its line and its
// column.  Caps: those of base/yaml.h, max_mapped_files, max_mapped_fields.  Immutable once read,
// and thread-safe.
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/format.h"

namespace digue::read {

inline constexpr std::size_t max_mapped_files = 32;
inline constexpr std::size_t max_mapped_fields = 200;  // names of fields, of one of its files

class Mapping {
 public:
  // `file` is where it was read, for the errors and for whoever must read it again.
  static Result<std::shared_ptr<const Mapping>> read(std::string_view yaml, std::string file);
  ~Mapping();
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  const std::string& file() const { return file_; }
  // The format of the sample by this mapping; nullptr when it describes none such.
  const Format* recognise(std::string_view sample) const;

 private:
  explicit Mapping(std::string file);
  std::string file_;
  std::vector<std::unique_ptr<Format>> formats_;
};

}  // namespace digue::read
