// R32, risky downloads: a program, a script, an archive or a disk image fetched from a domain that
// no machine had contacted before that day.
//
// Without a week of traffic before, nothing is new, and nothing is told here (R28 says so).
#include "detect/detector.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "detect/draft.h"
#include "detect/risky_download/sentences.h"
#include "detect/traffic.h"

namespace digue::detect {

namespace {

using finding::Finding;
using finding::Severity;

constexpr std::string_view spoken_items[] = {"mail-malware/d.3.1"};

std::string_view file_of(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  return url.substr(url.rfind('/') + 1);
}

// What merely packs is fetched for good reasons more often than what runs.
bool only_packs(std::string_view file, std::string_view type) {
  static constexpr auto packs =
      std::to_array<std::string_view>({".zip", ".rar", ".7z", ".tgz", ".xz", ".cab"});
  const auto named = lower(file);
  const bool by_name =
      std::any_of(packs.begin(), packs.end(), [&](auto ending) { return named.ends_with(ending); });
  return by_name || (named.find('.') == named.npos && contains_ignoring_case(type, "zip"));
}

class RiskyDownload final : public Detector {
 public:
  std::string_view rule() const override { return "R32"; }
  int version() const override { return 1; }
  std::span<const std::string_view> items() const override { return spoken_items; }
  std::span<const event::Family> needs() const override { return {}; }
  bool proves_absence() const override { return false; }

  void detect(const Scene& scene, std::vector<Finding>& findings) const override {
    const auto& book = scene.once<TrafficBook>();
    std::map<std::string, std::vector<std::uint32_t>> by_file;  // domain and file
    for (const auto index : scene.of(event::Action::web_request)) {
      const auto& request = scene.event(index);
      if (!request.time.known() || scene.trail.detail(request, "Why") != "download") continue;
      const auto url = scene.text(request.object);
      const auto domain = registered_domain(host_of_url(url));
      if (!book.is_new(domain, day_of(request.time))) continue;
      by_file[domain + " " + std::string(file_of(url))].push_back(index);
    }
    for (auto& [identity, indexes] : by_file) {
      scene.put_in_order(indexes);
      findings.push_back(finding_of(scene, book, identity, indexes));
    }
  }

 private:
  Finding finding_of(const Scene& scene, const TrafficBook& book, const std::string& identity,
                     const std::vector<std::uint32_t>& indexes) const {
    auto found = begin_finding(*this, identity);
    const auto& first = scene.event(indexes.front());
    const auto url = scene.text(first.object);
    const auto domain = registered_domain(host_of_url(url));
    const auto type = scene.trail.detail(first, "ContentType");
    auto file = file_of(url);
    if (file.empty()) file = url;
    found.title = tell<sentences::risky_download>(file, domain);
    found.severity = only_packs(file, type) ? Severity::low : Severity::medium;
    const auto day = day_of(first.time);
    const auto days = std::distance(book.days().begin(), book.days().lower_bound(day));
    found.why.push_back(tell<sentences::risky_download_new>(domain, days));
    if (!type.empty()) found.why.push_back(tell<sentences::risky_download_type>(type));
    cite_requests<sentences::risky_download_by>(found, scene, indexes);
    found.indicators.push_back(domain);
    finding::tidy(found);
    return found;
  }
};

}  // namespace

const Detector& risky_download_detector() {
  static const RiskyDownload detector;
  return detector;
}

}  // namespace digue::detect
