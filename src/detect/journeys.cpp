#include "detect/journeys.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "detect/geography.h"
#include "detect/signs.h"

namespace digue::detect {

namespace {

constexpr double fastest_kmh = 900;
constexpr double shortest_km = 500;           // below, geolocation's own error
constexpr double shortest_country_km = 1000;  // between the middles of countries
constexpr std::int64_t country_window = 2 * hour_ms;
constexpr std::int64_t shortest_time = minute_ms;  // two sign-ins at once: as if a minute apart

bool tells_place(const AddressFacts& facts) {
  return facts.kind != OperatorKind::relay && facts.kind != OperatorKind::satellite &&
         facts.kind != OperatorKind::mobile && facts.place_basis != Basis::none;
}

bool same_network(const AddressFacts& a, const AddressFacts& b) {
  if (a.address == b.address || a.network == b.network) return true;
  return a.operator_key != 0 && a.operator_key == b.operator_key;
}

std::optional<Journey> journey_between(const SignIns& visits, std::uint32_t from,
                                       std::uint32_t to) {
  const auto& first = visits.visits()[from];
  const auto& second = visits.visits()[to];
  const auto& a = visits.facts_of(first);
  const auto& b = visits.facts_of(second);
  if (!tells_place(a) || !tells_place(b) || same_network(a, b)) return std::nullopt;
  if (first.device != event::no_symbol && first.device == second.device) return std::nullopt;
  // Visits that overlap: the first was under way when the second began.
  const auto left = std::min(first.to, second.from);
  Journey journey{
      from, to, no_visit, left, second.from, 0, std::max(second.from - left, shortest_time), false};
  if (a.has_point() && b.has_point()) {
    journey.kilometres =
        distance_km({*a.site.latitude, *a.site.longitude}, {*b.site.latitude, *b.site.longitude});
    if (journey.kilometres < shortest_km || journey.speed() <= fastest_kmh) return std::nullopt;
    return journey;
  }
  const auto middle_a = middle_of(a.site.country), middle_b = middle_of(b.site.country);
  if (!middle_a || !middle_b || are_neighbours(a.site.country, b.site.country)) return std::nullopt;
  journey.by_countries = true;
  journey.kilometres = distance_km(*middle_a, *middle_b);
  const bool far = journey.kilometres >= shortest_country_km && journey.speed() > fastest_kmh;
  return far && journey.milliseconds <= country_window ? std::optional(journey) : std::nullopt;
}

// The end that is not the account's usual; none when both are.
std::uint32_t stranger_of(const Scene& scene, const Journey& journey) {
  if (!is_familiar(scene, journey.to)) return journey.to;
  return is_familiar(scene, journey.from) ? no_visit : journey.from;
}

}  // namespace

std::vector<Journey> impossible_journeys(const Scene& scene, event::Symbol account) {
  std::vector<Journey> journeys;
  const auto& visits = *scene.sign_ins;
  std::uint32_t last = no_visit;
  for (const auto index : visits.of_account(account)) {
    const auto& visit = visits.visits()[index];
    if (!visit.signed_in || !tells_place(visits.facts_of(visit))) continue;
    const auto before = std::exchange(last, index);
    if (before == no_visit) continue;
    auto journey = journey_between(visits, before, index);
    if (!journey) continue;
    journey->stranger = stranger_of(scene, *journey);
    if (journey->stranger != no_visit) journeys.push_back(*journey);
  }
  return journeys;
}

}  // namespace digue::detect
