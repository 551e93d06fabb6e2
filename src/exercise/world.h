// The hospital of the exercise: its people, their devices, and the networks that they and the
// intruder come from.  Made from the seed alone.  Plain values.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "exercise/random.h"

namespace digue::exercise {

// A range of documentation addresses (RFC 5737, RFC 3849), and what the exercise says of it.
struct Network {
  enum class Use : std::uint8_t {
    office,
    home,
    mobile,
    travel,
    partner_mail,
    provider,     // Microsoft's own
    lure,         // the look-alike proxy
    residential,  // where the intruder comes back from
    hosting       // where the spray comes from
  };
  Use use;
  std::string prefix;  // "192.0.2." or "2001:db8:10::": an address is the prefix and a number
  int first, last;     // numbers that are used
  std::string cidr;
  std::string country, city;
  double latitude, longitude;
  std::uint32_t as_number;
  std::string as_name;

  std::string address(Random& random) const;
};

struct Device {
  std::string id;         // GUID
  std::string object_id;  // of the directory
  std::string name;
  std::string os;      // "Windows 10"
  std::string system;  // "10.0.19045.4291"
  std::string agent;
  std::string browser;
  bool joined = false;
};

struct Person {
  std::string given, family;  // as written, with accents
  std::string upn;            // user principal name and mail address, lower case
  std::string spelled;        // as Exchange writes it in some rows: other case
  std::string alias;          // the mailbox's Exchange name
  std::string id;             // directory object, GUID
  std::string key;            // PUID
  std::string sid;            // security identifier
  std::string mailbox_id;     // GUID
  std::string folder_seed;    // what its folder ids start with
  std::string home_address;   // the box at home
  std::size_t mobile = 0;     // index of the operator's first network
  Device desktop, phone;
  int travels_from = -1, travels_to = -1;  // days, both included; -1: stays
  bool works_weekends = false;

  std::string display() const { return given + ' ' + family; }
};

struct World {
  std::uint64_t seed = 0;
  std::string place;     // "Valmont"
  std::string hospital;  // "Centre hospitalier de Valmont"
  std::string domain;    // "ch-valmont.example"
  std::string tenant;    // GUID
  std::string graph;     // Microsoft Graph's service principal here, GUID
  std::string forest;    // "EURPR04A009.PROD.OUTLOOK.COM"
  Zone zone = Zone::utc();
  Instant start;          // midnight UTC of the first day, a Monday
  int incident_day = 22;  // day 0 is the first
  int days = 27;

  std::vector<Network> networks;
  std::vector<Person> people;
  // Indexes into people.
  std::size_t accountant = 0, director = 0, administrator = 0, technician = 0, trainee = 0,
              manager = 0, communication = 0, finance = 0, secretary = 0;

  static Result<World> from(std::uint64_t seed);

  const Person& person(std::size_t index) const { return people[index]; }
  const Network& network(Network::Use use, std::size_t nth = 0) const;
  const Network* network_of(std::string_view address) const;
  // A moment of a day in the hospital's own time.
  Instant at(int day, int hour, int minute, int second = 0) const;
  bool is_working_day(int day) const { return day % 7 < 5; }
  // Where the person is likely to be at work that day.
  std::string office_address(Random& random) const;
  std::string mobile_address(const Person& person, Random& random) const;
  // A browser session lasts a week on one device; "desktop", "phone" or "web".
  std::string session(const Person& person, std::string_view device, int day) const;
  // A correspondent outside: "compta@laboratoire-orion.example".
  std::string outsider(Random& random) const;
};

}  // namespace digue::exercise
