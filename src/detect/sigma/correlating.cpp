#include "detect/sigma/correlating.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <tuple>
#include <unordered_map>

#include "detect/sigma/limits.h"
#include "detect/sigma/matcher.h"

namespace digue::detect::sigma {

namespace {

using Kind = Correlation::Kind;
using Limit = Correlation::Limit;

using Item = Correlator::Seen;

bool is_met(const Limit& limit, double value) {
  switch (limit.order) {
    case Limit::Order::lt:
      return value < limit.value;
    case Limit::Order::lte:
      return value <= limit.value;
    case Limit::Order::gt:
      return value > limit.value;
    case Limit::Order::gte:
      return value >= limit.value;
    case Limit::Order::eq:
      return value == limit.value;
    case Limit::Order::neq:
      break;
  }
  return value != limit.value;
}

bool is_of_numbers(Kind kind) {
  return kind == Kind::value_sum || kind == Kind::value_avg || kind == Kind::value_percentile;
}

// Without a condition, all its rules.
bool is_met(const Correlating& correlation, double value) {
  const auto& limits = correlation.written.limits;
  if (limits.empty()) return value >= static_cast<double>(correlation.sources.size());
  return std::all_of(limits.begin(), limits.end(),
                     [&](const Limit& limit) { return is_met(limit, value); });
}

// More matches can only bring the condition nearer.
bool grows(const Correlation& written) {
  if (written.kind == Kind::value_avg || written.kind == Kind::value_percentile) return false;
  return std::all_of(written.limits.begin(), written.limits.end(), [](const Limit& limit) {
    return limit.order == Limit::Order::gt || limit.order == Limit::Order::gte;
  });
}

// The nearest rank.
double percentile_of(std::vector<double> numbers, double percent) {
  std::sort(numbers.begin(), numbers.end());
  const double rank = std::ceil(percent / 100 * static_cast<double>(numbers.size()));
  const auto last = static_cast<double>(numbers.size() - 1);
  return numbers[static_cast<std::size_t>(std::clamp(rank - 1, 0.0, last))];
}

// The matches of the span that ends now, and what they come to.
class Window {
 public:
  explicit Window(const Correlating& correlation)
      : correlation_(correlation), of_source_(correlation.sources.size()) {}

  void add(const Item& item) {
    items_.push_back(item);
    sum_ += item.number;
    ++texts_[item.text];
    ++of_source_[item.source];
    chain(item);
  }
  void drop_before(Instant time) {
    while (!items_.empty() && items_.front().time < time) drop();
  }
  void clear() {
    while (!items_.empty()) drop();
  }
  const std::deque<Item>& items() const { return items_; }

  double value() const {
    const auto size = static_cast<double>(items_.size());
    switch (correlation_.written.kind) {
      case Kind::event_count:
        return size;
      case Kind::value_count:
        return static_cast<double>(texts_.size());
      case Kind::value_sum:
        return sum_;
      case Kind::value_avg:
        return sum_ / size;
      case Kind::value_percentile:
        return percentile();
      case Kind::temporal:
        return static_cast<double>(std::count_if(of_source_.begin(), of_source_.end(),
                                                 [](auto count) { return count != 0; }));
      case Kind::temporal_ordered:
        break;
    }
    return static_cast<double>(chain_length());
  }

 private:
  void drop() {
    const Item item = items_.front();
    items_.pop_front();
    sum_ -= item.number;
    if (--texts_[item.text] == 0) texts_.erase(item.text);
    --of_source_[item.source];
  }

  double percentile() const {
    std::vector<double> numbers;
    for (const Item& item : items_) numbers.push_back(item.number);
    return percentile_of(std::move(numbers), correlation_.written.percentile);
  }

  // Of each rule: when the latest series of matches in order, up to it, began.
  void chain(const Item& item) {
    if (correlation_.written.kind != Kind::temporal_ordered) return;
    if (begun_.empty()) begun_.assign(of_source_.size(), Instant::unknown);
    begun_[item.source] = item.source == 0 ? item.time : begun_[item.source - 1];
  }
  std::size_t chain_length() const {
    if (items_.empty()) return 0;
    const Instant from = items_.back().time - correlation_.written.timespan_ms;
    std::size_t length = 0;
    for (std::size_t i = 0; i < begun_.size(); ++i)
      if (begun_[i].known() && begun_[i] >= from) length = i + 1;
    return length;
  }

  const Correlating& correlation_;
  std::deque<Item> items_;
  std::unordered_map<event::Symbol, std::size_t> texts_;
  std::vector<std::size_t> of_source_;
  std::vector<Instant> begun_;
  double sum_ = 0;
};

// Goes through the matches of one group, in the order of time.
class Run {
 public:
  Run(const Correlating& correlation, std::vector<Outcome>& outcomes)
      : correlation_(correlation), outcomes_(outcomes), window_(correlation) {}

  void go(const std::vector<Item>& items) {
    if (grows(correlation_.written))
      for (const Item& item : items) slide(item);
    else
      for (const Item& item : items) tumble(item);
    if (!grows(correlation_.written)) ask();
    close();
  }

