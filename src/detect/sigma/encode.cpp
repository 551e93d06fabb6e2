#include "detect/sigma/encode.h"

#include <array>
#include <cctype>
#include <utility>

#include "base/hash.h"
#include "detect/sigma/fold.h"
#include "detect/sigma/limits.h"

namespace digue::detect::sigma {

namespace {

constexpr std::array<std::string_view, 5> dashes = {"-", "/", "–", "—", "―"};

bool is_word(char c) {
  return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// A dash or a slash with no word before it and one after it begins an option.
bool begins_option(std::string_view text, std::size_t at) {
  if (text[at] != '-' && text[at] != '/') return false;
  const bool word_before = at != 0 && is_word(text[at - 1]);
  return !word_before && at + 1 < text.size() && is_word(text[at + 1]);
}

using Place = std::pair<std::size_t, std::size_t>;  // token, letter in it

std::vector<Place> option_places(const Tokens& value) {
  std::vector<Place> places;
  for (std::size_t token = 0; token < value.size(); ++token)
    for (std::size_t at = 0; at < value[token].text.size(); ++at)
      if (begins_option(value[token].text, at)) places.emplace_back(token, at);
  return places;
}

}  // namespace

std::string utf16le(std::string_view utf8) {
  std::string out;
  for (const char16_t unit : utf16_from_utf8(utf8)) {
    out += static_cast<char>(unit & 0xff);
    out += static_cast<char>(unit >> 8);
  }
  return out;
}

std::string utf16be(std::string_view utf8) {
  std::string out = utf16le(utf8);
  for (std::size_t i = 0; i + 1 < out.size(); i += 2) std::swap(out[i], out[i + 1]);
  return out;
}

std::vector<std::string> base64_offsets(std::string_view bytes) {
  // Letters that what stands before has a part in, and that what comes after has.
  constexpr std::array<std::size_t, 3> before = {0, 2, 3}, after = {0, 3, 2};
  std::vector<std::string> found;
  for (std::size_t offset = 0; offset < 3; ++offset) {
    const std::string text = to_base64(std::string(offset, ' ') + std::string(bytes));
    const std::size_t cut = before[offset] + after[(bytes.size() + offset) % 3];
    if (text.size() > cut) found.push_back(text.substr(before[offset], text.size() - cut));
  }
  return found;
}

std::vector<Tokens> windash(const Tokens& value) {
  const auto places = option_places(value);
  if (places.size() > max_windash_places) return {};
  std::vector<Tokens> made = {value};
  // From the last place to the first: what is put in does not move those before.
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    std::vector<Tokens> more;
    for (const Tokens& one : made)
      for (const auto dash : dashes) {
        more.push_back(one);
        more.back()[place->first].text.replace(place->second, 1, dash);
      }
    made = std::move(more);
  }
  return made;
}

}  // namespace digue::detect::sigma
