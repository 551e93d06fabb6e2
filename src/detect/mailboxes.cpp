#include "detect/mailboxes.h"

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

#include "base/hex.h"
#include "base/text.h"
#include "detect/draft.h"
#include "detect/mail_address.h"

namespace digue::detect {

static bool names_mailbox(event::Action action) {
  return action == event::Action::inbox_rule_state || action == event::Action::forwarding_state ||
         action == event::Action::mailbox_permission_state ||
         action == event::Action::inbox_rule_set || action == event::Action::forwarding_set;
}

void Mailboxes::learn() const {
  std::vector<bool> named(trail_.symbols.size());
  for (const auto& event : trail_.events) {
    if (event.time.known()) named[event.account] = true;
    if (names_mailbox(event.action)) named[event.target] = true;
  }
  for (event::Symbol symbol = 1; symbol < named.size(); ++symbol)
    if (named[symbol]) learn(trail_.text(symbol));
}

// Two addresses of one alias: the smaller in the alphabet, so that the order of rows never shows.
void Mailboxes::learn(std::string_view address) const {
  if (domain_of(address).empty()) return;
  auto& known = by_alias_[lower(local_part_of(address))];
  if (known.empty() || address < known) known = lower(address);
}

// Exchange makes unique aliases by a suffix: "martin_b5cd7fb7af".
static std::string_view without_suffix(std::string_view alias) {
  const auto mark = alias.rfind('_');
  if (mark == std::string_view::npos || alias.size() - mark != 11) return alias;
  const auto suffix = alias.substr(mark + 1);
  return is_hex(suffix) ? alias.substr(0, mark) : alias;
}

static std::string_view last_part(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

const std::string* Mailboxes::find(std::string_view alias) const {
  if (!std::exchange(learnt_, true)) learn();
  const auto found = by_alias_.find(lower(alias));
  return found == by_alias_.end() ? nullptr : &found->second;
}

std::string Mailboxes::resolve(std::string_view name) const {
  name = trimmed(name);
  if (name.find('@') != std::string_view::npos && name.find('/') == std::string_view::npos)
    return lower(name);
  const auto alias = last_part(name);
  if (const auto* address = find(alias)) return *address;
  if (const auto* address = find(without_suffix(alias))) return *address;
  return lower(alias);
}

bool Mailboxes::knows(std::string_view name) const {
  return resolve(name).find('@') != std::string::npos;
}

static bool is_number(std::string_view name) {
  return name.size() == 36 && name[8] == '-' && name[23] == '-';
}

// An alias that nobody is known by is the actor's own where it resembles the actor's address;
// a bare number says nothing, and a person's own mailbox is then the likeliest.
std::string Mailboxes::of(const event::Event& event) const {
  const auto target = trail_.text(event.target);
  const auto account = trail_.text(event.account);
  if (target.empty()) return std::string(account);
  if (knows(target) || is_system(account)) return resolve(target);
  const auto alias = last_part(target);
  const bool own = equal_ignoring_case(without_suffix(alias), local_part_of(account));
  return own || is_number(alias) ? std::string(account) : resolve(target);
}

}  // namespace digue::detect
