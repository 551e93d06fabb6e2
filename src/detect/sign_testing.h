// For the tests of the sign-in rules: an organisation with its networks, and short ways to write a
// sign-in.  Addresses are those of documentation; operators have private numbers.
#pragma once
#include <string>
#include <string_view>

#include "detect/sign_ins.h"
#include "detect/testing.h"

namespace digue::detect::testing {

inline constexpr std::string_view windows_edge =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/121.0.0.0 Safari/537.36 Edg/121.0.0.0";
inline constexpr std::string_view linux_firefox =
    "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0";
inline constexpr std::string_view iphone_safari =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148";

inline Site site_of(std::string country, std::string city, double latitude, double longitude,
                    std::uint32_t number, std::string name) {
  Site site;
  site.country = std::move(country);
  site.city = std::move(city);
  site.latitude = latitude;
  site.longitude = longitude;
  site.as_number = number;
  site.as_name = std::move(name);
  return site;
}

inline constexpr std::string_view office = "192.0.2.10";
inline constexpr std::string_view home = "198.51.100.20";
inline constexpr std::string_view rented = "203.0.113.66";     // in Paris, at a hosting company
inline constexpr std::string_view hotel = "203.0.113.120";     // in New York
inline constexpr std::string_view stranger = "203.0.113.200";  // in Paris, at a home operator

inline Row sign_in(std::string_view time, std::string_view account, std::string_view address,
                   std::string_view agent, std::string_view session = "") {
  Row row{
      .action = event::Action::sign_in, .time = std::string(time), .account = std::string(account)};
  row.address = address;
  row.agent = agent;
  row.session = session;
  row.operation = "UserLoggedIn";
  row.family = event::Family::sign_ins;
  return row;
}

inline Row failure(std::string_view time, std::string_view account, std::string_view address,
                   std::int32_t code, std::string_view agent = windows_edge) {
  auto row = sign_in(time, account, address, agent);
  row.operation = "UserLoginFailed";
  row.verdict = event::Verdict::failure;
  row.error_code = code;
  return row;
}

// The time `minutes` and `seconds` after `start`.
inline std::string after(std::string_view start, int minutes, int seconds = 0) {
  const auto from = parse_rfc3339(start).value_or(Instant::unknown);
  return rfc3339(from + minutes * minute_ms + seconds * second_ms);
}

// A month of ordinary days of two people, at the office by day and at home in the evening.
inline Story ordinary_month() {
  Story story;
  story.sites.known = {
      {std::string(office), site_of("FR", "Lyon", 45.76, 4.84, 64500, "Example Office Net")},
      {std::string(home), site_of("FR", "Lyon", 45.75, 4.85, 64501, "Example Home Fibre")},
      {std::string(rented), site_of("FR", "Paris", 48.86, 2.35, 64510, "Example Hosting")},
      {std::string(hotel), site_of("US", "New York", 40.71, -74.01, 64520, "Example Hotel Guests")},
      {std::string(stranger), site_of("FR", "Paris", 48.86, 2.35, 64530, "Example City Fibre")},
  };
  story.organisation.home_countries = {"FR"};
  for (const std::string_view account : {"anne@hopital.example", "bruno@hopital.example"}) {
    story.ordinary_days(account, office, "2026-02-02T08:00:00Z", 30, windows_edge);
    story.ordinary_days(account, home, "2026-02-02T19:00:00Z", 30, windows_edge);
  }
  return story;
}

}  // namespace digue::detect::testing
