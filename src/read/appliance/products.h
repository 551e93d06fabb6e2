// A product is a table: which fields of its records say what.  A new product is a new table, not
// code; the same tables serve every carrier of named fields (key=value, CEF, LEEF, columns, JSON).
//
// Names of fields are compared ignoring the case of ASCII letters.  A value of "-", "N/A",
// "(null)", "None" or "0.0.0.0" is none.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "read/said.h"

namespace digue::read {

// What a field says.  Of several fields of one part, the first that has a value counts.
struct Meaning {
  Part part;
  std::string_view field;
};
struct DetailOf {
  std::string_view detail, field;
};

// Whether a field has one of these values, apart by '|', ignoring case: "deny|block*|*virus*".
// Without a value: whether it has any.  Without a field: always.
struct Test {
  std::string_view field = {}, value = {};
};

// What happened, when both tests hold.
struct Kind {
  Test first, second = {};
  event::Action action = event::Action::other;
  event::Verdict verdict = event::Verdict::unknown;  // else by the word of Part::outcome
};

struct Product {
  std::string_view name;
  std::span<const Test> signs;  // a record is the product's when all hold
  std::span<const Meaning> parts;
  std::span<const DetailOf> details;
  std::span<const Kind> kinds;  // the first that holds
};

// The tables of one format, ready to be given record after record.  Not thread-safe.
class Products {
 public:
  static constexpr std::size_t no_slot = ~std::size_t{0};

  // In the order in which they are tried.
  explicit Products(std::span<const Product* const> products);

  void begin();  // a new record
  void put(std::string_view field, std::string_view value) { put(slot_of(field), value); }
  void put(std::size_t slot, std::string_view value);
  // Where put() keeps that field, for columns; no_slot when no table reads it.
  std::size_t slot_of(std::string_view field) const;
  std::string_view value_of(std::string_view field) const;

  // What the record says by the first product that it is of; nullptr when it is of none.
  const Product* tell(Said& said) const;

 private:
  struct CompiledTest {
    std::size_t slot = no_slot;
    std::string_view value;
  };
  struct CompiledKind {
    CompiledTest first, second;
    event::Action action;
    event::Verdict verdict;
  };
  struct Compiled {
    const Product* product;
    std::vector<CompiledTest> signs;
    std::vector<std::size_t> parts, details;  // slots, in the order of the table
    std::vector<CompiledKind> kinds;
  };

  std::size_t slot_for(std::string_view field);
  CompiledTest compiled(const Test& test);
  Compiled compiled(const Product& product);
  bool holds(const CompiledTest& test) const;
  void tell(const Compiled& compiled, Said& said) const;
  std::size_t place_of(std::string_view field) const;

  std::vector<std::string_view> names_;   // by slot
  std::vector<std::string_view> values_;  // by slot
  std::vector<std::uint32_t> table_;      // slot + 1 by hash; 0 is free
  std::vector<Compiled> products_;
};

}  // namespace digue::read
