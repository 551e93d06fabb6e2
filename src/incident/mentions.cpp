#include "incident/mentions.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "base/url.h"
#include "indicator/address.h"

namespace digue::incident {

namespace {

using indicator::Kind;

// Mail that anyone may have: an account there says nothing of the domain's owner.
constexpr std::array<std::string_view, 24> everyones_mail = {
    "gmail.com", "googlemail.com", "outlook.com", "outlook.fr",     "hotmail.com", "hotmail.fr",
    "live.com",  "live.fr",        "msn.com",     "yahoo.com",      "yahoo.fr",    "icloud.com",
    "aol.com",   "orange.fr",      "wanadoo.fr",  "free.fr",        "sfr.fr",      "neuf.fr",
    "bbox.fr",   "laposte.net",    "proton.me",   "protonmail.com", "gmx.com",     "gmx.fr"};

std::string domain_of(std::string_view mail) {
  const auto at = mail.rfind('@');
  return at == std::string_view::npos ? std::string() : lower(mail.substr(at + 1));
}

bool is_private(const indicator::Address& address) {
  const auto& b = address.bytes;
  if (address.is_v6)
    return (b[0] & 0xfe) == 0xfc || (b[0] == 0xfe && (b[1] & 0xc0) == 0x80) ||
           indicator::address_text(address) == "::1";
  return b[0] == 10 || b[0] == 127 || (b[0] == 172 && (b[1] & 0xf0) == 16) ||
         (b[0] == 192 && b[1] == 168) || (b[0] == 169 && b[1] == 254);
}

// What is known to be ours.
class Ours {
 public:
  Ours(const State& state, const organisation::Organisation* organisation)
      : state_(state), organisation_(organisation) {
    for (const auto& [name, host] : state.hosts) names_.hosts.insert(name);
    for (const auto& [name, account] : state.accounts) add_account(name);
    if (organisation == nullptr) return;
    for (const auto& domain : organisation->domains) domains_.insert(lower(domain));
    for (const auto& name : organisation->administrators) names_.accounts.insert(lower(name));
    for (const auto& system : organisation->registry.systems)
      if (system.name.find(' ') == std::string::npos) names_.hosts.insert(lower(system.name));
  }

  const indicator::KnownNames& names() const { return names_; }

  MentionRole role_of(const indicator::Indicator& what) const {
    switch (what.kind) {
      case Kind::account:
        return MentionRole::account;
      case Kind::mail:
        return names_.accounts.contains(what.value) || is_our_domain(domain_of(what.value))
                   ? MentionRole::account
                   : MentionRole::indicator;
      case Kind::host:
        return MentionRole::host;
      case Kind::domain:
        return is_our_domain(what.value) ? MentionRole::ours : MentionRole::indicator;
      case Kind::url:
        return is_our_domain(host_of_url(what.value)) ? MentionRole::ours : MentionRole::indicator;
      case Kind::address:
      case Kind::range:
        return role_of_network(what);
      case Kind::sha256:
        return state_.evidence.contains(what.value) ? MentionRole::evidence
                                                    : MentionRole::indicator;
      default:
        return MentionRole::indicator;
    }
  }

 private:
  void add_account(const std::string& name) {
    names_.accounts.insert(name);
    const auto domain = domain_of(name);
    if (!domain.empty() &&
        std::find(everyones_mail.begin(), everyones_mail.end(), domain) == everyones_mail.end())
      domains_.insert(domain);
  }
  // The domain, or one under it.
  bool is_our_domain(std::string_view domain) const {
    while (true) {
      if (domains_.contains(domain)) return true;
      const auto dot = domain.find('.');
      if (dot == std::string_view::npos) return false;
      domain.remove_prefix(dot + 1);
    }
  }
  MentionRole role_of_network(const indicator::Indicator& what) const {
    const bool alone = what.kind == Kind::address;
    const auto first = what.value.substr(0, what.value.find_first_of("/-"));
    const auto address = indicator::parse_address(first);
    if (address && is_private(*address)) return alone ? MentionRole::host : MentionRole::ours;
    const bool known = organisation_ != nullptr && any_holds(organisation_->known_networks, first);
    return known ? MentionRole::ours : MentionRole::indicator;
  }

  const State& state_;
  const organisation::Organisation* organisation_;
  indicator::KnownNames names_;
  std::set<std::string, std::less<>> domains_;
};

void add_once(std::vector<std::string>& list, const std::string& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

}  // namespace

std::string_view role_name(MentionRole role) {
  static constexpr std::array<std::string_view, 5> names = {"account", "host", "evidence", "ours",
                                                            "indicator"};
  return names[static_cast<std::size_t>(role)];
}

std::vector<Mention> mentions_in(std::string_view text, const State& state,
                                 const organisation::Organisation* organisation) {
  const Ours ours(state, organisation);
  std::vector<Mention> mentions;
  std::set<indicator::Indicator> seen;
  std::size_t kept = 0;
  for (auto& match : indicator::recognise(text, ours.names()).matches) {
    if (!seen.insert(match.indicator).second) continue;
    const auto role = ours.role_of(match.indicator);
    const bool keep = match.sure && role != MentionRole::ours && kept < max_mentions;
    if (keep) ++kept;
    mentions.push_back({std::move(match), role, keep});
  }
  return mentions;
}

void keep_mentions(const std::vector<Mention>& mentions, logbook::References& references) {
  for (const auto& mention : mentions) {
    if (!mention.kept) continue;
    const auto& value = mention.match.indicator.value;
    switch (mention.role) {
      case MentionRole::account:
        add_once(references.accounts, value);
        break;
      case MentionRole::host:
        add_once(references.hosts, value);
        break;
      case MentionRole::evidence:
        add_once(references.evidence, value);
        break;
      case MentionRole::indicator:
        add_once(references.indicators, value);
        break;
      case MentionRole::ours:
        break;
    }
  }
}

}  // namespace digue::incident
