// The traffic of one file, summed while it is read: who sent how much where, on which day; and the
// requests that stand out.  What a log of millions of lines says fits in some thousand events.
//
// Sums are by UTC day and by client, by destination, and by both together where at least
// least_pair_bytes went out.  Bounded: see the caps.  Of one thread.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analysis/url_list.h"
#include "base/hash.h"
#include "event/event.h"
#include "read/format.h"

namespace digue::analysis {

inline constexpr std::uint64_t least_pair_bytes = 1 << 20;
// Sums that are held at once; more are given to the sink, and begin anew.
inline constexpr std::size_t max_sums = 300'000;
// Sums and requests that one file gives to the sink; the rest is counted and told.
inline constexpr std::size_t max_given_sums = 400'000;
inline constexpr std::size_t max_given_requests = 20'000;
// Of requests to a site that is watched; the same of one client and second (of a list: hour) is
// kept once.
inline constexpr std::size_t max_given_watched = 200'000;
// Clients of one destination that are told apart: 16 stands for so many or more.
inline constexpr std::size_t max_clients_apart = 16;

class TrafficTally {
 public:
  // Every request to that site, or to one below it, is kept with `Why` = `link`, refused or not,
  // and every question about it.  Lower case; none when empty.
  void watch(std::string site) { watched_ = std::move(site); }
  // What it holds is kept with `Why` = `listed`, refused or not; none when null.  It must outlive
  // the tally.
  void watch(const UrlList* list) { list_ = list; }
  // Of `event`, the record's own, the time and the place are filled.
  void add(const event::Event& event, const read::Traffic& traffic);
  // Gives what stands out and what was summed to the trail, as events; `committed` is called after
  // each.  Forgets them.
  template <class Committed>
  void give(event::Trail& trail, Committed committed) {
    for (const auto& [key, sum] : sums_)
      if (give_sum(trail, key, sum)) committed();
    for (const auto& request : requests_)
      if (give_request(trail, request)) committed();
    forget();
  }
  // Takes over what was added to another, of the records right after; its places count from its own
  // first row and line.
  void take(TrafficTally& next, std::uint64_t rows, std::uint32_t lines);
  bool is_empty() const { return raw_.size() <= 1; }
  bool is_full() const { return sums_.size() >= max_sums || raw_.size() >= max_sums; }
  // Sums and requests that the caps left out.
  std::uint64_t left_out() const { return left_out_; }

 private:
  struct Key {
    std::int64_t day;
    event::Symbol client, destination;  // of symbols_; either may be none
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return (static_cast<std::size_t>(key.day) * 0x9e3779b97f4a7c15ULL ^
              (std::size_t{key.client} << 32 | key.destination)) *
             0xff51afd7ed558ccdULL;
    }
  };
  struct Sum {
    Instant first;
    event::Place place;  // of the largest record
    std::uint64_t out = 0, in = 0, requests = 0, posts = 0, largest = 0;
    bool tells_out = false, tells_in = false;
    std::array<event::Symbol, max_clients_apart> clients{};
    std::uint8_t client_count = 0;

    void add_client(event::Symbol client);
  };
  struct Request {
    event::Event event;  // without its texts
    std::uint64_t identity = 0;
    std::int32_t status = 0;
    bool watched = false, refused = false, download = false;
    std::string account, address, url, method, content_type, why;
    std::optional<std::string> referer;
    std::optional<std::uint64_t> out, in;
  };

  Sum& add_to(const Key& key, const event::Event& event, const read::Traffic& traffic);
  void look_at(const event::Event& event, const read::Traffic& traffic, const Key& both);
  bool give_sum(event::Trail& trail, const Key& key, const Sum& sum);
  bool give_request(event::Trail& trail, const Request& request);
  bool is_watched(event::Symbol destination) const;
  bool is_listed(const read::Traffic& traffic, event::Symbol destination) const;
  void keep_watched(const event::Event& event, const read::Traffic& traffic, const Key& both,
                    std::string_view why);
  bool is_one_more(std::uint64_t identity, bool watched);
  void join(Sum& sum, const Sum& next, const std::vector<event::Symbol>& ours);
  Request& keep(const event::Event& event, const read::Traffic& traffic, const Key& both);
  event::Symbol canonical(std::string_view text);
  bool is_outside(event::Symbol destination);
  void forget();

  event::Symbols symbols_;
  std::unordered_map<Key, Sum, KeyHash> sums_;
  std::vector<Request> requests_;
  std::unordered_set<std::uint64_t> requests_seen_;  // by client, host and file
  std::uint64_t given_sums_ = 0, given_requests_ = 0, watched_requests_ = 0;
  std::string watched_;
  const UrlList* list_ = nullptr;
  std::uint64_t left_out_ = 0;
  // By symbol of raw_, a text as logs write it: its canonical form in symbols_.
  event::Symbols raw_;
  std::vector<event::Symbol> canonical_;
  std::vector<std::int8_t> outside_;  // by symbol of symbols_: 1, 0, or -1 while unknown
};

}  // namespace digue::analysis
