// How the products of a site write facts down: one table a kind of fact, one row a product.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "exercise/logs/facts.h"

namespace digue::exercise::logs {

// What a product tells of a request beside who went to which host.
enum Tells : std::uint8_t {
  only_hosts = 0,
  within_tls = 1,  // it opens TLS: what was asked, and not the server's name only
  referers = 2,    // from which page a page was asked for
  sent_bytes = 4   // what was sent, and not only what came back
};

template <class Fact>
struct Pen {
  std::string_view format;  // as an analysis names it (docs/formats.md)
  std::string_view file;    // within the evidence
  std::string (*line)(const Site& site, const Fact& fact);  // whole, with its ends of lines
  std::string (*head)(const Site& site, Instant first) = nullptr;
  int tells = only_hosts;  // of Tells
  // Its entry of a mapping file, when it has no format of its own.
  const std::string_view* mapping = nullptr;
  std::string_view between = {}, foot = {};
};

std::span<const Pen<WebRequest>> web_pens();
// Whether the site's proxy opens TLS, tells referers.
bool sees_within_tls(const Site& site);
bool tells_referers(const Site& site);
// Whether a product of the site counts what is sent: Squid and its like count what comes back only,
// and pfSense nothing.
bool counts_sent_bytes(const Site& site);
std::span<const Pen<Flow>> flow_pens();
std::span<const Pen<VpnAct>> vpn_pens();
std::span<const Pen<NameQuestion>> name_pens();
std::span<const Pen<Delivery>> mail_pens();
// Of the mail server of the same place in mail_pens().
std::span<const Pen<MailboxAct>> mailbox_pens();
std::span<const Pen<MachineAct>> machine_pens();
std::span<const Pen<Alert>> alert_pens();

// Writes every kind of fact of which there is any, each by the product that the site has.  Facts
// are put in time order.  How many lines there are.  When Digue does not know a product, its
// mapping is in `mapping.yaml` beside the evidence.
Result<std::uint64_t> write_logs(const Site& site, Facts facts,
                                 const std::filesystem::path& evidence);

}  // namespace digue::exercise::logs
