// Who read what, and who took it out: a log of its own beside the people, never in an incident's
// logbook, which is for what was done about the incident and may go to a court.
//
// A plain read is written once for the same person, session or token, address and object in
// plain_read_ms; what takes something out, each time.  Bounded: the oldest lines go once there are
// max_accesses, and after access_kept_ms (a year is the longest that the CNIL advises,
// deliberation 2021-122).  Thread-safe.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "store/connection.h"

namespace digue::server {

inline constexpr std::int64_t plain_read_ms = 5 * minute_ms;
inline constexpr std::int64_t access_kept_ms = 365 * day_ms;
inline constexpr std::int64_t max_accesses = 200'000;

struct AccessLine {
  Instant at;
  std::string person;             // the name of the account
  std::string token, token_name;  // by which a program spoke for them; empty: a session
  std::string address;            // that the request came from
  bool exported = false;          // a paper, a script: it leaves the server
  std::string incident;           // empty outside of incidents
  std::string object;             // the path, below the incident when there is one
};

// Empty fields take in everything.
struct AccessFilter {
  std::string incident, person;
  bool exports_only = false;
};

struct AccessPage {
  std::size_t total = 0;
  std::vector<AccessLine> lines;  // the last first
};

class AccessLog {
 public:
  // Made when it is not there.  `most`: lines; tests give fewer.
  static Result<std::unique_ptr<AccessLog>> open(const std::filesystem::path& file, Clock& clock,
                                                 std::int64_t most = max_accesses);

  // On disk when it returns, or known already.  `at` is now.
  Outcome add(AccessLine line);
  Result<AccessPage> page(const AccessFilter& filter, std::size_t first, std::size_t count);

 private:
  AccessLog(store::Connection connection, Clock& clock, std::int64_t most)
      : connection_(std::move(connection)), clock_(clock), most_(most) {}
  bool was_just_read(const AccessLine& line) const;
  void remember(const AccessLine& line);
  Outcome insert(const AccessLine& line);
  Outcome forget_old(Instant now);
  Outcome forget_old_at_times(Instant now);

  std::mutex mutex_;
  store::Connection connection_;
  Clock& clock_;
  std::int64_t most_;
  std::map<std::string, Instant> reads_;  // plain ones, and when each was last written
  Instant forgot_;                        // when the oldest lines last went
  std::int64_t added_ = 0;                // since then
};

}  // namespace digue::server
