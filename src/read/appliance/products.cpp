#include "read/appliance/products.h"

#include <algorithm>

#include "base/text.h"

namespace digue::read {

namespace {

// More than twice as many as any set of tables names fields.
constexpr std::size_t table_size = 2048;
static_assert((table_size & (table_size - 1)) == 0);

std::size_t hash_ignoring_case(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_upper = byte >= 'A' && byte <= 'Z';
    hash = (hash ^ (is_upper ? byte + 32U : byte)) * 16777619U;
  }
  return hash & (table_size - 1);
}

bool is_none(std::string_view value) {
  return value.empty() || value == "-" || value == "N/A" || value == "n/a" || value == "(null)" ||
         value == "0.0.0.0" || value == "None";
}

// "deny", "block*", "*virus*"
bool fits(std::string_view wanted, std::string_view value) {
  const bool open_start = wanted.starts_with('*');
  if (open_start) wanted.remove_prefix(1);
  const bool open_end = wanted.ends_with('*');
  if (open_end) wanted.remove_suffix(1);
  if (open_start) return contains_ignoring_case(value, wanted);
  return open_end ? starts_with_ignoring_case(value, wanted) : equal_ignoring_case(value, wanted);
}

bool fits_any(std::string_view wanted, std::string_view value) {
  while (true) {
    const std::size_t bar = wanted.find('|');
    if (fits(wanted.substr(0, bar), value)) return true;
    if (bar == std::string_view::npos) return false;
    wanted.remove_prefix(bar + 1);
  }
}

}  // namespace

Products::Products(std::span<const Product* const> products) : table_(table_size) {
  for (const auto* product : products) products_.push_back(compiled(*product));
  values_.resize(names_.size());
}

std::size_t Products::place_of(std::string_view field) const {
  std::size_t place = hash_ignoring_case(field);
  while (table_[place] != 0 && !equal_ignoring_case(names_[table_[place] - 1], field))
    place = (place + 1) & (table_size - 1);
  return place;
}

std::size_t Products::slot_of(std::string_view field) const {
  return std::size_t{table_[place_of(field)]} - 1;  // 0 - 1 is no_slot
}

std::size_t Products::slot_for(std::string_view field) {
  if (field.empty()) return no_slot;
  const std::size_t place = place_of(field);
  if (table_[place] != 0) return table_[place] - 1;
  if (names_.size() >= table_size / 2) return no_slot;
  names_.push_back(field);
  table_[place] = static_cast<std::uint32_t>(names_.size());
  return names_.size() - 1;
}

Products::CompiledTest Products::compiled(const Test& test) {
  return {slot_for(test.field), test.value};
}

Products::Compiled Products::compiled(const Product& product) {
  Compiled compiled_product{
      .product = &product, .signs = {}, .parts = {}, .details = {}, .kinds = {}};
  for (const auto& sign : product.signs) compiled_product.signs.push_back(compiled(sign));
  for (const auto& part : product.parts) compiled_product.parts.push_back(slot_for(part.field));
  for (const auto& detail : product.details)
    compiled_product.details.push_back(slot_for(detail.field));
  for (const auto& kind : product.kinds)
    compiled_product.kinds.push_back(
        {compiled(kind.first), compiled(kind.second), kind.action, kind.verdict});
  return compiled_product;
}

void Products::begin() {
  std::fill(values_.begin(), values_.end(), std::string_view());
}

void Products::put(std::size_t slot, std::string_view value) {
  if (slot < values_.size() && values_[slot].empty() && !is_none(value)) values_[slot] = value;
}

std::string_view Products::value_of(std::string_view field) const {
  const std::size_t slot = slot_of(field);
  return slot == no_slot ? std::string_view() : values_[slot];
}

bool Products::holds(const CompiledTest& test) const {
  if (test.slot == no_slot) return true;
  const auto value = values_[test.slot];
  return test.value.empty() ? !value.empty() : fits_any(test.value, value);
}

const Product* Products::tell(Said& said) const {
  const auto holds_all = [&](const Compiled& one) {
    return std::all_of(one.signs.begin(), one.signs.end(),
                       [&](const auto& sign) { return holds(sign); });
  };
  const auto found = std::find_if(products_.begin(), products_.end(), holds_all);
  if (found == products_.end()) return nullptr;
  tell(*found, said);
  return found->product;
}

void Products::tell(const Compiled& compiled, Said& said) const {
  const auto& product = *compiled.product;
  for (std::size_t i = 0; i < compiled.parts.size(); ++i)
    said.set(product.parts[i].part, values_[compiled.parts[i]]);
  for (std::size_t i = 0; i < compiled.details.size(); ++i)
    said.detail(product.details[i].detail, values_[compiled.details[i]]);
  for (const auto& kind : compiled.kinds) {
    if (!holds(kind.first) || !holds(kind.second)) continue;
    said.action = kind.action;
    said.verdict = kind.verdict;
    return;
  }
}

}  // namespace digue::read
