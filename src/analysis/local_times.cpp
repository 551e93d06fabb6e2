#include "analysis/local_times.h"

#include <algorithm>

namespace digue::analysis {

// Logs are mostly written in order: then there is nothing to sort.
LocalTimes::LocalTimes(const event::Trail& trail) {
  for (const auto& event : trail.events) {
    const Written written{event.place.source, event.time};
    if (event.time_is_local && (written_.empty() || written_.back() != written))
      written_.push_back(written);
  }
  if (!std::is_sorted(written_.begin(), written_.end()))
    std::sort(written_.begin(), written_.end());
}

bool LocalTimes::has(const std::vector<finding::EvidenceRow>& rows,
                     std::initializer_list<Instant> times) const {
  if (written_.empty()) return false;
  return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
    return std::any_of(times.begin(), times.end(), [&](Instant time) {
      return time.known() &&
             std::binary_search(written_.begin(), written_.end(), Written{row.place.source, time});
    });
  });
}

// How long the moment in RFC 3339 is that the text begins with; 0 when it begins with none.
static std::size_t size_of_moment(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00T00:00:00";
  if (text.size() < shape.size()) return 0;
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (shape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i]) return 0;
  const auto end = text.find('Z', shape.size());
  return end == shape.size() || end == shape.size() + 4 ? end + 1 : 0;
}

std::string LocalTimes::told(std::string_view text, const finding::Finding& finding,
                             Language language) const {
  std::string out;
  while (!text.empty()) {
    const auto size = size_of_moment(text);
    const auto moment = text.substr(0, std::max<std::size_t>(size, 1));
    const auto time = size == 0 ? std::nullopt : parse_rfc3339(moment);
    out +=
        time && has(finding.evidence, {*time}) ? finding::local_time(*time).in(language) : moment;
    text.remove_prefix(moment.size());
  }
  return out;
}

void LocalTimes::mark(finding::Finding& finding) const {
  if (written_.empty()) return;
  finding.time_is_local = has(finding.evidence, {finding.time, finding.time_end});
  const auto retell = [&](Message& message) {
    message = {told(message.french, finding, Language::french),
               told(message.english, finding, Language::english)};
  };
  retell(finding.title);
  for (auto& fact : finding.why) retell(fact);
}

void LocalTimes::mark(finding::LinkUser& user) const {
  user.time_is_local =
      has(user.evidence, {user.received, user.resolved, user.blocked, user.tunnelled, user.opened,
                          user.posted, user.downloaded, user.replied});
}

}  // namespace digue::analysis
