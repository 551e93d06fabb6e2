#include "analysis/url_list.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/hash.h"
#include "base/text.h"
#include "base/url.h"
#include "hunt/list.h"

namespace digue::analysis {

namespace {

// "/a/b" of "https://host/a/b?x=1#y"; "" of a site alone.
std::string_view page_of(std::string_view url) {
  auto path = path_of_url(url);
  path = path.substr(0, path.find_first_of("?#"));
  return path == "/" ? std::string_view() : path;
}

std::string site_of(std::string_view url) {
  return lower(host_of_url(url));
}

// Sets of hashes with room to spare.
std::size_t slots_for(std::size_t count) {
  return count == 0 ? 0 : std::bit_ceil(count * 2);
}

bool insert(std::span<std::uint64_t> set, std::uint64_t hash) {
  std::size_t slot = hash & (set.size() - 1);
  for (; set[slot] != 0; slot = (slot + 1) & (set.size() - 1))
    if (set[slot] == hash) return false;
  set[slot] = hash;
  return true;
}

bool contains(std::span<const std::uint64_t> set, std::uint64_t hash) {
  std::size_t slot = hash & (set.size() - 1);
  for (; set[slot] != 0; slot = (slot + 1) & (set.size() - 1))
    if (set[slot] == hash) return true;
  return false;
}

// FNV-1a, from a seed of this list's: quick_hash() is another in every process.
std::uint64_t mixed_in(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

// What one indicator asks for: a site whole, or one page of it.
struct Entry {
  std::string host;
  std::string path;
  bool is_site = false;
};

std::optional<Entry> entry_of(const indicator::Indicator& one) {
  using indicator::Kind;
  if (one.kind == Kind::domain || one.kind == Kind::address) return Entry{one.value, {}, true};
  if (one.kind != Kind::url) return std::nullopt;
  const auto path = page_of(one.value);
  // A URL with a query and no path ("https://host/?id=1") is not all of its site either.
  const bool is_site = path.empty() && one.value.find('?') == std::string::npos;
  return Entry{site_of(one.value), std::string(path), is_site};
}

}  // namespace

struct UrlList::Header {
  static constexpr Word right_mark = 0x317473696c727564;  // "durlist1"
  Word mark = right_mark, seed = 0;
  Word site_count = 0, url_count = 0;
  Word site_slots = 0, url_slots = 0;
  static constexpr std::size_t words = 6;
};

UrlList::Header UrlList::header() const {
  static_assert(sizeof(Header) == Header::words * sizeof(Word));
  Header header;
  std::memcpy(static_cast<void*>(&header), words_.data(), sizeof header);
  return header;
}

std::span<const UrlList::Word> UrlList::sites() const {
  return words_.subspan(Header::words, header().site_slots);
}
std::span<const UrlList::Word> UrlList::urls() const {
  return words_.subspan(Header::words + header().site_slots, header().url_slots);
}
std::size_t UrlList::size() const {
  return header().site_count + header().url_count;
}

UrlList::Word UrlList::hash_of(std::string_view host, std::string_view path) const {
  const Word hash = mixed_in(mixed_in(header().seed, host), path);
  const Word mixed = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15ULL;
  return std::max<Word>(mixed ^ mixed >> 29, 1);
}

UrlList::UrlList(std::string_view bytes) {
  hunt::List list;
  hunt::read_list(bytes, list);
  std::vector<Entry> entries;
  Header header;
  header.seed = quick_hash("");
  for (const auto& one : list.indicators()) {
    auto entry = entry_of(one);
    if (!entry) continue;
    (entry->is_site ? header.site_slots : header.url_slots) += 1;
    entries.push_back(std::move(*entry));
  }
  header.site_slots = slots_for(header.site_slots);
  header.url_slots = slots_for(header.url_slots);
  owned_.resize(Header::words + header.site_slots + header.url_slots);
  std::memcpy(owned_.data(), &header, sizeof header);
  words_ = owned_;
  const auto sets = std::span(owned_).subspan(Header::words);
  for (const auto& entry : entries) {
    const Word hash = hash_of(entry.host, entry.path);
    if (entry.is_site)
      header.site_count += insert(sets.first(header.site_slots), hash) ? 1 : 0;
    else
      header.url_count += insert(sets.subspan(header.site_slots), hash) ? 1 : 0;
  }
  std::memcpy(owned_.data(), &header, sizeof header);
}

std::optional<UrlList> UrlList::from_image(std::string_view image) {
  UrlList list;
  list.words_ = {reinterpret_cast<const Word*>(image.data()), image.size() / sizeof(Word)};
  if (list.words_.size() < Header::words) return std::nullopt;
  const auto header = list.header();
  const bool whole = header.mark == Header::right_mark &&
                     list.words_.size() == Header::words + header.site_slots + header.url_slots;
  if (!whole) return std::nullopt;
  return list;
}

std::string_view UrlList::image() const {
  return {reinterpret_cast<const char*>(words_.data()), words_.size_bytes()};
}

bool UrlList::holds(std::string_view destination, std::string_view url) const {
  if (!sites().empty())
    for (auto rest = destination; !rest.empty();) {
      if (contains(sites(), hash_of(rest))) return true;
      const auto dot = rest.find('.');
      if (dot == std::string_view::npos) break;
      rest.remove_prefix(dot + 1);
    }
  const auto path = page_of(url);
  const bool has_query = url.find('?') != std::string_view::npos;
  return !urls().empty() && (!path.empty() || has_query) &&
         contains(urls(), hash_of(destination, path));
}

}  // namespace digue::analysis
