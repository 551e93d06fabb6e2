#include "analysis/object_ids.h"

#include <array>
#include <span>
#include <string_view>
#include <unordered_map>

#include "base/text.h"

namespace digue::analysis {

using event::Action;
using event::Symbol;

namespace {
constexpr std::size_t guid_size = 36;

bool is_guid(std::string_view text) {
  return text.size() == guid_size && text[8] == '-' && text[13] == '-' && text[18] == '-' &&
         text[23] == '-';
}

// The object of these is the user that the target names.
bool is_of_user(Action action) {
  switch (action) {
    case Action::user_added:
    case Action::user_updated:
    case Action::user_disabled:
    case Action::user_enabled:
    case Action::password_changed:
    case Action::sessions_revoked:
      return true;
    default:
      return false;
  }
}

// The details of these say who may.
bool is_permission(Action action) {
  switch (action) {
    case Action::mailbox_permission_added:
    case Action::mailbox_permission_removed:
    case Action::send_permission_added:
    case Action::send_permission_removed:
    case Action::folder_permission_added:
    case Action::folder_permission_removed:
      return true;
    default:
      return false;
  }
}

class ObjectIds {
 public:
  explicit ObjectIds(event::Trail& trail) : trail_(trail) {}

  void learn() {
    const Symbol detail = trail_.symbols.find("UserObjectId");
    for (const auto& event : trail_.events) {
      if (event.action == Action::sign_in && detail != event::no_symbol)
        for (const auto& one : trail_.details_of(event))
          if (one.name == detail) learn(one.value, event.account);
      if (is_of_user(event.action)) learn(event.object, event.target);
    }
  }
  // The name of an id, in whatever case; the symbol itself when it is none, or not known for sure.
  Symbol name_of(Symbol symbol) const {
    if (!is_guid(trail_.text(symbol))) return symbol;
    const auto known = names_.find(trail_.symbols.find(lower(trail_.text(symbol))));
    return known == names_.end() || known->second == event::no_symbol ? symbol : known->second;
  }
  bool empty() const { return names_.empty(); }

 private:
  void learn(Symbol id, Symbol name) {
    if (!is_guid(trail_.text(id)) || trail_.text(name).find('@') == std::string_view::npos) return;
    const Symbol key = trail_.symbols.intern(lower(trail_.text(id)));
    const auto [known, fresh] = names_.emplace(key, name);
    if (!fresh && known->second != name) known->second = event::no_symbol;
  }

  event::Trail& trail_;
  std::unordered_map<Symbol, Symbol> names_;  // no_symbol: it went by several
};
}  // namespace

void name_object_ids(event::Trail& trail) {
  ObjectIds ids(trail);
  ids.learn();
  if (ids.empty()) return;
  const std::array who = {trail.symbols.find("User"), trail.symbols.find("Trustee")};
  for (auto& event : trail.events) {
    event.target = ids.name_of(event.target);
    if (!is_permission(event.action)) continue;
    for (auto& detail : std::span(trail.details).subspan(event.details_begin, event.details_count))
      if (detail.name == who[0] || detail.name == who[1]) detail.value = ids.name_of(detail.value);
  }
}

}  // namespace digue::analysis
