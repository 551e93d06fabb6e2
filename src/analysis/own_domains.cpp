#include "analysis/own_domains.h"

#include <map>
#include <set>

#include "base/text.h"

namespace digue::analysis {

// A trace of messages names outsiders as senders; state exports name them as trustees.
static bool names_insiders(event::Family family) {
  return family == event::Family::audit_log || family == event::Family::sign_ins ||
         family == event::Family::directory_audit;
}

// "" for what is no account of the tenant: a system, a service, a guest.
static std::string_view domain_of(std::string_view account) {
  const auto at = account.rfind('@');
  if (at == std::string_view::npos || account.find(' ') != std::string_view::npos) return {};
  if (account.find("#ext#") != std::string_view::npos) return {};
  return account.substr(at + 1);
}

std::vector<std::string> guess_own_domains(const event::Trail& trail) {
  std::set<event::Symbol> accounts;
  for (const auto& event : trail.events)
    if (names_insiders(event.family) && event.account != event::no_symbol)
      accounts.insert(event.account);
  std::map<std::string, std::size_t> members;
  std::size_t total = 0, most = 0;
  for (const auto account : accounts) {
    const auto domain = domain_of(trail.text(account));
    if (domain.empty()) continue;
    most = std::max(most, ++members[lower(domain)]);
    ++total;
  }
  std::vector<std::string> own;
  for (const auto& [domain, count] : members)
    if (count == most || count * 10 >= total) own.push_back(domain);
  return own;
}

}  // namespace digue::analysis
