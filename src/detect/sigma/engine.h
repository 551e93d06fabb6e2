// All the rules of a run, and which of them a record matches.
//
// A record goes to the rules of its channel and event number; of these, to those of which it holds
// a witness; these are asked in full.  The rules of a record come in one order, that of their
// files. A RuleSet is immutable: threads share it, each with a Matcher of its own.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detect/sigma/candidates.h"
#include "detect/sigma/compiled.h"
#include "detect/sigma/correlating.h"

namespace digue::detect::sigma {

// A rule as one log is asked for it.
struct Plan {
  std::uint32_t rule = 0;  // index in RuleSet::rules()
  LogPlace place;
  Compiled compiled;
  std::vector<FieldId> kept;  // of Rule::kept, as this log calls them
};

class Bucket {
 public:
  // What the rules read; all of a record when one looks for keywords.
  const std::vector<FieldId>& fields() const { return fields_; }
  bool reads_all() const { return reads_all_; }
  std::uint32_t number() const { return number_; }

 private:
  friend class RuleSet;
  friend class RuleMatcher;
  // See Dialect::Made.
  struct Made {
    FieldId field = no_field;
    std::array<FieldId, 2> from = {no_field, no_field};
    std::string (*make)(const MadeFrom&) = nullptr;
  };
  std::vector<std::uint32_t> plans_, always_;
  Candidates candidates_;
  std::vector<FieldId> fields_;
  std::vector<Made> made_;
  bool reads_all_ = false;
  std::uint32_t number_ = 0;  // of the buckets, from 0
};

// The rules for one channel.
class ChannelRules {
 public:
  // nullptr when there are none for such an event.
  const Bucket* bucket(std::uint32_t event_id) const;

 private:
  friend class RuleSet;
  std::vector<std::uint32_t> plans_;
  std::map<std::uint32_t, const Bucket*> by_event_;
  const Bucket* others_ = nullptr;
};

class RuleSet {
 public:
  // `plans` in the order of their rules.
  RuleSet(std::vector<Rule> rules, std::vector<Plan> plans, FieldNames names,
          std::vector<Correlating> correlations = {});

  const std::vector<Rule>& rules() const { return rules_; }
  const FieldNames& names() const { return names_; }
  const std::vector<Correlating>& correlations() const { return correlations_; }
  std::size_t buckets() const { return buckets_.size(); }
  // Case is ignored.
  const ChannelRules& channel(std::string_view name) const;
  // The rules for such a record; nullptr when there are none.
  const Bucket* bucket(std::string_view channel_name, std::uint32_t event_id) const {
    return channel(channel_name).bucket(event_id);
  }

 private:
  friend class RuleMatcher;
  void sort_into_channels();
  void make_buckets(ChannelRules& channel);
  const Bucket* make_bucket(std::vector<std::uint32_t> plans);
  void read_fields(Bucket& bucket);
  void read_made(const Dialect::Made& made, Bucket& bucket);

  std::vector<Rule> rules_;
  std::vector<Plan> plans_;
  FieldNames names_;
  std::vector<Correlating> correlations_;
  std::vector<std::optional<std::vector<std::uint32_t>>> event_ids_;  // of each plan
  std::vector<std::optional<std::vector<Atom>>> witnesses_;           // of each plan
  std::map<std::string, ChannelRules, std::less<>> channels_;
  ChannelRules any_channel_;
  std::vector<std::unique_ptr<Bucket>> buckets_;
};

// Asks the rules; of one thread.
class RuleMatcher {
 public:
  explicit RuleMatcher(const RuleSet& rules)
      : rules_(rules), record_(rules.names().size()), matching_{record_, regexes_} {}

  // Filled by the caller before match().
  RecordView& record() { return record_; }
  // Indexes of the rules that the record matches, each once, rising.
  const std::vector<std::uint32_t>& match(const Bucket& bucket);
  // Of the rule that matched last time.
  std::vector<Fact> facts(const Bucket& bucket, std::uint32_t rule, std::size_t most);
  // Its values that correlations ask for; an empty text for one that is not there.
  std::vector<std::string> kept(const Bucket& bucket, std::uint32_t rule);
  // Regular expressions that took too long and were taken not to match.
  std::uint64_t given_up() const { return regexes_.given_up(); }

 private:
  void add_made(const Bucket& bucket);
  const Plan* plan_that_matches(const Bucket& bucket, std::uint32_t rule);

  const RuleSet& rules_;
  RecordView record_;
  RegexRun regexes_;
  Matching matching_;
  std::vector<std::uint32_t> asked_, matched_;
  std::vector<std::string> made_;  // texts of the record that its log does not say by itself
};

}  // namespace digue::detect::sigma
