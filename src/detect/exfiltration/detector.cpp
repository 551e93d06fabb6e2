// R27, large transfers to the outside: on one day a client, or several together, sent far more to
// one destination than is usual, as proxies and firewalls count it.
//
// Judged against the days before only: with fewer than baseline_days of them nothing is found, and
// why is said.  What receives as much regularly (a backup, a partner) and the organisation's own
// networks and domains are left out.
#include "detect/detector.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/private_address.h"
#include "detect/draft.h"
#include "detect/exfiltration/sentences.h"
#include "detect/traffic.h"

namespace digue::detect {

namespace {

using finding::Finding;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"ransomware/1.c.6"};
// Below, a day's ordinary work: a few videos sent, an online meeting.
constexpr std::uint64_t floor_bytes = 500'000'000;
constexpr std::uint64_t grave_bytes = 10'000'000'000;
constexpr std::uint64_t times_median = 10;  // of what the client sends on a day
constexpr std::uint64_t times_most = 2;     // of the most that it sent on one
// A destination that received at least one part in so many on so many days before is regular.
constexpr std::uint64_t regular_part = 4;
constexpr std::size_t regular_days = 3;

std::uint64_t median(std::vector<std::uint64_t> numbers) {
  if (numbers.empty()) return 0;
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

// Which days a day is held against: those before it; of a day that has too few of them, all others,
// to tell no more than that it was not judged.
enum class Against : std::uint8_t { before, others };

bool counts(std::int64_t other, std::int64_t day, Against against) {
  return against == Against::before ? other < day : other != day;
}

// What was sent on those days.
struct Usual {
  std::uint64_t median = 0, most = 0;
  std::size_t days = 0;
};
// Days on which nothing was sent count as such.
Usual usual_of(const TrafficBook& book, const std::map<std::int64_t, std::uint64_t>& by_day,
               std::int64_t day, Against against = Against::before) {
  std::vector<std::uint64_t> numbers;
  Usual found;
  for (const auto other : book.days()) {
    if (!counts(other, day, against)) continue;
    const auto sent = by_day.find(other);
    numbers.push_back(sent == by_day.end() ? 0 : sent->second);
    found.most = std::max(found.most, numbers.back());
  }
  found.days = numbers.size();
  found.median = median(std::move(numbers));
  return found;
}

bool is_regular(const TrafficBook::Destination* destination, std::uint64_t bytes, std::int64_t day,
                Against against = Against::before) {
  if (destination == nullptr) return false;
  const auto much = std::count_if(destination->out.begin(), destination->out.end(),
                                  [&](const auto& day_and_bytes) {
                                    return counts(day_and_bytes.first, day, against) &&
                                           day_and_bytes.second >= bytes / regular_part;
                                  });
  return static_cast<std::size_t>(much) >= regular_days;
}

bool is_too_much(std::uint64_t bytes, const Usual& usual) {
  return bytes >= usual.median * times_median && bytes >= usual.most * times_most;
}

class Exfiltration final : public Detector {
 public:
  std::string_view rule() const override { return "R27"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override { return {}; }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    const auto& book = scene.once<TrafficBook>();
    if (book.empty()) return;
    std::set<std::pair<std::string, std::int64_t>> told;  // destinations and days
    const TrafficBook::Sent* unjudged = nullptr;
    for (const auto& sent : book.sent()) {
      if (sent.bytes < floor_bytes || is_ours(scene, sent.destination) || !is_inside(scene, sent))
        continue;
      const bool judged = book.has_baseline(sent.day);
      const auto against = judged ? Against::before : Against::others;
      const auto usual = usual_of(book, book.days_of(sent.client), sent.day, against);
      if (!is_too_much(sent.bytes, usual) ||
          is_regular(book.find(sent.destination), sent.bytes, sent.day, against))
        continue;
      if (!judged) {
        if (unjudged == nullptr || sent.bytes > unjudged->bytes) unjudged = &sent;
        continue;
      }
      told.emplace(sent.destination, sent.day);
      findings.push_back(finding_of(scene, book, sent, usual));
    }
    for (const auto& [name, destination] : book.destinations())
      if (!is_ours(scene, name)) look_at_sum(scene, book, name, destination, told, findings);
    if (unjudged != nullptr || !book.tells_bytes_out())
      findings.push_back(not_judged(book, unjudged));
  }

 private:
  static bool is_ours(const Scene& scene, const std::string& destination) {
    const auto& known = scene.organisation.known_networks;
    const auto& domains = scene.own_domains;
    return std::any_of(known.begin(), known.end(),
                       [&](const auto& network) { return network.holds(destination); }) ||
           std::any_of(domains.begin(), domains.end(), [&](const auto& domain) {
             return registered_domain(domain) == destination;
           });
  }
  // A firewall tells of visitors of our servers too: what they send does not leave.
  static bool is_inside(const Scene& scene, const TrafficBook::Sent& sent) {
    const auto& known = scene.organisation.known_networks;
    return !is_address(sent.client) || is_private_address(sent.client) ||
           std::any_of(known.begin(), known.end(),
                       [&](const auto& network) { return network.holds(sent.client); });
  }

  // Many clients, none of which sends much by itself.
  void look_at_sum(const Scene& scene, const TrafficBook& book, const std::string& name,
                   const TrafficBook::Destination& destination,
                   const std::set<std::pair<std::string, std::int64_t>>& told,
                   std::vector<Finding>& findings) const {
    for (const auto& [day, bytes] : destination.out) {
      const bool judged = bytes >= floor_bytes && destination.most_clients > 1 &&
                          book.has_baseline(day) && !told.contains({name, day});
      if (!judged || is_regular(&destination, bytes, day)) continue;
      if (!is_too_much(bytes, usual_of(book, destination.out, day))) continue;
      // One client that is within its own habits explains it.
      std::uint64_t largest = 0;
      std::vector<std::uint32_t> events;
      for (const auto& sent : book.sent()) {
        if (sent.destination != name || sent.day != day) continue;
        largest = std::max(largest, sent.bytes);
        events.insert(events.end(), sent.events.begin(), sent.events.end());
      }
      if (largest >= floor_bytes || events.empty()) continue;
      auto found = begin_finding(*this, name + "|" + std::to_string(day));
      found.title = tell<sentences::exfiltrated_by_several>(bytes_told(bytes), name);
      tell_destination(book, name, day, bytes, found);
      cite_all(found, scene, events);
      finding::tidy(found);
      findings.push_back(std::move(found));
    }
  }

  Finding finding_of(const Scene& scene, const TrafficBook& book, const TrafficBook::Sent& sent,
                     const Usual& usual) const {
    auto found = begin_finding(
        *this, std::string(sent.client) + "|" + sent.destination + "|" + std::to_string(sent.day));
    found.title =
        tell<sentences::exfiltrated>(sent.client, bytes_told(sent.bytes), sent.destination);
    found.why.push_back(tell<sentences::exfiltration_usual>(bytes_told(usual.median), usual.days));
    tell_destination(book, sent.destination, sent.day, sent.bytes, found);
    cite_all(found, scene, sent.events);
    found.hosts.emplace_back(sent.client);
    finding::tidy(found);
    return found;
  }

  static void tell_destination(const TrafficBook& book, const std::string& name, std::int64_t day,
                               std::uint64_t bytes, Finding& found) {
    const bool is_new = book.is_new(name, day);
    found.severity = !is_new                ? Severity::medium
                     : bytes >= grave_bytes ? Severity::critical
                                            : Severity::high;
    const auto date = rfc3339(Instant{day * day_ms}).substr(0, 10);
    found.why.push_back(tell<sentences::exfiltration_day>(date));
    const auto days = std::distance(book.days().begin(), book.days().lower_bound(day));
    found.why.push_back(is_new ? tell<sentences::exfiltration_new>(name, days)
                               : tell<sentences::exfiltration_not_usual>(name));
    found.indicators.push_back(name);
  }

  // No item: nothing is answered.
  Finding not_judged(const TrafficBook& book, const TrafficBook::Sent* largest) const {
    auto found = begin_finding(*this, "not judged");
    found.items.clear();
    found.severity = Severity::info;
    found.title = tell<sentences::exfiltration_not_judged>();
    if (largest == nullptr) {
      found.why.push_back(tell<sentences::exfiltration_no_bytes>());
      return found;
    }
    const auto days = std::distance(book.days().begin(), book.days().find(largest->day));
    found.why.push_back(tell<sentences::exfiltration_few_days>(days, baseline_days));
    found.why.push_back(tell<sentences::exfiltration_largest>(
        bytes_told(largest->bytes), largest->client, largest->destination));
    return found;
  }
};

}  // namespace

const Detector& exfiltration_detector() {
  static const Exfiltration detector;
  return detector;
}

}  // namespace digue::detect
