// C8: what somebody decided to block.  Never what is ours, nor what serves half the country.
#include <algorithm>
#include <array>

#include "base/hex.h"
#include "base/text.h"
#include "base/url.h"
#include "event/event.h"
#include "produce/containment/part.h"
#include "produce/containment/sentences.h"

namespace digue::produce::containment {

static constexpr Template read_list{"Get-TenantAllowBlockListItems -ListType {0}"};
static constexpr Template the_value{"{0}"};
static constexpr Template block{
    "New-TenantAllowBlockListItems -ListType {0} -Block -Entries @($_) -ExpirationDate "
    "((Get-Date).ToUniversalTime().AddDays(7)) -Notes {1}"};
static constexpr Template find_blocked{"Get-TenantAllowBlockListItems -ListType {0} -Entry {1}"};
static constexpr Template unblock{"Remove-TenantAllowBlockListItems -ListType {0} -Entries @({1})"};
static constexpr Template read_filter{"Get-HostedConnectionFilterPolicy -Identity 'Default'"};
static constexpr Template block_address{
    "Set-HostedConnectionFilterPolicy -Identity 'Default' -IPBlockList @{ Add = {0} }"};
static constexpr Template unblock_address{
    "Set-HostedConnectionFilterPolicy -Identity 'Default' -IPBlockList @{ Remove = {0} }"};

// Public mail of the French and of the world's largest providers.
static constexpr std::array<std::string_view, 22> shared_domains = {
    "gmail.com",   "googlemail.com", "outlook.com", "outlook.fr",   "hotmail.com", "hotmail.fr",
    "live.com",    "live.fr",        "msn.com",     "yahoo.com",    "yahoo.fr",    "icloud.com",
    "proton.me",   "protonmail.com", "orange.fr",   "wanadoo.fr",   "free.fr",     "sfr.fr",
    "laposte.net", "bbox.fr",        "gmx.fr",      "microsoft.com"};

static bool is_hash(std::string_view text) {
  return text.size() == 64 && is_hex(text);
}

// The lists that Exchange Online keeps; IPv4 goes to the connection filter instead.
static std::string list_of(std::string_view value) {
  if (is_hash(value)) return "FileHash";
  if (value.find('@') != std::string_view::npos) return "Sender";
  if (value.find('/') != std::string_view::npos) return "Url";
  if (!event::canonical_address(value).empty()) return "IP";
  return "Sender";
}

static bool is_ipv4(std::string_view value) {
  const std::string address = event::canonical_address(value);
  return !address.empty() && address.find(':') == std::string::npos;
}

static std::string_view domain_of(std::string_view value) {
  const auto at = value.rfind('@');
  const bool is_mail = at != std::string_view::npos && value.find("://") == std::string_view::npos;
  return is_mail ? value.substr(at + 1) : host_of_url(value);
}

static bool is_within(std::string_view domain, std::string_view parent) {
  return equal_ignoring_case(domain, parent) ||
         (domain.size() > parent.size() && domain[domain.size() - parent.size() - 1] == '.' &&
          equal_ignoring_case(domain.substr(domain.size() - parent.size()), parent));
}

static bool is_own(const Request& request, std::string_view value) {
  return std::any_of(request.own_domains.begin(), request.own_domains.end(),
                     [&](const std::string& own) { return is_within(domain_of(value), own); });
}

static bool is_shared(std::string_view value) {
  return std::any_of(shared_domains.begin(), shared_domains.end(),
                     [&](std::string_view domain) { return equal_ignoring_case(value, domain); });
}

static Action block_action(const Request& request, const std::string& value) {
  if (is_own(request, value)) return task_of(tell<sentences::never_block_own>(shown(value)));
  if (is_shared(value)) return task_of(tell<sentences::never_block_shared>(shown(value)));
  if (is_ipv4(value))
    return action_of({tell<sentences::block_address>(shown(value)), write<read_filter>(),
                      write<block_address>(value)},
                     {tell<sentences::unblock_address>(shown(value)), write<read_filter>(),
                      write<unblock_address>(value)});
  const std::string list = list_of(value);
  const Message note = tell<sentences::block_note>(shown(request.incident));
  return action_of({tell<sentences::block_value>(shown(value)), write<the_value>(value),
                    write<block>(list, note.in(request.language))},
                   {tell<sentences::unblock_value>(shown(value)), write<find_blocked>(list, value),
                    write<unblock>(list, value)});
}

Part mail_flow_part(const Request& request) {
  Part part;
  part.measure = Measure::mail_flow;
  part.title = tell<sentences::flow_title>();
  part.impact = tell<sentences::flow_impact>();
  part.modules = {std::string(exchange_module)};
  for (const std::string& value : request.blocked) {
    const std::string list = list_of(value);
    if (is_ipv4(value))
      add_saving(part, "connection-filter", write<read_filter>(), as_message(shown(value)));
    else
      add_saving(part, "blocked-" + lower(list), write<read_list>(list), as_message(shown(value)));
    part.actions.push_back(block_action(request, value));
  }
  return part;
}

}  // namespace digue::produce::containment
