// Who received the link of a phishing mail, who opened it, who sent a form there: user by user, out
// of what mail servers, proxies, firewalls and name servers say (docs/decisions/0018).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detect/scene.h"
#include "finding/link_user.h"

namespace digue::detect {

// What is asked about: the link, or its site, and who sent it.
struct Lure {
  std::string link;                  // as given
  std::string site;                  // its host, lower case
  std::vector<std::string> senders;  // mail addresses, lower case; may be empty
};

// Refangs hxxp and [.]; nothing when there is no host.
std::optional<Lure> lure_of(std::string_view link, const std::vector<std::string>& senders);

// By user.  Requests to the site are events `web_request` whose `Why` is `link`: the readers keep
// all of them when the analysis is asked about a site.  The mail gateway's own visit of the link is
// no user's; a client that a VPN session had its address from is that user.  What no hand did is
// told (detect/link_robots.h), machines are named (detect/client_names.h).
std::vector<finding::LinkUser> link_users(const Scene& scene, const Lure& lure);

}  // namespace digue::detect
