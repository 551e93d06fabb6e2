#include "analysis/event_log.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analysis/record_reader.h"
#include "analysis/rule_facts.h"
#include "analysis/sentences.h"
#include "base/number.h"
#include "base/time.h"
#include "detect/sigma/own_rules.h"
#include "read/evtx/event_maker.h"
#include "read/evtx/whole_log.h"

namespace digue::analysis {

namespace {

using detect::sigma::Rule;
using detect::sigma::RuleSet;
using read::evtx::Section;

// What is read of every record before anything else.
class Heading final : public read::evtx::Selection {
 public:
  std::uint32_t number(Section section, std::string_view) override {
    const bool wanted = section == Section::provider || section == Section::event_id ||
                        section == Section::time || section == Section::channel ||
                        section == Section::computer;
    return wanted ? 0 : unwanted;
  }
  bool looks_inside() const override { return false; }
};

// The rules of one channel, at work.
struct Asked {
  explicit Asked(const RuleSet& set) : rules(set), matching(set), matches(set.rules().size()) {}
  const RuleSet& rules;
  RecordReader matching;
  std::vector<std::uint64_t> matches;  // of each rule
};

class LogReader final : public read::evtx::WholeLog {
 public:
  LogReader(read::Sink& sink, const RulesOfChannel& rules)
      : WholeLog(sink), rules_(rules), maker_(sink) {}

  const char* record(read::evtx::Record& record) override {
    if (const char* why = record.fields(fields_, heading_); why != nullptr) return why;
    const auto channel = fields_.find(Section::channel);
    const auto id = whole_number<std::uint32_t>(fields_.find(Section::event_id)).value_or(0);
    find_rules(channel);
    auto& matching = asked_->matching;
    if (const char* why = matching.read(record, channel, id); why != nullptr) return why;
    const auto& matched =
        matching.bucket() != nullptr ? matching.matcher().match(*matching.bucket()) : none_;
    const auto time = parse_rfc3339(fields_.find(Section::time)).value_or(Instant::unknown);
    const bool is_told = read::evtx::known_event(fields_.find(Section::provider), id) != nullptr ||
                         begins_hour(time);
    if (is_told || !matched.empty())
      if (const char* why = maker_.decode(record); why != nullptr) return why;
    sink_.row();
    count(channel, id, time);
    if (is_told) {
      maker_.make(record);
      sink_.commit();
    }
    for (const auto rule : matched) take(record, rule);
    return nullptr;
  }

  void tell_cuts() {
    std::uint64_t given_up = 0;
    for (auto& [set, asked] : all_asked_) {
      for (std::size_t i = 0; i < asked.matches.size(); ++i)
        if (asked.matches[i] > max_matches_of_rule)
          sink_.remark(
              tell<sentences::matches_not_kept>(detect::sigma::title_of(asked.rules.rules()[i]),
                                                asked.matches[i] - max_matches_of_rule));
      given_up += asked.matching.matcher().given_up();
    }
    if (given_up != 0) sink_.remark(tell<sentences::regexes_given_up>(given_up));
    if (const auto count = tally_.left_out(); count != 0)
      sink_.remark(tell<sentences::records_not_tallied>(count));
  }
  std::vector<LoggedChannel> take_tally() { return tally_.take(); }

 private:
  // Most records are of the channel of the one before.
  void find_rules(std::string_view channel) {
    if (asked_ != nullptr && channel == channel_) return;
    channel_ = channel;
    const RuleSet& set = rules_(channel);
    asked_ = &all_asked_.try_emplace(&set, set).first->second;
  }

  bool begins_hour(Instant time) {
    const auto hour = time.milliseconds / hour_ms;
    return std::exchange(hour_, hour) != hour;
  }

  // The start of a process is a known event: all its values are decoded.  A recovered record whose
  // template is lost says neither host nor channel: it is in the file's own counts.
  void count(std::string_view channel, std::uint32_t id, Instant time) {
    if (channel.empty()) return;
    const bool has_line =
        starts_process(channel, id) && !maker_.fields().data("CommandLine").empty();
    tally_.add(fields_.find(Section::computer), channel, id, time, has_line);
  }

  void take(const read::evtx::Record& record, std::uint32_t index) {
    if (++asked_->matches[index] > max_matches_of_rule) return;
    const Rule& rule = asked_->rules.rules()[index];
    auto& event = maker_.make_bare(record);
    event.action = event::Action::rule_matched;
    event.object = maker_.text(rule.id);
    add_details(rule, index);
    if (record.recovered()) maker_.detail("Recovered", "True");
    sink_.commit();
  }

  // What correlations need of every match; what people read of the first ones.
  void add_details(const Rule& rule, std::uint32_t index) {
    auto& matching = asked_->matching;
    const auto& bucket = *matching.bucket();
    const auto kept = matching.matcher().kept(bucket, index);
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (!kept[i].empty()) maker_.detail(rule.kept[i], kept[i]);
    if (rule.silent || asked_->matches[index] > max_matches_with_facts) return;
    for (const auto& fact :
         facts_of(matching.matcher(), bucket, asked_->rules, index, maker_.fields()))
      if (std::find(rule.kept.begin(), rule.kept.end(), fact.name) == rule.kept.end())
        maker_.detail(fact.name, fact.value);
  }

  const RulesOfChannel& rules_;
  read::evtx::EventMaker maker_;
  std::map<const RuleSet*, Asked> all_asked_;
  Asked* asked_ = nullptr;  // of the record's channel
  std::string channel_;
  Heading heading_;
  read::evtx::Fields fields_;
  const std::vector<std::uint32_t> none_;
  LogTally tally_;
  std::int64_t hour_ = -1;
};

}  // namespace

const RuleSet& own_rules_of(std::string_view) {
  return detect::sigma::own_rules().rules;
}

std::vector<LoggedChannel> read_event_log(std::string_view file, read::Sink& sink,
                                          const RulesOfChannel& rules) {
  LogReader reader(sink, rules);
  reader.read(file);
  reader.tell_cuts();
  return reader.take_tally();
}

}  // namespace digue::analysis
