#include "detect/sigma/candidates.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace digue::detect::sigma {

namespace {

constexpr std::size_t gram_bytes = 4;
constexpr std::size_t bits_of_gram = 16;  // of the filter, for each gram
constexpr std::uint32_t spread = 0x9e3779b1;

std::uint64_t bit_of_size(std::size_t size) {
  return std::uint64_t{1} << std::min<std::size_t>(size, 63);
}

std::uint32_t letters_at(const char* text) {
  std::uint32_t letters = 0;
  std::memcpy(&letters, text, gram_bytes);
  return letters;
}

}  // namespace

void Candidates::add(const Atom& atom, std::uint32_t rule) {
  Field& field = by_id_[atom.field];
  field.field = atom.field;
  if (atom.exact) {
    field.whole[atom.literal].push_back(rule);
    field.whole_sizes |= bit_of_size(atom.literal.size());
  } else if (atom.literal.size() < gram_bytes) {
    field.short_parts[atom.literal].push_back(rule);
  } else {
    field.parts[atom.literal].push_back(rule);
  }
}

void Candidates::finish() {
  for (auto& [id, field] : by_id_) {
    choose_grams(field);
    make_filter(field);
  }
}

void Candidates::choose_grams(Field& field) {
  std::unordered_map<std::uint32_t, std::size_t> counts;
  for (const auto& [text, rules] : field.parts)
    for (std::size_t at = 0; at + gram_bytes <= text.size(); ++at) ++counts[letters_at(&text[at])];
  for (const auto& part : field.parts) {
    const std::string& text = part.first;
    Gram rarest{letters_at(text.data()), 0, &part};
    for (std::size_t at = 1; at + gram_bytes <= text.size(); ++at)
      if (counts[letters_at(&text[at])] < counts[rarest.letters])
        rarest = {letters_at(&text[at]), static_cast<std::uint32_t>(at), &part};
    field.grams.push_back(rarest);
  }
  std::sort(field.grams.begin(), field.grams.end(),
            [](const Gram& a, const Gram& b) { return a.letters < b.letters; });
}

void Candidates::make_filter(Field& field) {
  if (field.grams.empty()) return;
  const std::size_t bits =
      std::bit_ceil(std::max<std::size_t>(64, field.grams.size() * bits_of_gram));
  field.filter_shift = 32U - static_cast<unsigned>(std::countr_zero(bits));
  field.filter.assign(bits / 64, 0);
  for (const Gram& gram : field.grams) {
    const std::uint32_t bit = gram.letters * spread >> field.filter_shift;
    field.filter[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
}

void Candidates::compare(const Field& field, std::string_view value, std::size_t at,
                         std::uint32_t letters, Rules& rules) {
  auto gram =
      std::lower_bound(field.grams.begin(), field.grams.end(), letters,
                       [](const Gram& one, std::uint32_t wanted) { return one.letters < wanted; });
  for (; gram != field.grams.end() && gram->letters == letters; ++gram) {
    const auto& [text, of_text] = *gram->text;
    if (gram->at > at || !value.substr(at - gram->at).starts_with(text)) continue;
    rules.insert(rules.end(), of_text.begin(), of_text.end());
  }
}

// Most values lack some letter of a text, whatever its place.
void Candidates::find_short(const Field& field, std::string_view value, Rules& rules) {
  std::array<bool, 256> has{};
  for (const char c : value) has[static_cast<unsigned char>(c)] = true;
  for (const auto& [text, of_text] : field.short_parts) {
    const bool may_stand = std::all_of(text.begin(), text.end(),
                                       [&](char c) { return has[static_cast<unsigned char>(c)]; });
    if (may_stand && value.find(text) != std::string_view::npos)
      rules.insert(rules.end(), of_text.begin(), of_text.end());
  }
}

void Candidates::find(const Field& field, std::string_view value, Rules& rules) {
  if (!field.short_parts.empty()) find_short(field, value, rules);
  if ((field.whole_sizes & bit_of_size(value.size())) != 0)
    if (const auto whole = field.whole.find(value); whole != field.whole.end())
      rules.insert(rules.end(), whole->second.begin(), whole->second.end());
  if (field.grams.empty()) return;
  for (std::size_t at = 0; at + gram_bytes <= value.size(); ++at) {
    const std::uint32_t letters = letters_at(value.data() + at);
    const std::uint32_t bit = letters * spread >> field.filter_shift;
    if ((field.filter[bit / 64] >> bit % 64 & 1) != 0) compare(field, value, at, letters, rules);
  }
}

void Candidates::find(RecordView& record, Rules& rules) const {
  const auto look = [&](const Field& field, std::uint32_t value) {
    if (!record.is_null(value)) find(field, record.folded(value), rules);
  };
  for (const auto& [id, field] : by_id_) {
    if (id == no_field)
      for (std::uint32_t value = 0; value < record.count(); ++value) look(field, value);
    else
      for (auto value = record.first(id); value != RecordView::none; value = record.next(value))
        look(field, value);
  }
}

}  // namespace digue::detect::sigma
