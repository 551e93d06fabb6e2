// The rights over mailboxes, folders and names that the trail shows, one for what one grantee got
// on one mailbox or on one of its folders.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "detect/mailboxes.h"
#include "detect/scene.h"

namespace digue::detect {

// Everything that was given to one grantee on one mailbox, or on one of its folders.
struct Grant {
  enum class Object : std::uint8_t { mailbox, sending, folder };

  std::string mailbox, grantee, folder;  // folder "" for the mailbox itself
  Object object = Object::mailbox;
  std::vector<std::uint32_t> added, removed, states;
  std::vector<std::string> rights;  // in order of time, once
};

// "Everyone", "Default", in the languages of Exchange.
bool is_everyone(std::string_view grantee);

// To be asked for by Scene::once.
class Grants {
 public:
  explicit Grants(const Scene& scene);

  // In order of mailbox, grantee and folder.
  const std::vector<Grant>& all() const { return grants_; }
  // Mailboxes that the event's account opened on the event's day; the event has a time and is one
  // of those that added a right.
  std::size_t opened_on_day_of(const event::Event& event) const;

 private:
  void count_by_actor(const Scene& scene);

  std::vector<Grant> grants_;
  std::map<std::pair<event::Symbol, std::int64_t>, std::set<std::string>> opened_;  // actor, day
};

}  // namespace digue::detect
