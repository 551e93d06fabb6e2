#include "finding/sign_in_counts.h"

#include "base/json_writer.h"
#include "finding/json.h"

namespace digue::finding {

static void write_tally(JsonWriter& json, const SignInTally& tally) {
  json.member("successes", tally.successes)
      .member("failures", tally.failures)
      .member("intruder", tally.intruder);
}

static void write_point(JsonWriter& json, const std::optional<MapPoint>& point) {
  json.key("point");
  if (!point)
    json.null();
  else
    json.begin_object().member("north", point->north).member("east", point->east).end_object();
}

// Hours with nothing in them are left out.
static void write_hours(JsonWriter& json, const SignInCounts& counts) {
  json.key("hours").begin_array();
  for (std::size_t i = 0; i < counts.hours.size(); ++i) {
    const auto& tally = counts.hours[i];
    if (tally.successes + tally.failures == 0) continue;
    json.begin_object().member("day", i / 24).member("hour", i % 24);
    write_tally(json, tally);
    json.end_object();
  }
  json.end_array();
}

static void write_place(JsonWriter& json, const SignInPlace& place) {
  json.begin_object().member("country", place.country).member("city", place.city);
  write_point(json, place.point);
  json.member("rough", place.rough);
  write_tally(json, place.tally);
  json.member("accounts", place.accounts);
  write_time(json, "first", place.first);
  write_time(json, "last", place.last);
  json.end_object();
}

static void write_end(JsonWriter& json, std::string_view name, const SignInJourney::End& end) {
  json.key(name)
      .begin_object()
      .member("address", end.address)
      .member("country", end.country)
      .member("city", end.city);
  write_point(json, end.point);
  json.end_object();
}

static void write_journey(JsonWriter& json, const SignInJourney& journey) {
  json.begin_object().member("account", journey.account);
  write_end(json, "from", journey.from);
  write_end(json, "to", journey.to);
  write_time(json, "left", journey.left);
  write_time(json, "arrived", journey.arrived);
  json.member("kilometres", journey.kilometres).end_object();
}

static void write_streak(JsonWriter& json, const SignInStreak& streak) {
  json.begin_object()
      .member("account", streak.account)
      .member("failures", streak.failures)
      .member("addresses", streak.addresses);
  write_time(json, "from", streak.from);
  write_time(json, "to", streak.to);
  write_time(json, "success", streak.success);
  json.member("intruder", streak.intruder).end_object();
}

template <class Item>
static void write_list(JsonWriter& json, std::string_view name, const std::vector<Item>& items,
                       void (*write)(JsonWriter&, const Item&)) {
  json.key(name).begin_array();
  for (const auto& item : items) write(json, item);
  json.end_array();
}

void write_sign_ins(JsonWriter& json, const SignInCounts& counts) {
  json.begin_object().member("type", "sign-ins").member("zone", counts.zone);
  write_tally(json, counts.all);
  json.member("accounts", counts.accounts).member("unplaced", counts.unplaced);
  write_time(json, "first", counts.first);
  write_time(json, "last", counts.last);
  write_hours(json, counts);
  write_list(json, "places", counts.places, write_place);
  json.member("places_left_out", counts.places_left_out);
  write_list(json, "journeys", counts.journeys, write_journey);
  json.member("journeys_left_out", counts.journeys_left_out);
  write_list(json, "streaks", counts.streaks, write_streak);
  json.member("streaks_left_out", counts.streaks_left_out).end_object();
}

std::string to_json(const SignInCounts& counts) {
  JsonWriter json;
  write_sign_ins(json, counts);
  return json.take();
}

}  // namespace digue::finding
