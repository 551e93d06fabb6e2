#include "finding/finding.h"

#include <algorithm>
#include <tuple>

#include "base/hash.h"

namespace digue::finding {

static constexpr Sentence zone_unknown{"{0} (fuseau inconnu)", "{0} (zone unknown)"};

Message local_time(Instant as_written) {
  const std::string text = Zone::utc().show(as_written);
  return tell<zone_unknown>(text.substr(0, text.rfind(' ')));
}

std::string_view severity_name(Severity severity) {
  static constexpr std::array<std::string_view, 5> names = {"info", "low", "medium", "high",
                                                            "critical"};
  return names[static_cast<std::size_t>(severity)];
}

std::string_view value_name(Value value) {
  static constexpr std::array<std::string_view, 3> names = {"unknown", "no", "yes"};
  return names[static_cast<std::size_t>(value)];
}

std::string make_id(std::string_view rule, std::string_view identity) {
  std::string text(rule);
  text += '\n';
  text += identity;
  return "f-" + to_hex(sha256(text)).substr(0, 16);
}

static void sort_unique(std::vector<std::string>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  if (!values.empty() && values.front().empty()) values.erase(values.begin());
}

static auto order_of(const EvidenceRow& row) {
  return std::tuple(row.place.source, row.place.record, row.place.offset);
}

void tidy(Finding& finding) {
  for (auto* list :
       {&finding.accounts, &finding.addresses, &finding.hosts, &finding.indicators, &finding.items})
    sort_unique(*list);
  auto& rows = finding.evidence;
  std::sort(rows.begin(), rows.end(),
            [](const auto& a, const auto& b) { return order_of(a) < order_of(b); });
  rows.erase(std::unique(rows.begin(), rows.end(),
                         [](const auto& a, const auto& b) { return order_of(a) == order_of(b); }),
             rows.end());
}

bool before(const Finding& a, const Finding& b) {
  if (a.time != b.time) return a.time < b.time;
  if (a.severity != b.severity) return a.severity > b.severity;
  return std::tie(a.rule, a.id) < std::tie(b.rule, b.id);
}

}  // namespace digue::finding
