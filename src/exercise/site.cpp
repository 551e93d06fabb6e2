#include "exercise/site.h"

#include <fmt/core.h>
#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"

namespace digue::exercise {

std::string Host::lower_name() const {
  return lower(full);
}

namespace {

constexpr std::array<std::string_view, 24> servers = {"www.service-public.example",
                                                      "annuaire-sante.example",
                                                      "www.meteo-locale.example",
                                                      "actualites.example",
                                                      "www.mutuelle-aubier.example",
                                                      "portail-marches.example",
                                                      "cdn.pages-rapides.example",
                                                      "www.pharma-atlas.example",
                                                      "moteur-recherche.example",
                                                      "www.transports-locaux.example",
                                                      "formation-continue.example",
                                                      "mises-a-jour.editeur.example",
                                                      "www.imagerie-delta.example",
                                                      "cartes.example",
                                                      "agenda-partage.example",
                                                      "www.universite-rive.example",
                                                      "encyclopedie.example",
                                                      "ars-region.example",
                                                      "traduction.example",
                                                      "www.journal-du-soir.example",
                                                      "visio.example",
                                                      "depot-logiciels.example",
                                                      "www.laboratoire-orion.example",
                                                      "emploi-public.example"};

std::string upper_letters(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '-') out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out.substr(0, 15);
}

void become_town_hall(World& world) {
  world.hospital = "Mairie de " + world.place;
  world.domain = "mairie" + world.domain.substr(world.domain.find('-'));
  for (auto& person : world.people) {
    person.upn = person.alias + '@' + world.domain;
    person.spelled = person.upn;
  }
}

void add_servers(Site& site) {
  using enum Host::Role;
  const struct {
    Host::Role role;
    std::string_view name;
    int number;
  } rows[] = {
      {controller, "SRV-AD1", 10},   {files, "SRV-FICHIERS", 20},
      {backup, "SRV-SAUV", 30},      {records, site.town_hall ? "SRV-ETATCIVIL" : "SRV-DPI", 40},
      {desktops, "SRV-BUREAUX", 50}, {mail_filter, "SRV-FILTRE", 6}};
  for (const auto& row : rows)
    site.hosts.push_back({row.role, std::string(row.name),
                          fmt::format("{}.{}", row.name, site.world.domain),
                          fmt::format("10.20.0.{}", row.number)});
}

void add_workstations(Site& site) {
  int number = 10;
  for (const auto& person : site.world.people) {
    const std::string name = upper_letters(person.desktop.name.substr(0, 4)) +
                             person.desktop.name.substr(person.desktop.name.find("-PC"));
    site.hosts.push_back({Host::Role::workstation, name,
                          fmt::format("{}.{}", name, site.world.domain),
                          fmt::format("10.20.1.{}", ++number), &person});
  }
}

}  // namespace

Result<Site> Site::from(std::uint64_t seed) {
  Site site;
  DIGUE_TRY(site.world, World::from(seed));
  site.town_hall = seed % 3 == 0;
  if (site.town_hall) become_town_hall(site.world);
  site.netbios = upper_letters(site.world.domain.substr(0, site.world.domain.find('.')));
  Random random = Random(seed).fork("site");
  const auto part = [&] { return random.next() & 0x7fffffffU; };
  site.domain_sid = fmt::format("S-1-5-21-{}-{}-{}", part(), part(), part());
  add_servers(site);
  add_workstations(site);
  return site;
}

const Host& Site::host(Host::Role role) const {
  return *std::find_if(hosts.begin(), hosts.end(),
                       [&](const Host& host) { return host.role == role; });
}

const Host& Site::workstation_of(const Person& person) const {
  return *std::find_if(hosts.begin(), hosts.end(),
                       [&](const Host& host) { return host.owner == &person; });
}

std::string Site::sid(std::uint32_t relative) const {
  return fmt::format("{}-{}", domain_sid, relative);
}

Account Site::account_of(const Person& person) const {
  const auto number = static_cast<std::uint32_t>(&person - world.people.data());
  return {person.alias, sid(1104 + number), &person};
}

Account Site::administrator_account(const Person& person) const {
  const auto number = static_cast<std::uint32_t>(&person - world.people.data());
  return {"adm-" + person.alias.substr(person.alias.find('.') + 1), sid(1504 + number), &person};
}

std::string Site::lower_account(const Account& account) const {
  return lower(netbios) + '\\' + account.name;
}

std::vector<std::string> Site::names_of(const Person& person) const {
  return {person.upn, person.alias, lower_account(account_of(person))};
}

std::size_t Site::choice(std::size_t count, std::size_t stride) const {
  return static_cast<std::size_t>(world.seed / stride) % count;
}

Site::Server Site::some_server(Random& random) const {
  const std::size_t number = random.below(servers.size());
  return {servers[number], fmt::format("198.51.100.{}", 200 + number)};
}

}  // namespace digue::exercise
