// A list of known bad URLs, domains and addresses (URLhaus, PhishTank, one's own: docs/hunt.md says
// the forms), to ask whether a request was for one of them.
//
// Hosts and paths are compared as they stand in a log, whether host and path are in one field or in
// two: what a search of the lines can't.  Kept as hashes of 64 bits, 16 bytes an entry.
// Thread-safe once made.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace digue::analysis {

class UrlList {
 public:
  // Takes what it understands; see size().
  explicit UrlList(std::string_view bytes);

  // Whether that URL is listed, or its site, or one above it.  `destination` is the host,
  // canonical; the URL may lack it, or be empty.  A listed URL is that URL, with any query; never
  // all of its site.
  bool holds(std::string_view destination, std::string_view url) const;
  std::size_t size() const { return urls_.size() + sites_.size(); }

 private:
  std::unordered_set<std::uint64_t> urls_, sites_;
};

}  // namespace digue::analysis
