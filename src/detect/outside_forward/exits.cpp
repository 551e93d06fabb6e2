#include "detect/outside_forward/exits.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "detect/mail_address.h"

namespace digue::detect {

namespace {

constexpr std::array<std::string_view, 2> forwarding_names = {"ForwardingSmtpAddress",
                                                              "ForwardingAddress"};

void add_once(std::vector<std::string>& list, std::string text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

// Reads the records of forwarding, in order of time, into the forwarding of each mailbox.
class Reader {
 public:
  Reader(const Scene& scene, std::map<std::string, Forwarding>& forwardings)
      : scene_(scene), mailboxes_(scene.once<Mailboxes>()), forwardings_(forwardings) {}

  void read_event(std::uint32_t index) const {
    const auto& event = scene_.event(index);
    auto& forwarding = forwardings_[mailboxes_.of(event)];
    forwarding.events.push_back(index);
    const bool names = names_destination(event);
    const bool out = read_destinations(forwarding, event);
    if (out) {
      forwarding.set = event.time;
      forwarding.stands = true;
      forwarding.set_outside.push_back(index);
      if (equal_ignoring_case(scene_.trail.detail(event, "DeliverToMailboxAndForward"), "false"))
        forwarding.keeps_no_copy = true;
    } else if (names && forwarding.stands) {
      forwarding.cleared = event.time;
      forwarding.stands = false;
    }
  }

  void read_state(std::uint32_t index) const {
    const auto& event = scene_.event(index);
    auto& forwarding = forwardings_[mailboxes_.of(event)];
    forwarding.states.push_back(index);
    if (!read_destinations(forwarding, event)) return;
    forwarding.stands = true;
    if (equal_ignoring_case(scene_.trail.detail(event, "DeliverToMailboxAndForward"), "false"))
      forwarding.keeps_no_copy = true;
  }

 private:
  bool names_destination(const event::Event& event) const {
    for (const auto& detail : scene_.trail.details_of(event))
      for (const auto name : forwarding_names)
        if (equal_ignoring_case(scene_.text(detail.name), name)) return true;
    return false;
  }

  // Collects where the mail goes; true when it goes outside, or may.
  bool read_destinations(Forwarding& forwarding, const event::Event& event) const {
    bool out = false;
    for (const auto name : forwarding_names)
      for (const auto value : scene_.trail.all_details(event, name))
        out |= read_destination(forwarding, scene_.text(event.target), value);
    return out;
  }

  bool read_destination(Forwarding& forwarding, std::string_view mailbox,
                        std::string_view value) const {
    value = trimmed(value);
    if (value.empty()) return false;
    const auto addresses = mail_addresses_in(value);
    if (addresses.empty()) {
      if (mailboxes_.knows(value)) return false;
      add_once(forwarding.unresolved, std::string(value));
      return true;
    }
    bool out = false;
    for (const auto& address : addresses)
      if (is_outside(scene_, address, mailbox)) {
        add_once(forwarding.outside, address);
        out = true;
      }
    return out;
  }

  const Scene& scene_;
  const Mailboxes& mailboxes_;
  std::map<std::string, Forwarding>& forwardings_;
};

std::vector<std::string> outside_of(const Scene& scene, const RuleHistory& rule) {
  std::vector<std::string> out;
  for (const auto& content : rule.contents)
    for (auto& address : content.destinations())
      if (is_outside(scene, address, rule.mailbox)) add_once(out, std::move(address));
  return out;
}

}  // namespace

Exits::Exits(const Scene& scene) {
  const Reader reader(scene, forwardings_);
  for (const auto index : scene.of(event::Action::forwarding_set)) reader.read_event(index);
  for (const auto index : scene.of(event::Action::forwarding_state)) reader.read_state(index);
  for (const auto& rule : scene.once<InboxRules>().all())
    if (auto outside = outside_of(scene, rule); !outside.empty())
      rules_.push_back({&rule, std::move(outside)});
  count_destinations();
}

void Exits::count_destinations() {
  for (const auto& [mailbox, forwarding] : forwardings_)
    for (const auto& address : forwarding.outside) senders_to_[address].insert(mailbox);
  for (const auto& [rule, outside] : rules_)
    for (const auto& address : outside) senders_to_[address].insert(rule->mailbox);
}

std::size_t Exits::senders_to(const std::string& destination) const {
  const auto found = senders_to_.find(destination);
  return found == senders_to_.end() ? 0 : found->second.size();
}

}  // namespace digue::detect
