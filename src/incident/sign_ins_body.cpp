// Reads what an analysis counted of the sign-ins (finding/sign_in_counts.h) out of its entry.
#include <algorithm>

#include "incident/body.h"
#include "incident/finding_json.h"

namespace digue::incident {

namespace {

using finding::MapPoint;
using finding::SignInCounts;
using finding::SignInJourney;
using finding::SignInPlace;
using finding::SignInStreak;
using finding::SignInTally;

SignInTally read_tally(const Body& body) {
  return {body.count("successes"), body.count("failures"), body.count("intruder")};
}

std::int32_t read_degree(const Body& body, std::string_view name, std::int64_t most) {
  return static_cast<std::int32_t>(std::clamp(body.number(name), -most, most));
}

std::optional<MapPoint> read_point(const Body& body) {
  const auto point = body.body("point");
  if (!point) return std::nullopt;
  return MapPoint{read_degree(*point, "north", 9000), read_degree(*point, "east", 18000)};
}

SignInPlace read_place(const Body& body) {
  return {body.text("country"), body.text("city"),      read_point(body),   body.flag("rough"),
          read_tally(body),     body.count("accounts"), body.time("first"), body.time("last")};
}

SignInJourney::End read_end(const Body& body, std::string_view name) {
  const auto end = body.body(name);
  if (!end) return {};
  return {end->text("address"), end->text("country"), end->text("city"), read_point(*end)};
}

SignInJourney read_journey(const Body& body) {
  return {body.text("account"), read_end(body, "from"), read_end(body, "to"),
          body.time("left"),    body.time("arrived"),   body.count("kilometres")};
}

SignInStreak read_streak(const Body& body) {
  return {body.text("account"), body.count("failures"), body.count("addresses"), body.time("from"),
          body.time("to"),      body.time("success"),   body.flag("intruder")};
}

template <class Item>
std::vector<Item> read_list(const Body& body, std::string_view name, std::size_t most,
                            Item (*read)(const Body&)) {
  std::vector<Item> items;
  for (const auto& item : body.bodies(name)) {
    if (items.size() == most) break;
    items.push_back(read(item));
  }
  return items;
}

void read_hours(const Body& body, SignInCounts& counts) {
  for (const auto& hour : body.bodies("hours")) {
    const auto place = hour.count("day") * 24 + hour.count("hour");
    if (hour.count("hour") < 24 && hour.count("day") < 7) counts.hours[place] = read_tally(hour);
  }
}

}  // namespace

std::optional<SignInCounts> read_sign_ins(std::string_view bytes) {
  const auto whole = Body::read(bytes);
  const auto body = whole ? whole->body("sign_ins") : std::nullopt;
  if (!body) return std::nullopt;
  SignInCounts counts;
  counts.zone = body->text("zone");
  counts.all = read_tally(*body);
  counts.accounts = body->count("accounts");
  counts.unplaced = body->count("unplaced");
  counts.first = body->time("first");
  counts.last = body->time("last");
  read_hours(*body, counts);
  counts.places = read_list(*body, "places", finding::max_sign_in_places, read_place);
  counts.journeys = read_list(*body, "journeys", finding::max_sign_in_journeys, read_journey);
  counts.streaks = read_list(*body, "streaks", finding::max_sign_in_streaks, read_streak);
  counts.places_left_out = body->count("places_left_out");
  counts.journeys_left_out = body->count("journeys_left_out");
  counts.streaks_left_out = body->count("streaks_left_out");
  return counts;
}

}  // namespace digue::incident
