// R28, new and rare destinations: domains and addresses that no machine had contacted before, that
// very few do, and that are contacted again and again, or by their bare address.
//
// New services are many: one finding tells them all, and only bare addresses make it weigh.
#include "detect/detector.h"

#include <algorithm>
#include <tuple>

#include "detect/draft.h"
#include "detect/new_destination/sentences.h"
#include "detect/traffic.h"
#include "detect/traffic_sentences.h"

namespace digue::detect {

namespace {

using finding::Finding;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"mail-account/8.b.1", "mail-malware/c.7.2"};
constexpr std::uint64_t few_clients = 2;
constexpr std::uint64_t many_requests = 100;  // on one day: a program that calls home does
constexpr std::uint64_t many_bytes = 10'000'000;
constexpr std::size_t destinations_told = 30;

struct New {
  std::string name;
  const TrafficBook::Destination* destination;
  std::uint64_t requests = 0, out = 0;
};

std::uint64_t most_of(const std::map<std::int64_t, std::uint64_t>& by_day) {
  std::uint64_t most = 0;
  for (const auto& [day, count] : by_day) most = std::max(most, count);
  return most;
}

class NewDestination final : public Detector {
 public:
  std::string_view rule() const override { return "R28"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override { return {}; }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    const auto& book = scene.once<TrafficBook>();
    if (book.empty()) return;
    if (!book.has_baseline(*book.days().rbegin())) {
      findings.push_back(not_judged(book));
      return;
    }
    std::vector<New> insistent;
    for (const auto& [name, destination] : book.destinations()) {
      if (!book.is_new(name, *destination.days.begin())) continue;
      New one{name, &destination, most_of(destination.requests), most_of(destination.out)};
      const bool often = one.requests >= many_requests || one.out >= many_bytes;
      if (destination.most_clients <= few_clients && often) insistent.push_back(std::move(one));
    }
    if (!insistent.empty()) findings.push_back(finding_of(scene, insistent));
  }

 private:
  Finding finding_of(const Scene& scene, std::vector<New>& insistent) const {
    std::sort(insistent.begin(), insistent.end(), [](const New& a, const New& b) {
      return std::tuple(!is_address(a.name), a.destination->first, a.name) <
             std::tuple(!is_address(b.name), b.destination->first, b.name);
    });
    auto found = begin_finding(*this, insistent.front().name);
    found.title = tell<sentences::new_destinations>(insistent.size());
    const bool bare = is_address(insistent.front().name);
    found.severity = bare ? Severity::low : Severity::info;
    for (std::size_t i = 0; i < std::min(insistent.size(), destinations_told); ++i) {
      const auto& one = insistent[i];
      found.why.push_back(tell<sentences::new_destination>(
          one.name, rfc3339(one.destination->first).substr(0, 10), one.requests,
          bytes_told(one.out), one.destination->most_clients));
      found.indicators.push_back(one.name);
      cite_all(found, scene, one.destination->events);
    }
    if (insistent.size() > destinations_told)
      found.why.push_back(
          tell<sentences::new_destinations_more>(insistent.size() - destinations_told));
    finding::tidy(found);
    return found;
  }

  Finding not_judged(const TrafficBook& book) const {
    auto found = begin_finding(*this, "not judged");
    found.items.clear();
    found.severity = Severity::info;
    found.title = tell<sentences::new_destinations_not_judged>();
    found.why.push_back(tell<sentences::traffic_too_short>(book.days().size(), baseline_days));
    return found;
  }
};

}  // namespace

const Detector& new_destination_detector() {
  static const NewDestination detector;
  return detector;
}

}  // namespace digue::detect
