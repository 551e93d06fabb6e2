// Who are we?  What an organisation says of itself, so that its own people are not accused.
// One YAML file, docs/organisation.md; everything is optional, and absent means "not known", never
// "none".  Plain values; thread-safe to read.
#pragma once
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/time.h"
#include "organisation/register.h"

namespace digue::organisation {

// A range of addresses: "203.0.113.0/24", "2001:db8::/32" or one address.
struct Network {
  std::array<unsigned char, 16> start{};  // IPv4 as ::ffff:a.b.c.d
  int prefix = 128;                       // of the 128 bits
  std::string text;                       // as written

  static std::optional<Network> parse(std::string_view text);
  bool holds(std::string_view address) const;
};
// Whether one of them holds the address; what is no address is in none.
bool any_holds(std::span<const Network> networks, std::string_view address);

// Minutes after midnight, local; days from Monday, 0.
struct WorkingHours {
  int from_minutes = 7 * 60, to_minutes = 20 * 60;
  std::array<bool, 7> days = {true, true, true, true, true, false, false};
};

// What an organisation may be under the law.
inline constexpr std::array<std::string_view, 8> regulated_words{
    "oiv",           "ose", "health", "finance", "administration", "classified", "nis2-essential",
    "nis2-important"};

// Against such incidents, by contract.
struct Insurance {
  std::string insurer, policy;  // the name, and the number to quote
  int declare_hours = 0;        // within which the contract wants to be told; 0: not known
};

struct Organisation {
  std::string name;
  std::optional<bool> personal_data;  // does its mail hold any?
  std::optional<bool> insured;
  Insurance insurance;
  std::vector<std::string> clocks;  // ids of time limits that are off unless it turns them on
  Zone zone = Zone::utc();
  bool zone_is_set = false;
  std::vector<std::string> domains;         // accepted mail domains, lower case
  std::vector<std::string> home_countries;  // ISO 3166-1 alpha-2, upper case
  std::optional<WorkingHours> hours;
  std::vector<Network> known_networks;          // offices, VPN exits
  std::vector<std::string> administrators;      // lower case
  std::vector<std::string> known_applications;  // application ids that are ours, lower case
  // Databases of places and operators, relative to the file: MMDB or our CSV; tried in order.
  std::vector<std::filesystem::path> place_databases;
  std::filesystem::path overlay;  // its own version of the sheets (sheet/overlay.h); may be empty
  std::vector<std::string> regulated;            // regulated_words
  bool regulated_is_set = false;                 // an empty list says: none of them
  std::map<std::string, int> severity_settings;  // thresholds set otherwise: "zones" to 3
  Register registry;                             // of activities and systems
  std::vector<Message> notes;                    // what the register should mend
};

// Reads the file; a message points at the line and column of what is wrong.
Result<Organisation> load(Files& files, const std::filesystem::path& path);

}  // namespace digue::organisation
