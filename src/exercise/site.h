// An organisation with a network of its own, for the exercises of logs: a hospital or a town hall,
// its servers and workstations, the domain of its directory, and the products that it bought.  Made
// from the seed alone.  Plain values.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exercise/world.h"

namespace digue::exercise {

struct Host {
  enum class Role : std::uint8_t {
    controller,  // of the domain
    files,
    backup,
    records,      // patients' or citizens' records
    desktops,     // where remote workers open a session
    mail_filter,  // not a Windows server
    workstation
  };
  Role role = Role::workstation;
  std::string name;               // "SRV-AD1"
  std::string full;               // "SRV-AD1.ch-valmont.example"
  std::string address;            // private
  const Person* owner = nullptr;  // of a workstation

  bool is_windows_server() const { return role != Role::mail_filter && role != Role::workstation; }
  std::string lower_name() const;  // as an analysis names it: "srv-ad1.ch-valmont.example"
};

// An account of the directory.
struct Account {
  std::string name;  // "helene.martineau", "adm-martineau"
  std::string sid;
  const Person* who = nullptr;
};

// Hosts point into the people of the world: moved, never copied.
struct Site {
  Site() = default;
  Site(Site&&) = default;
  Site& operator=(Site&&) = default;

  World world;
  bool town_hall = false;
  std::string netbios;     // "CHVALMONT"
  std::string domain_sid;  // "S-1-5-21-..."
  std::vector<Host> hosts;

  static Result<Site> from(std::uint64_t seed);

  // The first of a role; there is one of each.
  const Host& host(Host::Role role) const;
  const Host& workstation_of(const Person& person) const;
  Account account_of(const Person& person) const;
  // The second account of those who administer.
  Account administrator_account(const Person& person) const;
  // "chvalmont\adm-martineau", as an analysis names it
  std::string lower_account(const Account& account) const;
  // Every way in which logs name the person.
  std::vector<std::string> names_of(const Person& person) const;
  std::string sid(std::uint32_t relative) const;
  // Which of `count` products it has: consecutive seeds go through all of them.
  std::size_t choice(std::size_t count, std::size_t stride = 1) const;
  // A server of the Internet that everyone may go to: its name, and its address.
  struct Server {
    std::string_view name;
    std::string address;
  };
  Server some_server(Random& random) const;
};

}  // namespace digue::exercise
