#include "detect/mailbox_permission/grants.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "detect/draft.h"

namespace digue::detect {

namespace {

using event::Action;
using Object = Grant::Object;

bool is_self(std::string_view grantee) {
  const auto plain = folded(grantee);
  return plain.find("nt authority\\self") != std::string::npos ||
         plain.find("autorite nt\\self") != std::string::npos || plain == "self";
}

// Exchange's own groups and machine accounts, present on every mailbox.
bool is_platform(std::string_view grantee) {
  static constexpr std::array<std::string_view, 12> parts = {"nt authority\\",
                                                             "exchange servers",
                                                             "exchange trusted subsystem",
                                                             "exchange services",
                                                             "managed availability",
                                                             "organization management",
                                                             "public folder management",
                                                             "delegated setup",
                                                             "discovery management",
                                                             "@local",
                                                             "domain admins",
                                                             "enterprise admins"};
  const auto plain = folded(grantee);
  return std::any_of(parts.begin(), parts.end(),
                     [&](auto part) { return plain.find(part) != std::string::npos; });
}

std::string_view folder_path(std::string_view object) {
  const auto colon = object.find(':');
  return colon == std::string_view::npos ? object : object.substr(colon + 1);
}

class Collector {
 public:
  // By mailbox, grantee and folder.
  using Found = std::map<std::tuple<std::string, std::string, std::string>, Grant>;

  explicit Collector(const Scene& scene) : scene_(scene), mailboxes_(scene.once<Mailboxes>()) {}

  Found run() {
    collect(Action::mailbox_permission_added, Object::mailbox, &Grant::added);
    collect(Action::mailbox_permission_removed, Object::mailbox, &Grant::removed);
    collect(Action::mailbox_permission_state, Object::mailbox, &Grant::states);
    collect(Action::send_permission_added, Object::sending, &Grant::added);
    collect(Action::send_permission_removed, Object::sending, &Grant::removed);
    collect(Action::send_permission_state, Object::sending, &Grant::states);
    collect(Action::folder_permission_added, Object::folder, &Grant::added);
    collect(Action::folder_permission_removed, Object::folder, &Grant::removed);
    collect(Action::folder_permission_state, Object::folder, &Grant::states);
    return std::move(found_);
  }

 private:
  void collect(Action action, Object object, std::vector<std::uint32_t> Grant::* list) {
    for (const auto index : scene_.of(action)) {
      const auto& event = scene_.event(index);
      if (is_system(scene_.text(event.account)) || is_inherited(event)) continue;
      for (const auto* name : {"User", "Trustee"})
        for (const auto grantee : scene_.trail.all_details(event, name))
          add(event, index, object, grantee, list);
    }
  }

  bool is_inherited(const event::Event& event) const {
    return is_true(scene_.trail.detail(event, "IsInherited")) ||
           is_true(scene_.trail.detail(event, "Deny"));
  }

  void add(const event::Event& event, std::uint32_t index, Object object, std::string_view grantee,
           std::vector<std::uint32_t> Grant::* list) {
    if (is_self(grantee) || is_platform(grantee)) return;
    const auto who = is_everyone(grantee) ? lower(trimmed(grantee)) : mailboxes_.resolve(grantee);
    const auto mailbox = mailboxes_.of(event);
    if (who.empty() || who == mailbox) return;
    const std::string folder(object == Object::folder ? folder_path(scene_.text(event.object))
                                                      : "");
    auto& grant = found_[{mailbox, who, lower(folder)}];
    grant.mailbox = mailbox;
    grant.grantee = who;
    grant.folder = folder;
    if (grant.rights.empty()) grant.object = object;
    (grant.*list).push_back(index);
    if (list != &Grant::removed) add_rights(grant, event);
  }

  void add_rights(Grant& grant, const event::Event& event) const {
    for (const auto rights : scene_.trail.all_details(event, "AccessRights"))
      for (const auto piece : split(rights, ',')) {
        const std::string right(trimmed(piece));
        if (!right.empty() &&
            std::find(grant.rights.begin(), grant.rights.end(), right) == grant.rights.end())
          grant.rights.push_back(right);
      }
  }

  const Scene& scene_;
  const Mailboxes& mailboxes_;
  Found found_;
};

}  // namespace

bool is_everyone(std::string_view grantee) {
  static constexpr std::array<std::string_view, 8> names = {
      "everyone",   "default", "anonymous", "tout le monde",
      "par defaut", "anonyme", "s-1-1-0",   "default user"};
  return std::find(names.begin(), names.end(), folded(trimmed(grantee))) != names.end();
}

Grants::Grants(const Scene& scene) {
  for (auto& [key, grant] : Collector(scene).run()) grants_.push_back(std::move(grant));
  count_by_actor(scene);
}

void Grants::count_by_actor(const Scene& scene) {
  for (const auto& grant : grants_)
    for (const auto index : grant.added) {
      const auto& event = scene.event(index);
      if (event.time.known())
        opened_[{event.account, event.time.milliseconds / day_ms}].insert(grant.mailbox);
    }
}

std::size_t Grants::opened_on_day_of(const event::Event& event) const {
  return opened_.at({event.account, event.time.milliseconds / day_ms}).size();
}

}  // namespace digue::detect
