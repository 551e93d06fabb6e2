// Which of the times that are told are as a file wrote them, in a zone that nobody knows.
#pragma once
#include <compare>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "event/event.h"
#include "finding/finding.h"
#include "finding/link_user.h"

namespace digue::analysis {

// Looks the times up among those of the events; the trail may go.  Thread-safe.
class LocalTimes {
 public:
  explicit LocalTimes(const event::Trail& trail);
  // Sets time_is_local where its rows are of files that wrote one of its times without a zone, and
  // tells such times in its sentences so, which write moments as RFC 3339.
  void mark(finding::Finding& finding) const;
  void mark(finding::LinkUser& user) const;

 private:
  struct Written {
    std::uint32_t source;
    Instant time;
    auto operator<=>(const Written&) const = default;
  };
  bool has(const std::vector<finding::EvidenceRow>& rows,
           std::initializer_list<Instant> times) const;
  std::string told(std::string_view text, const finding::Finding& finding, Language language) const;

  std::vector<Written> written_;  // sorted
};

}  // namespace digue::analysis
