// What Sigma rules match in requests: of clients to proxies, of anybody to a server of ours, and
// questions to name servers (detect/sigma/request_logs.h), as read::Traffic says them.
//
// Of one thread; rules may be shared.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/rule_facts.h"
#include "detect/sigma/engine.h"
#include "read/filler.h"
#include "read/format.h"

namespace digue::analysis {

// The rules to ask; nullptr where there are none.  They stay while files are read.
struct RequestRules {
  const detect::sigma::RuleSet* of_proxies = nullptr;
  const detect::sigma::RuleSet* of_servers = nullptr;
  const detect::sigma::RuleSet* of_names = nullptr;
  // Of the rule of that id.
  Message title_of(std::string_view id) const;
  bool any() const { return of_proxies != nullptr || of_servers != nullptr || of_names != nullptr; }
};

// Those of a source of rules, where they ask for such requests at all.
RequestRules request_rules(
    const std::function<const detect::sigma::RuleSet&(std::string_view channel)>& rules);

// Whether what that format reads may be such requests.
bool may_hold_requests(std::string_view format);

// Of all that the request says: two lines that say the same are one record, wherever they stand.
event::RecordId request_id(const read::Traffic& traffic, Instant time);

// Asks the rules of one channel.
class RequestAsker {
 public:
  RequestAsker(const detect::sigma::RuleSet& rules, std::string_view channel);
  // Indexes of the rules that match; views into the traffic stay until the next.
  const std::vector<std::uint32_t>& match(const read::Traffic& traffic);
  const detect::sigma::RuleSet& rules() const { return rules_; }
  detect::sigma::RuleMatcher& matcher() { return matcher_; }
  const detect::sigma::Bucket* bucket() const { return bucket_; }

 private:
  struct Asked;
  struct Pieces;
  void add_part(const read::Traffic& traffic, const Pieces& pieces, const Asked& asked);

  const detect::sigma::RuleSet& rules_;
  const bool of_servers_;
  detect::sigma::RuleMatcher matcher_;
  const detect::sigma::Bucket* bucket_;
  std::vector<Asked> asked_;
  std::string status_, bytes_out_, bytes_in_, address_;
  const std::vector<std::uint32_t> none_;
};

// Asks the rules that such a request is for.
class RequestMatcher {
 public:
  explicit RequestMatcher(const RequestRules& rules);
  ~RequestMatcher();

  // The one that has rules for it, and what they match; nullptr when none has.
  RequestAsker* match(const read::Traffic& traffic);
  const std::vector<std::uint32_t>& matched() const { return *matched_; }
  // Regular expressions that took too long, of all.
  std::uint64_t given_up();

 private:
  struct Askers;
  std::unique_ptr<Askers> askers_;
  const std::vector<std::uint32_t>* matched_ = nullptr;
};

// Matches as events beside those of their records (Action::rule_matched).
class RequestMatches {
 public:
  // `sink`: whose trail the events go to; it must outlive this.
  RequestMatches(const RequestRules& rules, read::Sink& sink) : matcher_(rules), filler_(sink) {}

  // A record begins: nothing is known of the one before.
  void begin() { pending_.clear(); }
  // What the event of the record, begun last in that trail, goes with.
  void see(const read::Traffic& traffic, const event::Trail& trail);
  // Once that event is complete: begins an event of each match, and calls `done` when it is filled.
  template <class Done>
  void give(Done done) {
    for (const auto& one : pending_) {
      fill(one);
      done();
    }
    pending_.clear();
  }
  std::uint64_t given_up() { return matcher_.given_up(); }

 private:
  struct Pending {
    const detect::sigma::Rule* rule = nullptr;
    event::RecordId id;
    event::Place place;
    Instant time;
    bool time_is_local = false;
    std::string account, client;
    std::vector<RuleFact> details;
  };
  void take(const read::Traffic& traffic, event::RecordId id, const event::Event& event,
            RequestAsker& asker, std::uint32_t index);
  void fill(const Pending& one);

  RequestMatcher matcher_;
  read::Filler filler_;
  std::vector<Pending> pending_;
  std::map<const detect::sigma::Rule*, std::uint64_t> counts_;
};

}  // namespace digue::analysis
