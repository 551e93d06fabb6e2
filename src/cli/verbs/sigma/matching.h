// The matches of one piece of a log.
#pragma once
#include <string>
#include <vector>

#include "analysis/record_reader.h"
#include "cli/event_logs/decode.h"
#include "finding/finding.h"

namespace digue::cli::verbs::sigma {

struct Match {
  std::uint32_t rule = 0;  // index in RuleSet::rules()
  Instant time;
  std::string host;
  finding::Finding example;  // whole for the first few of a rule in a piece, else without an id
};

// What a correlation needs of a match.
struct Seen {
  std::uint32_t rule = 0;
  std::uint32_t record = 0;
  std::uint64_t offset = 0;
  Instant time;
  std::string host;
  std::vector<std::string> values;
};

class MatchWork final : public event_logs::Work {
 public:
  // `as_json`: matches become lines of JSON; else they are kept to be told together.
  MatchWork(const detect::sigma::RuleSet& rules, bool as_json, Language language)
      : rules_(rules), reader_(rules), as_json_(as_json), language_(language) {}

  void begin(const event_logs::Log& log, std::size_t number_of_log) override;
  const char* record(read::evtx::Record& record) override;
  // The same for records that stand in JSON, each whole in fields().
  void begin(const std::string& file);
  void record(const read::evtx::RecordPlace& place);
  read::evtx::Fields& fields() { return fields_; }

  std::string lines;
  std::vector<Match> matches;
  std::vector<Seen> seen;
  std::vector<std::uint64_t> counts;  // of each rule
  std::uint64_t asked = 0;            // records that some rule was for
  std::uint64_t given_up() const { return given_up_; }

 private:
  const std::vector<std::uint32_t>& match();
  void take(const read::evtx::RecordPlace& record, std::uint32_t rule);
  void see(const read::evtx::RecordPlace& record, std::uint32_t rule);
  finding::Finding finding_of(const read::evtx::RecordPlace& record, std::uint32_t rule);
  void name_people(finding::Finding& found) const;

  const detect::sigma::RuleSet& rules_;
  analysis::RecordReader reader_;
  read::evtx::Fields fields_;  // all of a record that matched
  bool as_json_;
  Language language_;
  std::vector<finding::Source> sources_;  // the log, for its name
  std::uint64_t given_up_ = 0, given_up_before_ = 0;
};

}  // namespace digue::cli::verbs::sigma
