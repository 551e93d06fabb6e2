#include "exercise/world.h"

#include <fmt/core.h>
#include <charconv>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "exercise/names.h"

namespace digue::exercise {

std::string Network::address(Random& random) const {
  const int number = random.between(first, last);
  return prefix + (prefix.back() == ':' ? fmt::format("{:x}", number) : std::to_string(number));
}

// Every range of documentation addresses, shared out once for all.  The place of the hospital is
// filled in; the rest of the map stays, so that distances are what the story needs.
static std::vector<Network> networks_of(const std::string& place) {
  using enum Network::Use;
  return {
      {office, "192.0.2.", 2, 6, "192.0.2.0/27", "FR", place, 47.32, 2.11, 64496,
       "Réseau régional de santé"},
      {home, "192.0.2.", 66, 94, "192.0.2.64/27", "FR", place, 47.32, 2.11, 64497, "Fibre Alpha"},
      {home, "192.0.2.", 98, 126, "192.0.2.96/27", "FR", "Bourges", 47.08, 2.40, 64498,
       "Fibre Beta"},
      {home, "192.0.2.", 130, 158, "192.0.2.128/27", "FR", "Vierzon", 47.22, 2.07, 64499,
       "Fibre Gamma"},
      {home, "2001:db8:64::", 0x10, 0xffe, "2001:db8:64::/48", "FR", place, 47.32, 2.11, 64497,
       "Fibre Alpha"},
      {mobile, "198.51.100.", 1, 14, "198.51.100.0/28", "FR", "Paris", 48.86, 2.35, 64500,
       "Mobile Un"},
      {mobile, "198.51.100.", 17, 30, "198.51.100.16/28", "FR", "Lyon", 45.76, 4.84, 64500,
       "Mobile Un"},
      {mobile, "2001:db8:a1::", 0x10, 0xffe, "2001:db8:a1::/48", "FR", "Nantes", 47.22, -1.55,
       64500, "Mobile Un"},
      {mobile, "198.51.100.", 65, 78, "198.51.100.64/28", "FR", "Paris", 48.86, 2.35, 64501,
       "Mobile Deux"},
      {mobile, "198.51.100.", 81, 94, "198.51.100.80/28", "FR", "Marseille", 43.30, 5.37, 64501,
       "Mobile Deux"},
      {mobile, "2001:db8:a2::", 0x10, 0xffe, "2001:db8:a2::/48", "FR", "Bordeaux", 44.84, -0.58,
       64501, "Mobile Deux"},
      {travel, "198.51.100.", 129, 142, "198.51.100.128/28", "US", "Boston", 42.36, -71.06, 64502,
       "Harbor Hotel Networks"},
      {travel, "2001:db8:5a7::", 0x10, 0xffe, "2001:db8:5a7::/48", "GB", "London", 51.51, -0.13,
       64503, "Orbit Satellite Internet"},
      {partner_mail, "203.0.113.", 193, 222, "203.0.113.192/27", "FR", "Paris", 48.86, 2.35, 64504,
       "Messagerie Partenaires"},
      {provider, "2001:db8:8075::", 0x10, 0xffe, "2001:db8:8075::/48", "IE", "Dublin", 53.35, -6.26,
       8075, "MICROSOFT-CORP-MSN-AS-BLOCK"},
      {lure, "203.0.113.", 1, 14, "203.0.113.0/28", "FR", "Roubaix", 50.69, 3.18, 64505,
       "Hébergement du Nord"},
      {residential, "203.0.113.", 17, 30, "203.0.113.16/28", "FR", "Toulouse", 43.60, 1.44, 64499,
       "Fibre Gamma"},
      {residential, "203.0.113.", 33, 46, "203.0.113.32/28", "FR", "Strasbourg", 48.57, 7.75, 64506,
       "Fibre Delta"},
      {residential, "203.0.113.", 49, 62, "203.0.113.48/28", "FR", "Lille", 50.63, 3.06, 64507,
       "Câble Nord"},
      {hosting, "203.0.113.", 129, 142, "203.0.113.128/28", "NL", "Amsterdam", 52.37, 4.90, 64508,
       "Polder Hosting"},
  };
}

static constexpr std::string_view desktop_agent =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/{}.0.0.0 Safari/537.36 Edg/{}.0.0.0";
static constexpr std::string_view android_agent =
    "Mozilla/5.0 (Linux; Android 14; {}) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/{}.0.0.0 Mobile Safari/537.36 PKeyAuth/1.0";
static constexpr std::string_view iphone_agent =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_{} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Mobile/15E148 PKeyAuth/1.0";

static Device desktop_of(Random& random, const std::string& place, std::size_t number) {
  Device device;
  device.id = random.guid();
  device.object_id = random.guid();
  device.name = fmt::format("{}-PC{:03}", lower(place.substr(0, 4)), number);
  const int version = random.between(122, 126);
  device.os = random.chance(70) ? "Windows 10" : "Windows 11";
  device.system = device.os == "Windows 10" ? "10.0.19045.4291" : "10.0.22631.3447";
  device.agent = fmt::format(fmt::runtime(desktop_agent), version, version);
  device.browser = fmt::format("Edge {}.0.0", version);
  device.joined = true;
  return device;
}

static Device phone_of(Random& random, const std::string& given) {
  Device device;
  device.id = random.guid();
  device.object_id = random.guid();
  if (random.chance(50)) {
    device.os = "Android 14";
    device.system = "14";
    device.name = fmt::format("SM-A{}6B", random.between(2, 5));
    device.agent = fmt::format(fmt::runtime(android_agent), device.name, random.between(122, 126));
    device.browser = "Chrome Mobile";
    return device;
  }
  const int version = random.between(2, 6);
  device.os = fmt::format("iOS 17.{}", version);
  device.system = fmt::format("17.{}", version);
  device.name = "iPhone de " + given;
  device.agent = fmt::format(fmt::runtime(iphone_agent), version);
  device.browser = "Mobile Safari";
  return device;
}

static Person person_from(World& world, Random& random, const names::Name& given,
                          const names::Name& family, std::size_t number) {
  Person person;
  person.given = given.written;
  person.family = family.written;
  person.alias = std::string(given.ascii) + '.' + std::string(family.ascii);
  person.upn = person.alias + '@' + world.domain;
  person.spelled = person.upn;
  person.spelled[0] = static_cast<char>(person.spelled[0] - 'a' + 'A');
  if (random.chance(85)) person.spelled = person.upn;
  person.id = random.guid();
  person.key = "10032001" + std::string(fmt::format("{:08X}", random.next() & 0xffffffffU));
  person.sid = fmt::format("S-1-5-21-1376570662-3565232716-1187618197-{}", 25622800 + number);
  person.mailbox_id = random.guid();
  person.folder_seed = random.token();
  const Network& home = world.network(Network::Use::home, random.below(4));
  person.home_address = home.address(random);
  person.mobile = random.below(2) * 3;
  person.desktop = desktop_of(random, world.place, number);
  person.phone = phone_of(random, person.given);
  return person;
}

static void name_people(World& world, Random random) {
  auto given = names::given;
  auto family = names::family;
  random.shuffle(given);
  random.shuffle(family);
  for (std::size_t i = 0; i < 30; ++i)
    world.people.push_back(person_from(world, random, given[i], family[i], i + 1));
}

// Who plays what; the order of the accounts in the exports says nothing of it.
static void cast_people(World& world, Random random) {
  std::vector<std::size_t> order(world.people.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  random.shuffle(order);
  std::size_t next = 0;
  for (std::size_t* part :
       {&world.accountant, &world.director, &world.administrator, &world.technician, &world.trainee,
        &world.manager, &world.communication, &world.finance, &world.secretary})
    *part = order[next++];
  for (; next < order.size(); ++next) world.people[order[next]].works_weekends = random.chance(30);
}

Result<World> World::from(std::uint64_t seed) {
  DIGUE_TRY(auto paris, Zone::named("Europe/Paris"));
  World world;
  world.seed = seed;
  Random random = Random(seed).fork("world");
  const auto& place = random.pick(names::places);
  world.place = place.written;
  world.hospital = "Centre hospitalier de " + world.place;
  world.domain = "ch-" + std::string(place.ascii) + ".example";
  world.tenant = random.guid();
  world.graph = random.guid();
  world.forest = fmt::format("FRAP264A{:03}.PROD.OUTLOOK.COM", random.between(1, 19));
  world.zone = paris;
  // A Monday of 2026 between January and October.
  const auto monday = from_civil_utc({2026, 1, 5});
  world.start = *monday + 7 * day_ms * random.between(0, 39);
  world.incident_day = 21 + random.between(1, 2);
  world.days = world.incident_day + 5;
  world.networks = networks_of(world.place);
  name_people(world, random.fork("people"));
  cast_people(world, random.fork("cast"));
  auto& director = world.people[world.director];
  director.travels_from = world.incident_day - random.between(1, 12);
  director.travels_to = director.travels_from + random.between(3, 5);
  return world;
}

const Network& World::network(Network::Use use, std::size_t nth) const {
  const Network* last = &networks.front();
  for (const auto& candidate : networks) {
    if (candidate.use != use) continue;
    last = &candidate;
    if (nth-- == 0) break;
  }
  return *last;
}

// Prefixes overlap within a /24: the number decides.
const Network* World::network_of(std::string_view address) const {
  for (const auto& network : networks) {
    if (!address.starts_with(network.prefix)) continue;
    const auto number = address.substr(network.prefix.size());
    int value = -1;
    const int base = network.prefix.back() == ':' ? 16 : 10;
    std::from_chars(number.data(), number.data() + number.size(), value, base);
    if (value >= network.first && value <= network.last) return &network;
  }
  return nullptr;
}

Instant World::at(int day, int hour, int minute, int second) const {
  const Instant naive =
      start + day * day_ms + hour * hour_ms + minute * minute_ms + second * second_ms;
  return naive - zone.offset_minutes(naive - hour_ms) * minute_ms;
}

std::string World::office_address(Random& random) const {
  return network(Network::Use::office).address(random);
}

// Mobile operators give an address of another town at each connection.
std::string World::mobile_address(const Person& person, Random& random) const {
  const std::size_t nth = person.mobile + random.below(3);
  return network(Network::Use::mobile, nth).address(random);
}

std::string World::session(const Person& person, std::string_view device, int day) const {
  return Random(seed).fork(fmt::format("session {} {} {}", person.upn, device, day / 7)).guid();
}

std::string World::outsider(Random& random) const {
  const std::string box(random.pick(names::partner_boxes));
  return box + '@' + std::string(random.pick(names::partners));
}

}  // namespace digue::exercise
