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
#include "read/windows_events/json_log.h"

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

// What a record says of itself.
struct Head {
  explicit Head(const read::evtx::Fields& fields)
      : provider(fields.find(Section::provider)),
        channel(fields.find(Section::channel)),
        computer(fields.find(Section::computer)),
        id(whole_number<std::uint32_t>(fields.find(Section::event_id)).value_or(0)),
        time(parse_rfc3339(fields.find(Section::time)).value_or(Instant::unknown)) {}
  std::string_view provider, channel, computer;
  std::uint32_t id;
  Instant time;
};

// What becomes of records, whether of a log or of a text that was made of one.
class LogJudge {
 public:
  LogJudge(read::Sink& sink, const RulesOfChannel& rules)
      : sink_(sink), rules_(rules), maker_(sink) {}

  // A record begins: who knows what its rules read.
  RecordReader& begin(std::string_view channel) {
    find_rules(channel);
    return asked_->matching;
  }
  // Its values have been read: whether more than that it was there is to be told.
  bool is_told(const Head& head) {
    auto& matching = asked_->matching;
    matched_ =
        matching.bucket() != nullptr ? &matching.matcher().match(*matching.bucket()) : &none_;
    is_event_ =
        read::evtx::known_event(head.provider, head.id) != nullptr || begins_hour(head.time);
    return is_event_ || !matched_->empty();
  }
  // What is told of has been decoded into maker().
  void end(const Head& head, const read::evtx::RecordPlace& place) {
    count(head);
    if (is_event_) {
      maker_.make(place);
      sink_.commit();
    }
    for (const auto rule : *matched_) take(place, rule);
  }
  read::evtx::EventMaker& maker() { return maker_; }

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
  void count(const Head& head) {
    if (head.channel.empty()) return;
    const bool has_line =
        starts_process(head.channel, head.id) && !maker_.fields().data("CommandLine").empty();
    tally_.add(head.computer, head.channel, head.id, head.time, has_line);
  }

  void take(const read::evtx::RecordPlace& place, std::uint32_t index) {
    if (++asked_->matches[index] > max_matches_of_rule) return;
    const Rule& rule = asked_->rules.rules()[index];
    auto& event = maker_.make_bare(place);
    event.action = event::Action::rule_matched;
    event.object = maker_.text(rule.id);
    add_details(rule, index);
    if (place.recovered) maker_.detail("Recovered", "True");
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

  read::Sink& sink_;
  const RulesOfChannel& rules_;
  read::evtx::EventMaker maker_;
  std::map<const RuleSet*, Asked> all_asked_;
  Asked* asked_ = nullptr;  // of the record's channel
  std::string channel_;
  const std::vector<std::uint32_t> none_;
  const std::vector<std::uint32_t>* matched_ = &none_;
  bool is_event_ = false;
  LogTally tally_;
  std::int64_t hour_ = -1;
};

class LogReader final : public read::evtx::WholeLog {
 public:
  LogReader(read::Sink& sink, LogJudge& judge) : WholeLog(sink), judge_(judge) {}

  const char* record(read::evtx::Record& record) override {
    if (const char* why = record.fields(fields_, heading_); why != nullptr) return why;
    const Head head(fields_);
    auto& matching = judge_.begin(head.channel);
    if (const char* why = matching.read(record, head.channel, head.id); why != nullptr) return why;
    if (judge_.is_told(head))
      if (const char* why = judge_.maker().decode(record); why != nullptr) return why;
    sink_.row();
    judge_.end(head, record.place());
    return nullptr;
  }

 private:
  LogJudge& judge_;
  Heading heading_;
  read::evtx::Fields fields_;
};

}  // namespace

const RuleSet& own_rules_of(std::string_view) {
  return detect::sigma::own_rules().rules;
}

std::vector<LoggedChannel> read_event_log(std::string_view file, read::Sink& sink,
                                          const RulesOfChannel& rules) {
  LogJudge judge(sink, rules);
  LogReader(sink, judge).read(file);
  judge.tell_cuts();
  return judge.take_tally();
}

std::vector<LoggedChannel> read_event_json(std::string_view text, read::Sink& sink,
                                           const RulesOfChannel& rules) {
  LogJudge judge(sink, rules);
  read::windows_events::JsonLog log(text, sink);
  auto& fields = judge.maker().fields();
  while (log.next(fields)) {
    const Head head(fields);
    judge.begin(head.channel).take(fields);
    (void)judge.is_told(head);
    judge.end(head, log.place());
  }
  judge.tell_cuts();
  return judge.take_tally();
}

}  // namespace digue::analysis
