#include "detect/link_robots.h"

#include <algorithm>
#include <cmath>

namespace digue::detect {

namespace {

using finding::LinkUser;
using finding::Opener;

// A filter's way: it visits so long after (before) each delivery, give or take the tolerance.
struct Rhythm {
  std::int64_t lag = 0, tolerance = 0;
};

// The delivery that comes nearest to a moment; there is one.
std::size_t nearest(const LinkDeliveries& deliveries, Instant moment) {
  const auto next = std::lower_bound(deliveries.begin(), deliveries.end(), moment);
  const auto index = static_cast<std::size_t>(next - deliveries.begin());
  if (next == deliveries.end()) return index - 1;
  if (index == 0) return 0;
  return moment - deliveries[index - 1] <= *next - moment ? index - 1 : index;
}

// How much of the time between two moments is near a delivery.
double share_near(const LinkDeliveries& deliveries, Instant from, Instant to,
                  std::int64_t tolerance) {
  from = from - tolerance;
  to = to + tolerance;
  std::int64_t covered = 0;
  Instant done = from;
  for (const auto delivery : deliveries) {
    const Instant begin = std::max(delivery - tolerance, done);
    const Instant end = std::min(delivery + tolerance, to);
    if (end > begin) covered += end - begin;
    done = std::max(done, end);
  }
  return static_cast<double>(covered) / static_cast<double>(to - from);
}

// How many deliveries have their visit; 0 when more than a tenth of the visits have no delivery.
std::size_t deliveries_visited(const std::vector<Instant>& gets, const LinkDeliveries& deliveries,
                               const Rhythm& rhythm) {
  std::set<std::size_t> visited;
  std::size_t misses = 0;
  for (const auto get : gets) {
    const Instant expected = get - rhythm.lag;
    const auto index = nearest(deliveries, expected);
    const auto apart = expected - deliveries[index];
    if (apart >= -rhythm.tolerance && apart <= rhythm.tolerance)
      visited.insert(index);
    else
      ++misses;
  }
  return misses * 10 > gets.size() ? 0 : visited.size();
}

std::vector<Rhythm> all_rhythms() {
  std::vector<Rhythm> rhythms;
  for (const auto tolerance : robot_tolerances)
    for (auto lag = -robot_longest_lag; lag <= robot_longest_lag; lag += tolerance)
      rhythms.push_back({lag, tolerance});
  return rhythms;
}

// Visits keep time with the deliveries, more often than chance would have it in any rhythm.
bool comes_with_deliveries(const LinkVisits& visits, const LinkDeliveries& deliveries) {
  if (deliveries.empty()) return false;
  static const std::vector<Rhythm> rhythms = all_rhythms();
  const std::vector<Instant> gets(
      visits.gets.begin(), visits.gets.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                     visits.gets.size(), robot_visits_looked_at)));
  return std::any_of(rhythms.begin(), rhythms.end(), [&](const Rhythm& rhythm) {
    const auto visited = deliveries_visited(gets, deliveries, rhythm);
    if (visited < robot_visits) return false;
    const double share = share_near(deliveries, gets.front() - rhythm.lag, gets.back() - rhythm.lag,
                                    rhythm.tolerance);
    const double chance = std::pow(share, static_cast<double>(visited));
    return chance * static_cast<double>(rhythms.size()) < robot_chance;
  });
}

bool comes_before_all(const LinkVisits& visits, const LinkDeliveries& deliveries) {
  if (deliveries.empty()) return false;
  const auto early = deliveries.front() - visits.gets.front();
  return early > robot_before && early <= earliest_before;
}

bool comes_soon(const LinkUser& user, const LinkVisits& visits) {
  return user.received.known() && !user.downloaded.known() &&
         visits.gets.front() >= user.received - robot_before &&
         visits.gets.back() <= user.received + soon_after;
}

}  // namespace

Opener opener_of(const LinkUser& user, const LinkVisits& visits, const LinkDeliveries& deliveries) {
  if (!user.opened.known() || user.posted.known() || user.replied.known()) return Opener::unknown;
  if (visits.recipients.size() >= robot_recipients) return Opener::many_recipients;
  if (visits.is_local) return Opener::unknown;
  // Who receives mail is a person, who may well open it when it comes.
  const bool is_person = visits.is_named && user.received.known();
  if (is_person) return comes_soon(user, visits) ? Opener::soon : Opener::unknown;
  if (comes_with_deliveries(visits, deliveries)) return Opener::with_deliveries;
  if (visits.is_named) return Opener::unknown;
  return comes_before_all(visits, deliveries) ? Opener::before_all : Opener::unknown;
}

}  // namespace digue::detect
