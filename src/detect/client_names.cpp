#include "detect/client_names.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "detect/windows_logons.h"

namespace digue::detect {

namespace {

std::string upper(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  return out;
}

std::string_view without_slashes(std::string_view name) {
  while (name.starts_with('\\')) name.remove_prefix(1);
  return name;
}

// The machine that the event comes from; "" when it does not say.
std::string name_in(const Scene& scene, const event::Event& event) {
  auto account = bare_account(scene.text(event.account));
  account = account.substr(0, account.find('@'));
  if (account.size() > 1 && account.ends_with('$'))
    return upper(account.substr(0, account.size() - 1));
  if (event.action != event::Action::logon || scene.trail.detail(event, "LogonType") != "3")
    return {};
  const auto name = without_slashes(scene.trail.detail(event, "WorkstationName"));
  return name == "-" ? std::string() : upper(name);
}

}  // namespace

ClientNames::ClientNames(const Scene& scene) {
  std::vector<std::uint32_t> events;
  for (const auto action : {event::Action::logon, event::Action::credentials_checked})
    events.insert(events.end(), scene.of(action).begin(), scene.of(action).end());
  scene.put_in_order(events);
  for (const auto index : events) {
    const auto& event = scene.event(index);
    const auto address = scene.text(event.address);
    const bool tells = event.family == event::Family::windows_log && event.time.known() &&
                       event.verdict != event::Verdict::failure && !address.empty() &&
                       !is_loopback(address);
    if (!tells) continue;
    if (auto name = name_in(scene, event); !name.empty())
      by_address_[address].push_back({event.time, std::move(name), index});
  }
}

ClientNames::Told ClientNames::name_of(std::string_view address, Instant moment) const {
  const auto found = by_address_.find(address);
  if (found == by_address_.end() || !moment.known()) return {};
  const auto before = [](const Sighting& one, Instant time) { return one.time < time; };
  const auto& all = found->second;
  const auto begin = std::lower_bound(all.begin(), all.end(), moment - name_holds_for, before);
  const auto end = std::lower_bound(begin, all.end(), moment + (name_holds_for + 1), before);
  if (begin == end) return {};
  // One name after another is a lease that went on; one that comes back is an address they share.
  std::set<std::string_view> names;
  for (auto one = begin; one != end; ++one) {
    const bool changes = one == begin || one->name != std::prev(one)->name;
    if (changes && !names.insert(one->name).second) return {};
  }
  const auto next = std::lower_bound(begin, end, moment, before);
  if (next == end) return {std::prev(next)->name, std::prev(next)->event};
  if (next == begin || std::prev(next)->name == next->name) return {next->name, next->event};
  return {};
}

}  // namespace digue::detect
