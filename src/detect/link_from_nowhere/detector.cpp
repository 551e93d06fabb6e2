// R31, complex addresses without a referer: a page with a long or random address, on a domain that
// no machine had contacted before that day, asked for without coming from another page.  That is
// what a link in a mail looks like in a proxy's log, where the log tells referers.
#include "detect/detector.h"

#include <map>

#include "detect/draft.h"
#include "detect/link_from_nowhere/sentences.h"
#include "detect/traffic.h"
#include "detect/traffic_sentences.h"

namespace digue::detect {

namespace {

using finding::Finding;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"mail-malware/d.3.2"};
// What so many machines or more open on one day is a new service, or a mailing.
constexpr std::uint64_t too_many_clients = 10;

class LinkFromNowhere final : public Detector {
 public:
  std::string_view rule() const override { return "R31"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override { return {}; }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    const auto& book = scene.once<TrafficBook>();
    std::map<std::string, std::vector<std::uint32_t>> by_domain;
    for (const auto index : scene.of(event::Action::web_request)) {
      const auto& request = scene.event(index);
      if (!request.time.known() || scene.trail.detail(request, "Why") != "no-referer") continue;
      auto domain = registered_domain(host_of_url(scene.text(request.object)));
      const auto* destination = book.find(domain);
      const bool is_rare = destination == nullptr || destination->most_clients < too_many_clients;
      if (is_rare && book.is_new(domain, day_of(request.time)))
        by_domain[std::move(domain)].push_back(index);
    }
    for (auto& [domain, indexes] : by_domain) {
      scene.put_in_order(indexes);
      findings.push_back(finding_of(scene, book, domain, indexes));
    }
  }

 private:
  Finding finding_of(const Scene& scene, const TrafficBook& book, const std::string& domain,
                     const std::vector<std::uint32_t>& indexes) const {
    auto found = begin_finding(*this, domain);
    found.title = tell<sentences::link_from_nowhere>(domain);
    found.severity = Severity::low;
    const auto day = day_of(scene.event(indexes.front()).time);
    if (const auto* destination = book.find(domain); destination != nullptr) {
      const auto posts = destination->posts.find(day);
      if (posts != destination->posts.end() && posts->second != 0) {
        found.severity = Severity::medium;
        found.why.push_back(tell<sentences::link_posted>(posts->second));
      }
    }
    cite_requests<sentences::requested_by>(found, scene, indexes);
    found.indicators.push_back(domain);
    finding::tidy(found);
    return found;
  }
};

}  // namespace

const Detector& link_from_nowhere_detector() {
  static const LinkFromNowhere detector;
  return detector;
}

}  // namespace digue::detect
