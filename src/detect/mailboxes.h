// One name for one mailbox.  The audit log names a mailbox by address, by alias, or by a path that
// ends with either; states name it by address.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "detect/scene.h"

namespace digue::detect {

class Mailboxes {
 public:
  // Learns the addresses that occur in the scene as accounts and as targets, when one is asked for:
  // a mail server's log has them by the ten thousand.  Not thread-safe.
  explicit Mailboxes(const Scene& scene) : trail_(scene.trail) {}

  // The mailbox acted upon: the event's target where it names one, else the account that acted.
  std::string of(const event::Event& event) const;
  // An address out of "a.martin", "…/hopital.example/a.martin", "A.Martin_b5cd7fb7af"; the text in
  // lower case when no address is known for it.
  std::string resolve(std::string_view name) const;
  // The text stands for an address that is known here.
  bool knows(std::string_view name) const;

 private:
  void learn() const;
  void learn(std::string_view address) const;
  const std::string* find(std::string_view alias) const;

  const event::Trail& trail_;
  mutable bool learnt_ = false;
  mutable std::unordered_map<std::string, std::string>
      by_alias_;  // local part to the first address
};

}  // namespace digue::detect
