// Everything that leaves the organisation by itself, as the trail says it, whoever set it.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "detect/inbox_rule.h"
#include "detect/scene.h"

namespace digue::detect {

// The forwarding of one mailbox through its records.
struct Forwarding {
  std::vector<std::uint32_t> events, states;
  std::vector<std::uint32_t> set_outside;  // events of those that set an outside address
  std::vector<std::string> outside;        // addresses, in order of time
  std::vector<std::string> unresolved;     // destinations whose address is not given
  Instant set, cleared;                    // the last of each
  bool keeps_no_copy = false;
  bool stands = false;  // still there after the last record
};

// An inbox rule that sends mail outside, and where to.
struct SendingRule {
  const RuleHistory* rule;  // one of the scene's InboxRules
  std::vector<std::string> outside;
};

// To be asked for by Scene::once.
class Exits {
 public:
  explicit Exits(const Scene& scene);

  const std::map<std::string, Forwarding>& forwardings() const { return forwardings_; }
  const std::vector<SendingRule>& rules() const { return rules_; }
  // Mailboxes that send to the destination, which is one of those above.
  std::size_t senders_to(const std::string& destination) const;

 private:
  void count_destinations();

  std::map<std::string, Forwarding> forwardings_;  // by mailbox
  std::vector<SendingRule> rules_;
  std::map<std::string, std::set<std::string>> senders_to_;  // mailboxes, by destination
};

}  // namespace digue::detect
