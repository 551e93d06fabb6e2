// Which rules a record is worth asking, out of many: those of which a witness stands in it.
//
// Whole values are looked up; of a text that may stand anywhere, its four rarest letters in a row
// are looked for at every place of the value, and the text compared where they stand.  Immutable
// once finished: threads may share it.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detect/sigma/record_view.h"
#include "detect/sigma/witness.h"

namespace digue::detect::sigma {

class Candidates {
 public:
  // `rule` is worth asking where the atom stands.
  void add(const Atom& atom, std::uint32_t rule);
  void finish();

  // Adds the rules that the record is worth asking, in no order, some of them several times.
  void find(RecordView& record, std::vector<std::uint32_t>& rules) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Rules = std::vector<std::uint32_t>;
  using Texts = std::unordered_map<std::string, Rules, Hash, std::equal_to<>>;
  struct Gram {
    std::uint32_t letters = 0;
    std::uint32_t at = 0;  // in the text
    const Texts::value_type* text = nullptr;
  };
  struct Field {
    FieldId field = no_field;
    Texts whole, parts;
    Texts short_parts;              // of fewer letters than are looked for in a row
    std::uint64_t whole_sizes = 0;  // a bit for each size that a whole text has; the last: or more
    std::vector<Gram> grams;        // sorted
    std::vector<std::uint64_t> filter;
    unsigned filter_shift = 0;
  };
  static void choose_grams(Field& field);
  static void make_filter(Field& field);
  static void find(const Field& field, std::string_view value, Rules& rules);
  static void find_short(const Field& field, std::string_view value, Rules& rules);
  static void compare(const Field& field, std::string_view value, std::size_t at,
                      std::uint32_t letters, Rules& rules);

  std::map<FieldId, Field> by_id_;
};

}  // namespace digue::detect::sigma