 private:
  void slide(const Item& item) {
    window_.add(item);
    window_.drop_before(item.time - correlation_.written.timespan_ms);
    const double value = window_.value();
    if (!is_met(correlation_, value)) return;
    const bool goes_on = is_open_ && item.time - outcome_.last <= correlation_.written.timespan_ms;
    if (!goes_on) {
      close();
      open();
    } else {
      take(item);
    }
    outcome_.value = value;
  }

  void tumble(const Item& item) {
    const auto& items = window_.items();
    const bool over =
        !items.empty() && item.time - items.front().time > correlation_.written.timespan_ms;
    if (over) ask();
    window_.add(item);
  }

  // Of a span that is over.
  void ask() {
    if (!window_.items().empty() && is_met(correlation_, window_.value())) {
      open();
      outcome_.value = window_.value();
      close();
    }
    window_.clear();
  }

  void open() {
    outcome_ = {};
    is_open_ = true;
    outcome_.first = window_.items().front().time;
    for (const Item& item : window_.items()) take(item);
  }
  void take(const Item& item) {
    outcome_.last = item.time;
    ++outcome_.matches;
    if (outcome_.examples.size() < max_examples) outcome_.examples.push_back(item.kept);
  }
  void close() {
    if (is_open_) outcomes_.push_back(std::move(outcome_));
    is_open_ = false;
  }

  const Correlating& correlation_;
  std::vector<Outcome>& outcomes_;
  Window window_;
  Outcome outcome_;
  bool is_open_ = false;
};

}  // namespace

void Correlator::add(const Occurrence& occurrence) {
  if (!occurrence.time.known() || kept_.size() == max_occurrences) {
    ++left_out_;
    return;
  }
  Kept kept;
  kept.time = occurrence.time;
  kept.rule = occurrence.rule;
  kept.log = occurrence.log;
  kept.record = occurrence.record;
  kept.offset = occurrence.offset;
  kept.host = symbols_.intern(occurrence.host);
  kept.values = static_cast<std::uint32_t>(values_.size());
  for (const auto& value : occurrence.values) values_.push_back(symbols_.intern(value));
  kept_.push_back(kept);
}

// What a correlation came to is a match for those that ask for it.
void Correlator::keep_outcome(const Outcome& outcome) {
  if (kept_.size() == max_occurrences) {
    ++left_out_;
    return;
  }
  Kept kept = kept_[outcome.examples.front()];
  kept.time = outcome.last;
  kept.rule = outcome.correlation;
  kept.of_correlation = true;
  kept.values = static_cast<std::uint32_t>(values_.size());
  for (const auto& value : outcome.group) values_.push_back(symbols_.intern(value));
  kept_.push_back(kept);
}

// The match as that rule of the correlation; nothing when it lacks what is grouped by or counted.
bool Correlator::see(const Correlating& correlation, std::uint32_t source, std::uint32_t at,
                     std::vector<event::Symbol>& group, Seen& seen) {
  const auto& of = correlation.sources[source];
  const Kept& kept = kept_[at];
  if (kept.rule != of.index || kept.of_correlation != of.is_correlation) return false;
  group.clear();
  for (const auto value : of.group) group.push_back(values_[kept.values + value]);
  if (std::find(group.begin(), group.end(), event::no_symbol) != group.end()) return false;
  seen = {kept.time, source, at, event::no_symbol, 0};
  if (of.counted.empty()) return true;
  std::string text;
  for (const auto value : of.counted) {
    text += symbols_.text(values_[kept.values + value]);
    text += '\0';
  }
  if (text.size() == of.counted.size()) return false;
  seen.text = symbols_.intern(text);
  if (!is_of_numbers(correlation.written.kind)) return true;
  const auto number = number_in(symbols_.text(values_[kept.values + of.counted.front()]));
  seen.number = number.value_or(0);
  return number.has_value();
}

void Correlator::run(std::uint32_t index, std::vector<Outcome>& outcomes) {
  const Correlating& correlation = correlations_[index];
  std::map<std::vector<event::Symbol>, std::vector<Seen>> groups;
  std::vector<event::Symbol> group;
  Seen seen;
  for (std::uint32_t at = 0; at < kept_.size(); ++at)
    for (std::uint32_t source = 0; source < correlation.sources.size(); ++source)
      if (see(correlation, source, at, group, seen)) groups[group].push_back(seen);
  for (auto& [values, items] : groups) {
    std::stable_sort(items.begin(), items.end(),
                     [](const Seen& a, const Seen& b) { return a.time < b.time; });
    const std::size_t before = outcomes.size();
    Run(correlation, outcomes).go(items);
    for (std::size_t i = before; i < outcomes.size(); ++i) {
      outcomes[i].correlation = index;
      for (const auto value : values) outcomes[i].group.emplace_back(symbols_.text(value));
    }
  }
}

std::vector<Outcome> Correlator::finish() {
  std::vector<Outcome> told;
  for (std::uint32_t index = 0; index < correlations_.size(); ++index) {
    std::vector<Outcome> outcomes;
    run(index, outcomes);
    for (const Outcome& outcome : outcomes) keep_outcome(outcome);
    if (!correlations_[index].silent)
      std::move(outcomes.begin(), outcomes.end(), std::back_inserter(told));
  }
  std::stable_sort(told.begin(), told.end(), [](const Outcome& a, const Outcome& b) {
    return std::tie(a.first, a.correlation) < std::tie(b.first, b.correlation);
  });
  return told;
}

}  // namespace digue::detect::sigma
