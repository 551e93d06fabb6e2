// What the sums of traffic (docs/events.md, `traffic`) say of destinations and clients over the
// days of the logs, for the rules that ask what is new or too much.
//
// Days are UTC days since 1970.  Made once a scene (Scene::once); texts are views into its trail.
#pragma once
#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/url.h"
#include "detect/draft.h"
#include "detect/scene.h"

namespace digue::detect {

// The name that a registrar sold: "example.net" of "www.example.net", "example.gouv.fr" of
// "a.example.gouv.fr"; of what hosts pages and files for anybody, one label more.  An address is
// its own.  By the usual second levels, not by the whole public suffix list.
std::string registered_domain(std::string_view host);
bool is_address(std::string_view host);

// Days of traffic before that day, so that "new" and "too much" mean something.  A week holds each
// day of it.
inline constexpr std::size_t baseline_days = 7;

class TrafficBook {
 public:
  struct Destination {  // a registered domain or an address
    std::set<std::int64_t> days;
    std::map<std::int64_t, std::uint64_t> out;  // bytes by day, from all clients
    std::map<std::int64_t, std::uint64_t> requests;
    std::map<std::int64_t, std::uint64_t> posts;
    std::uint64_t most_clients = 0;     // of one of its hosts, on one day
    std::vector<std::uint32_t> events;  // in time order
    Instant first;
  };
  // What one client sent to one destination on one day.
  struct Sent {
    std::string_view client;
    std::string destination;
    std::int64_t day = 0;
    std::uint64_t bytes = 0;
    std::vector<std::uint32_t> events;
  };

  explicit TrafficBook(const Scene& scene);

  bool empty() const { return days_.empty(); }
  bool tells_bytes_out() const { return tells_bytes_out_; }
  const std::set<std::int64_t>& days() const { return days_; }
  bool has_baseline(std::int64_t day) const;
  // Not asked for on any day before that one, which has a baseline.
  bool is_new(const std::string& destination, std::int64_t day) const;
  const Destination* find(const std::string& destination) const;
  const std::map<std::string, Destination>& destinations() const { return destinations_; }
  const std::vector<Sent>& sent() const { return sent_; }
  // All that the client sent on each day, to everywhere.
  const std::map<std::int64_t, std::uint64_t>& days_of(std::string_view client) const;

 private:
  void add_destination(const Scene& scene, std::uint32_t index);

  std::set<std::int64_t> days_;
  bool tells_bytes_out_ = false;
  std::map<std::string, Destination> destinations_;
  std::vector<Sent> sent_;
  std::unordered_map<std::string_view, std::map<std::int64_t, std::uint64_t>> clients_;
};

inline std::int64_t day_of(Instant time) {
  return time.milliseconds / day_ms;
}

// Cites the requests; tells who asked for what and when, of the first requests_told; the machines
// that asked are the finding's hosts.  `by_whom`: who, when, the URL.
inline constexpr std::size_t requests_told = 10;
template <const Sentence& by_whom>
void cite_requests(finding::Finding& found, const Scene& scene,
                   std::span<const std::uint32_t> indexes) {
  for (const auto index : indexes.first(std::min(indexes.size(), requests_told))) {
    const auto& request = scene.event(index);
    const auto account = scene.text(request.account), client = scene.text(request.address);
    found.why.push_back(tell<by_whom>(account.empty() ? client : account, rfc3339(request.time),
                                      scene.text(request.object)));
  }
  cite_all(found, scene, indexes);
  for (const auto index : indexes) found.hosts.emplace_back(scene.text(scene.event(index).address));
}

// "1.5 GB"; decimal units, the same in both languages but for the letter.
Message bytes_told(std::uint64_t bytes);

}  // namespace digue::detect
