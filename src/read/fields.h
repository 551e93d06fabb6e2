// One record as named texts, whether it was a row of a CSV or an object of JSON: what a format of
// state exports and of small logs reads, so that the CSV and the JSON of one cmdlet share one
// mapping.
//
// Names are folded: lower case, without accents, typographic apostrophes made plain, spaces single.
// A JSON member inside another is "status.errorcode"; the elements of an array share one name.
// Booleans are True and False, numbers as JSON writes them; null and empty objects are left out.
//
// Views live until the record is filled again.  One record, one thread.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "read/csv.h"

namespace digue::read {

inline constexpr std::size_t max_fields = 16'384;  // of one record
// Of the names that lead to a value within JSON: each field keeps them all.
inline constexpr std::size_t max_path_bytes = 1024;

struct Field {
  std::string_view path;     // folded: "actions.forwardto.emailaddress.address"
  std::string_view name;     // the last member's own name, or the CSV header: "ForwardTo"
  std::string_view value;    // may be empty
  std::uint32_t object = 0;  // fields of one JSON object share a number; 0 is the record itself
};

class Fields {
 public:
  using Names = std::initializer_list<std::string_view>;

  Fields();
  ~Fields();
  Fields(const Fields&) = delete;
  Fields& operator=(const Fields&) = delete;

  // The current row of the table.
  void fill(CsvTable& table);
  // A JSON object; says why it cannot be read.
  std::optional<Message> fill(std::string_view json);

  std::span<const Field> all() const { return fields_; }
  bool has(Names names) const;  // there is such a field, even an empty one
  // The first value that is not empty, trying the names in their order.
  std::string_view text(Names names) const;
  // Every value that is not empty of the first name that has one.
  std::vector<std::string_view> values(Names names) const;
  // The value of that last name in one JSON object.
  std::string_view text_in(std::uint32_t object, std::string_view path) const;

 private:
  struct Json;
  struct Header;
  std::vector<Field> fields_;
  std::unique_ptr<Json> json_;
  std::unique_ptr<Header> header_;
};

// The folded form of a name.
std::string folded_name(std::string_view name);

// What names a file uses: for recognition.  JSON: the names of members at any depth, of as much as
// the sample holds.
class Shape {
 public:
  explicit Shape(std::string_view sample);
  bool is_json() const { return is_json_; }
  bool has(std::string_view folded) const;
  bool has_all(Fields::Names names) const;
  bool has_any(Fields::Names names) const;

 private:
  std::vector<std::string> names_;  // sorted
  bool is_json_ = false;
};

}  // namespace digue::read
