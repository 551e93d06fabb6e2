// Inbox rules, put together: each row of a rule export with the audit events that created and
// changed it.  An export has no dates and an event may have no content; only both say who, when,
// from where, and what.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detect/mailboxes.h"
#include "detect/scene.h"

namespace digue::detect {

// What a rule says at one moment: Exchange parameters, in order.
class RuleContent {
 public:
  // Sets the parameters that the event carries; a later value of a name replaces the earlier.
  void apply(const Scene& scene, const event::Event& event);

  std::string_view value(std::string_view name) const;
  bool is_on(std::string_view name) const;  // the value is True
  const std::vector<std::pair<std::string, std::string>>& parameters() const { return parameters_; }

  // Parameters that narrow the rule to some messages: words, senders, "HasAttachment=True".
  std::vector<std::pair<std::string, std::string>> conditions() const;
  // Addresses that it forwards or redirects to.
  std::vector<std::string> destinations() const;
  // The folder that messages go to; "" when none is named (or only by an opaque id).
  std::string_view folder() const;
  // It does something to messages, as far as the record says.
  bool acts() const;

 private:
  std::vector<std::pair<std::string, std::string>> parameters_;
};

// One rule of one mailbox, through all its records.
struct RuleHistory {
  std::string mailbox;                 // lower case
  std::string name;                    // "" when no record names it
  std::string identity;                // native: of the export where there is one
  std::string twin;                    // what tells it from another of its name; most often ""
  std::vector<std::uint32_t> events;   // what set it, in time order
  std::vector<std::uint32_t> states;   // rows of exports
  std::vector<std::uint32_t> removed;  // removals, in time order
  // What it said after each event, then in each export; the same order as events, then states.
  std::vector<RuleContent> contents;

  // The content to show and to undo: the export's, else after the last event.
  const RuleContent& latest() const { return contents.back(); }
  // The same text for the same rule, whatever exports it was seen in.
  std::string key() const {
    return mailbox + '\n' + (name.empty() ? identity : name) + (twin.empty() ? "" : '\n' + twin);
  }
};

// The rule's records are evidence of the finding, who set and removed it is told in `why`, and the
// rule is its subject, with its content as the state to undo to.
void cite_rule(finding::Finding& finding, const Scene& scene, const RuleHistory& rule);

// Every rule of the scene that has content, in order of mailbox and name.
class InboxRules {
 public:
  explicit InboxRules(const Scene& scene);
  const std::vector<RuleHistory>& all() const { return rules_; }

 private:
  std::vector<RuleHistory> rules_;
};

}  // namespace digue::detect
