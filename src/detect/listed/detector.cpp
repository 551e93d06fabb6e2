// R33, listed addresses: requests for a URL, a domain or an address of the list that the analysis
// was given (`--list`: URLhaus, PhishTank, one's own).  One finding a host.  How old the list is
// stands among the remarks.
#include "detect/detector.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/listed/sentences.h"
#include "detect/traffic.h"
#include "detect/traffic_sentences.h"

namespace digue::detect {

namespace {

using finding::Finding;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"mail-malware/d.3", "phishing/q.5"};

class Listed final : public Detector {
 public:
  std::string_view rule() const override { return "R33"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override { return {}; }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    std::map<std::string, std::vector<std::uint32_t>> by_host;
    for (const auto index : scene.of(event::Action::web_request)) {
      const auto& request = scene.event(index);
      if (request.time.known() && scene.trail.detail(request, "Why") == "listed")
        by_host[lower(host_of_url(scene.text(request.object)))].push_back(index);
    }
    for (auto& [host, indexes] : by_host) {
      scene.put_in_order(indexes);
      findings.push_back(finding_of(scene, host, indexes));
    }
  }

 private:
  Finding finding_of(const Scene& scene, const std::string& host,
                     const std::vector<std::uint32_t>& indexes) const {
    auto found = begin_finding(*this, host);
    const bool blocked = std::all_of(indexes.begin(), indexes.end(), [&](auto index) {
      return scene.event(index).verdict == event::Verdict::failure;
    });
    found.severity = blocked ? Severity::low : Severity::high;
    found.title =
        blocked ? tell<sentences::listed_blocked>(host) : tell<sentences::listed_reached>(host);
    cite_requests<sentences::requested_by>(found, scene, indexes);
    found.indicators.push_back(host);
    finding::tidy(found);
    return found;
  }
};

}  // namespace

const Detector& listed_detector() {
  static const Listed detector;
  return detector;
}

}  // namespace digue::detect
