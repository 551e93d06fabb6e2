// What one user had to do with the link of a phishing mail: received, opened, posted...  Plain
// values; safe to copy between threads.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "finding/finding.h"

namespace digue::finding {

// Why opening was probably no person's act; `unknown`: nothing says so.
enum class Opener : std::uint8_t {
  unknown,
  many_recipients,  // it opens links that bear several people's addresses
  with_deliveries,  // its visits keep time with the deliveries
  before_all,       // it opens the link before anybody had the message
  soon,             // a named user's only visit, seconds after the delivery: a program may have
};
// "recipients", "deliveries", "before", "soon"; "" for unknown.
std::string_view opener_name(Opener opener);

struct LinkUser {
  // Without domain, lower case; the client's address where no log names anybody.
  std::string user;
  // The first time of each; unknown when no log tells of it.
  Instant received;    // a message of the lure's sender
  Instant resolved;    // the site's name asked of a name server
  Instant blocked;     // a request that the proxy or the firewall refused
  Instant tunnelled;   // a connection whose content the log does not show (HTTPS, a firewall)
  Instant opened;      // a page of the site
  Instant posted;      // a form sent there: probably a password
  Instant downloaded;  // a program, an archive, a document with macros...
  Instant replied;     // a message to the lure's sender
  bool time_is_local = false;          // one of them is as the log wrote it, in a zone nobody told
  std::vector<std::string> addresses;  // of the machines, sorted
  std::vector<std::string> machines;   // their names, where Windows logons tell them; sorted
  Opener opener = Opener::unknown;
  std::vector<EvidenceRow> evidence;  // in time order, link_evidence_cap at most; a
                                      // machine's name comes after the request
};
inline constexpr std::size_t link_evidence_cap = 50;

// The gravest of what the user did, as the contract writes it, in this order: "posted",
// "downloaded", "replied", "opened", "tunnelled", "blocked", "resolved", "received".
std::string_view link_status(const LinkUser& user);

// One JSON object (docs/command-line.md).
std::string to_json(const LinkUser& user, std::string_view link, std::span<const Source> sources);

}  // namespace digue::finding
