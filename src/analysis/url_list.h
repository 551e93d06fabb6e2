// A list of known bad URLs, domains and addresses (URLhaus, PhishTank, one's own: docs/hunt.md says
// the forms), to ask whether a request was for one of them.
//
// Hosts and paths are compared as they stand in a log, whether host and path are in one field or in
// two: what a search of the lines can't.  Kept as hashes of 64 bits, some 24 bytes an entry, in one
// block without pointers, which is read once and which all workers share.  Thread-safe once made.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digue::analysis {

class UrlList {
 public:
  // Takes what it understands; see size().
  explicit UrlList(std::string_view bytes);
  // The same from image(), aligned to 8 bytes, which must outlive it.  Only of our own making.
  static std::optional<UrlList> from_image(std::string_view image);
  std::string_view image() const;
  UrlList(UrlList&&) = default;
  UrlList& operator=(UrlList&&) = default;

  // Whether that URL is listed, or its site, or one above it.  `destination` is the host,
  // canonical; the URL may lack it, or be empty.  A listed URL is that URL, with any query; never
  // all of its site.
  bool holds(std::string_view destination, std::string_view url) const;
  std::size_t size() const;

 private:
  using Word = std::uint64_t;
  struct Header;

  UrlList() = default;
  Header header() const;
  // Of hashes, 0 where there is none; a power of two of them, never full.
  std::span<const Word> sites() const;
  std::span<const Word> urls() const;
  Word hash_of(std::string_view host, std::string_view path = {}) const;

  std::vector<Word> owned_;
  std::span<const Word> words_;  // the header, then both sets
};

}  // namespace digue::analysis
