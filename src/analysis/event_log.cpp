#include "analysis/event_log.h"

#include <algorithm>
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

class LogReader final : public read::evtx::WholeLog {
 public:
  explicit LogReader(read::Sink& sink)
      : WholeLog(sink), maker_(sink), matching_(rules_), matches_(rules_.rules().size()) {}

  const char* record(read::evtx::Record& record) override {
    if (const char* why = record.fields(fields_, heading_); why != nullptr) return why;
    const auto channel = fields_.find(Section::channel);
    const auto id = whole_number<std::uint32_t>(fields_.find(Section::event_id)).value_or(0);
    if (const char* why = matching_.read(record, channel, id); why != nullptr) return why;
    const auto& matched =
        matching_.bucket() != nullptr ? matching_.matcher().match(*matching_.bucket()) : none_;
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
    for (std::size_t i = 0; i < matches_.size(); ++i)
      if (matches_[i] > max_matches_of_rule)
        sink_.remark(tell<sentences::matches_not_kept>(detect::sigma::title_of(rules_.rules()[i]),
                                                       matches_[i] - max_matches_of_rule));
    if (const auto count = matching_.matcher().given_up(); count != 0)
      sink_.remark(tell<sentences::regexes_given_up>(count));
    if (const auto count = tally_.left_out(); count != 0)
      sink_.remark(tell<sentences::records_not_tallied>(count));
  }
  std::vector<LoggedChannel> take_tally() { return tally_.take(); }

 private:
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
    if (++matches_[index] > max_matches_of_rule) return;
    const Rule& rule = rules_.rules()[index];
    auto& event = maker_.make_bare(record);
    event.action = event::Action::rule_matched;
    event.object = maker_.text(rule.id);
    add_details(rule, index);
    if (record.recovered()) maker_.detail("Recovered", "True");
    sink_.commit();
  }

  // What correlations need of every match; what people read of the first ones.
  void add_details(const Rule& rule, std::uint32_t index) {
    const auto& bucket = *matching_.bucket();
    const auto kept = matching_.matcher().kept(bucket, index);
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (!kept[i].empty()) maker_.detail(rule.kept[i], kept[i]);
    if (rule.silent || matches_[index] > max_matches_with_facts) return;
    for (const auto& fact : facts_of(matching_.matcher(), bucket, rules_, index, maker_.fields()))
      if (std::find(rule.kept.begin(), rule.kept.end(), fact.name) == rule.kept.end())
        maker_.detail(fact.name, fact.value);
  }

  const RuleSet& rules_ = detect::sigma::own_rules().rules;
  read::evtx::EventMaker maker_;
  RecordReader matching_;
  Heading heading_;
  read::evtx::Fields fields_;
  std::vector<std::uint64_t> matches_;  // of each rule
  const std::vector<std::uint32_t> none_;
  LogTally tally_;
  std::int64_t hour_ = -1;
};

}  // namespace

std::vector<LoggedChannel> read_event_log(std::string_view file, read::Sink& sink) {
  LogReader reader(sink);
  reader.read(file);
  reader.tell_cuts();
  return reader.take_tally();
}

}  // namespace digue::analysis
