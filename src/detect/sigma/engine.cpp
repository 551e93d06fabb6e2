#include "detect/sigma/engine.h"

#include <algorithm>
#include <set>

#include "detect/sigma/fold.h"

namespace digue::detect::sigma {

namespace {

void sort_unique(std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// Every test of a rule, whatever its place in the condition.
template <class Visit>
void each_test(const Compiled& rule, Visit visit) {
  for (const Search& search : rule.searches)
    for (const auto& tests : search.alternatives)
      for (const Test& test : tests) visit(test);
}

bool is_for(const std::optional<std::vector<std::uint32_t>>& ids, std::uint32_t event_id) {
  return !ids || std::binary_search(ids->begin(), ids->end(), event_id);
}

}  // namespace

RuleSet::RuleSet(std::vector<Rule> rules, std::vector<Plan> plans, FieldNames names,
                 std::vector<Correlating> correlations)
    : rules_(std::move(rules)),
      plans_(std::move(plans)),
      names_(std::move(names)),
      correlations_(std::move(correlations)) {
  const FieldId event_id = names_.add("EventID");
  Popularity popularity;
  for (const Plan& plan : plans_) popularity.count(plan.compiled);
  popularity.is_everywhere(event_id);
  for (const Plan& plan : plans_) {
    auto ids = required_event_ids(plan.compiled, event_id);
    const auto& of_place = plan.place.event_ids;
    if (!of_place.empty()) {
      std::vector<std::uint32_t> narrowed(of_place.begin(), of_place.end());
      std::erase_if(narrowed, [&](std::uint32_t id) { return !is_for(ids, id); });
      ids = std::move(narrowed);
    }
    event_ids_.push_back(std::move(ids));
    witnesses_.push_back(witness_of(plan.compiled, popularity));
  }
  sort_into_channels();
}

void RuleSet::sort_into_channels() {
  for (const Plan& plan : plans_)
    if (!plan.place.channel.empty()) channels_[std::string(plan.place.channel)];
  for (std::uint32_t i = 0; i < plans_.size(); ++i) {
    const auto& name = plans_[i].place.channel;
    if (!name.empty()) {
      channels_.find(name)->second.plans_.push_back(i);
      continue;
    }
    any_channel_.plans_.push_back(i);
    for (auto& [other, channel] : channels_) channel.plans_.push_back(i);
  }
  for (auto& [name, channel] : channels_) make_buckets(channel);
  make_buckets(any_channel_);
}

// One for each event number that a rule names, and one for all the others.
void RuleSet::make_buckets(ChannelRules& channel) {
  std::set<std::uint32_t> named;
  for (const auto plan : channel.plans_)
    if (event_ids_[plan]) named.insert(event_ids_[plan]->begin(), event_ids_[plan]->end());
  std::vector<std::uint32_t> for_all;
  for (const auto plan : channel.plans_)
    if (!event_ids_[plan]) for_all.push_back(plan);
  for (const auto event_id : named) {
    std::vector<std::uint32_t> plans;
    for (const auto plan : channel.plans_)
      if (is_for(event_ids_[plan], event_id)) plans.push_back(plan);
    channel.by_event_[event_id] = make_bucket(std::move(plans));
  }
  channel.others_ = make_bucket(std::move(for_all));
}

const Bucket* RuleSet::make_bucket(std::vector<std::uint32_t> plans) {
  if (plans.empty()) return nullptr;
  auto bucket = std::make_unique<Bucket>();
  bucket->number_ = static_cast<std::uint32_t>(buckets_.size());
  bucket->plans_ = std::move(plans);
  sort_unique(bucket->plans_);
  for (const auto plan : bucket->plans_) {
    if (!witnesses_[plan]) bucket->always_.push_back(plan);
    if (witnesses_[plan])
      for (const Atom& atom : *witnesses_[plan]) bucket->candidates_.add(atom, plan);
  }
  bucket->candidates_.finish();
  read_fields(*bucket);
  buckets_.push_back(std::move(bucket));
  return buckets_.back().get();
}

void RuleSet::read_fields(Bucket& bucket) {
  for (const auto plan : bucket.plans_) {
    const auto& kept = plans_[plan].kept;
    bucket.fields_.insert(bucket.fields_.end(), kept.begin(), kept.end());
    each_test(plans_[plan].compiled, [&](const Test& test) {
      bucket.reads_all_ |= test.field == no_field;
      if (test.field != no_field) bucket.fields_.push_back(test.field);
      for (const Matcher& matcher : test.matchers)
        if (const auto* other = std::get_if<FieldMatch>(&matcher))
          bucket.fields_.push_back(other->field);
    });
  }
  sort_unique(bucket.fields_);
  for (const auto plan : bucket.plans_)
    if (const auto* dialect = plans_[plan].place.dialect; dialect != nullptr)
      for (const auto& made : dialect->made) read_made(made, bucket);
  sort_unique(bucket.fields_);
}

// What a value that a rule asks for is made of.
void RuleSet::read_made(const Dialect::Made& made, Bucket& bucket) {
  const FieldId field = names_.find(made.rule);
  const bool is_known = std::any_of(bucket.made_.begin(), bucket.made_.end(),
                                    [&](const auto& one) { return one.field == field; });
  if (is_known ||
      std::find(bucket.fields_.begin(), bucket.fields_.end(), field) == bucket.fields_.end())
    return;
  Bucket::Made& one = bucket.made_.emplace_back();
  one.field = field;
  one.make = made.make;
  for (std::size_t i = 0; i < made.from.size(); ++i) {
    if (made.from[i].empty()) continue;
    one.from[i] = names_.add(made.from[i]);
    bucket.fields_.push_back(one.from[i]);
  }
}

const ChannelRules& RuleSet::channel(std::string_view name) const {
  const auto found = channels_.find(folded(name));
  return found == channels_.end() ? any_channel_ : found->second;
}

const Bucket* ChannelRules::bucket(std::uint32_t event_id) const {
  const auto of_event = by_event_.find(event_id);
  return of_event == by_event_.end() ? others_ : of_event->second;
}

void RuleMatcher::add_made(const Bucket& bucket) {
  made_.resize(std::max(made_.size(), bucket.made_.size()));
  for (std::size_t i = 0; i < bucket.made_.size(); ++i) {
    const Bucket::Made& made = bucket.made_[i];
    MadeFrom from;
    for (std::size_t k = 0; k < from.size(); ++k) from[k] = record_.text_of(made.from[k]);
    made_[i] = made.make(from);
    if (!made_[i].empty()) record_.add(made.field, made_[i]);
  }
}

const std::vector<std::uint32_t>& RuleMatcher::match(const Bucket& bucket) {
  regexes_.forget();
  add_made(bucket);
  asked_ = bucket.always_;
  matched_.clear();
  bucket.candidates_.find(record_, asked_);
  sort_unique(asked_);
  for (const auto plan : asked_) {
    const std::uint32_t rule = rules_.plans_[plan].rule;
    const bool known = !matched_.empty() && matched_.back() == rule;
    if (!known && rules_.plans_[plan].compiled.matches(matching_)) matched_.push_back(rule);
  }
  return matched_;
}

const Plan* RuleMatcher::plan_that_matches(const Bucket& bucket, std::uint32_t rule) {
  for (const auto plan : bucket.plans_)
    if (rules_.plans_[plan].rule == rule && rules_.plans_[plan].compiled.matches(matching_))
      return &rules_.plans_[plan];
  return nullptr;
}

std::vector<Fact> RuleMatcher::facts(const Bucket& bucket, std::uint32_t rule, std::size_t most) {
  const Plan* plan = plan_that_matches(bucket, rule);
  if (plan == nullptr) return {};
  return facts_of(plan->compiled, matching_, most);
}

std::vector<std::string> RuleMatcher::kept(const Bucket& bucket, std::uint32_t rule) {
  const Plan* plan = plan_that_matches(bucket, rule);
  std::vector<std::string> values(rules_.rules()[rule].kept.size());
  if (plan != nullptr)
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = record_.text_of(plan->kept[i]);
  return values;
}

}  // namespace digue::detect::sigma
