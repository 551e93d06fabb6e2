#include "read/said.h"

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "base/url.h"

namespace digue::read {

std::optional<Part> part_named(std::string_view name) {
  static constexpr std::array<std::string_view, part_count> names = {
      "time",      "day",     "clock",        "zone",      "account",     "target",
      "object",    "address", "device",       "session",   "application", "agent",
      "operation", "host",    "outcome",      "code",      "destination", "url",
      "method",    "referer", "content_type", "bytes_out", "bytes_in"};
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Part>(found - names.begin());
}

void Said::clear() {
  action = event::Action::other;
  verdict = event::Verdict::unknown;
  parts_.fill({});
  details_.clear();
}

event::Verdict verdict_of_word(std::string_view word) {
  // FortiGate, Stormshield, Palo Alto, Zscaler, Cisco, Bitdefender and the like.
  static constexpr auto refused =
      std::to_array<std::string_view>({"deny",           "denied",           "block",
                                       "blocked",        "failure",          "failed",
                                       "fail",           "ssl-login-fail",   "drop",
                                       "dropped",        "reject",           "rejected",
                                       "refused",        "reset-both",       "reset-client",
                                       "reset-server",   "block-url",        "block-ip",
                                       "block-continue", "block-override",   "drop-icmp",
                                       "drop-packet",    "drop-all-packets", "random-drop",
                                       "sinkhole",       "negotiate-error"});
  static constexpr auto passed = std::to_array<std::string_view>(
      {"accept", "accepted", "pass", "passthrough", "allow", "allowed", "permit", "permitted", "ok",
       "success", "succeeded", "successful", "tunnel-up", "close", "server-rst", "client-rst",
       "alert", "continue", "granted"});
  const auto is = [&](std::string_view one) { return equal_ignoring_case(one, word); };
  if (std::any_of(refused.begin(), refused.end(), is)) return event::Verdict::failure;
  if (std::any_of(passed.begin(), passed.end(), is)) return event::Verdict::success;
  return event::Verdict::unknown;
}

event::Verdict verdict_of_cleaning(std::string_view words) {
  static constexpr auto left = std::to_array<std::string_view>(
      {"not ",    "non ",   "unable",  "fail",      "échec",         "echec", "impossible",
       "ignor",   "allow",  "autoris", "no action", "aucune action", "left",  "pass",
       "monitor", "report", "still",   "detected",  "alert",         "error"});
  static constexpr auto cleaned = std::to_array<std::string_view>(
      {"clean", "nettoy",    "delet",     "supprim",  "quarant",   "block",     "bloqu",
       "remov", "disinfect", "désinfect", "cured",    "prevent",   "reset",     "drop",
       "deny",  "denied",    "terminat",  "resolved", "mitigated", "neutralis", "kill"});
  const auto says = [&](std::string_view one) { return contains_ignoring_case(words, one); };
  if (std::any_of(left.begin(), left.end(), says)) return event::Verdict::failure;
  if (std::any_of(cleaned.begin(), cleaned.end(), says)) return event::Verdict::success;
  return event::Verdict::unknown;
}

event::Verdict verdict_of(const Said& said) {
  if (said.verdict != event::Verdict::unknown) return said.verdict;
  const auto word = said[Part::outcome];
  return said.action == event::Action::malware_found ? verdict_of_cleaning(word)
                                                     : verdict_of_word(word);
}

// Nothing but an address, with its port or not.
static bool is_address_only(std::string_view host) {
  return host.find_first_not_of("0123456789.:") == host.npos ||
         std::count(host.begin(), host.end(), ':') > 1;
}

// "evil.example/a", "http://evil.example"; not "/a" or "facture.zip".
static bool names_host(std::string_view url) {
  return !url.starts_with('/') && url.find('/') != url.npos;
}

std::string_view destination_of(std::string_view host, std::string_view url) {
  if (names_host(url) && is_address_only(host)) return host_of_url(url);
  if (std::count(host.begin(), host.end(), ':') > 1 && !host.starts_with('[')) return host;
  if (!host.empty()) return host_of_url(host);
  return url.starts_with('/') ? std::string_view() : host_of_url(url);
}

static void tell_traffic(Filler& filler, const Said& said) {
  Traffic traffic;
  traffic.is_question = said.action == event::Action::name_looked_up;
  traffic.destination = traffic.is_question
                            ? said[Part::object]
                            : destination_of(said[Part::destination], said[Part::url]);
  if (traffic.destination.empty()) return;
  traffic.client = said[Part::address].empty() ? said[Part::host] : said[Part::address];
  traffic.account = said[Part::account];
  traffic.refused = verdict_of(said) == event::Verdict::failure;
  traffic.status = whole_number<std::int32_t>(said[Part::code]).value_or(0);
  traffic.url = said[Part::url];
  traffic.method = said[Part::method];
  traffic.agent = said[Part::agent];
  traffic.content_type = said[Part::content_type];
  if (!said[Part::referer].empty()) traffic.referer = said[Part::referer];
  traffic.bytes_out = whole_number(said[Part::bytes_out]);
  traffic.bytes_in = whole_number(said[Part::bytes_in]);
  filler.traffic(traffic);
}

static void fill_texts(Filler& filler, const Said& said) {
  auto& event = filler.event();
  event.target = filler.name(said[Part::target]);
  event.object = filler.text(said[Part::object]);
  event.session = filler.text(said[Part::session]);
  event.application = filler.name(said[Part::application]);
  event.agent = filler.text(said[Part::agent]);
  for (const auto& [name, value, is_apart] : said.details())
    is_apart ? filler.detail_apart(name, value) : filler.detail(name, value);
}

// The client machine's name, also where a name stands in the place of its address.
static std::string_view host_of(Filler& filler, const Said& said) {
  const auto host = said[Part::host];
  if (!host.empty() || filler.address(said[Part::address]) != event::no_symbol) return host;
  return said[Part::address];
}

void fill_event(Filler& filler, const Said& said, const ReadDate& when) {
  auto& event = filler.event();
  event.time = when.time;
  event.time_is_local = when.is_local;
  event.action = said.action;
  tell_traffic(filler, said);
  if (event.family == event::Family::none && !filler.is_kept()) return;
  event.verdict = verdict_of(said);
  event.operation = filler.text(said[Part::operation]);
  event.account = filler.name(said[Part::account]);
  event.address = filler.address(said[Part::address]);
  event.device = filler.name(said[Part::device]);
  event.error_code = whole_number<std::int32_t>(said[Part::code]).value_or(0);
  filler.detail_unless_empty("Host", lower(host_of(filler, said)));
  if (said.action != event::Action::other) fill_texts(filler, said);
}

event::Event& add_event(Filler& filler, const Line& line, const Said& said, const ReadDate& when) {
  auto& event = begin_event(filler, line);
  fill_event(filler, said, when);
  return event;
}

}  // namespace digue::read
