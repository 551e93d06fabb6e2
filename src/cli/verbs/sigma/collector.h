// Adds up what the pieces of the logs came to; with --json, hands their lines on at once.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "cli/event_logs/decode.h"
#include "cli/verb.h"
#include "cli/verbs/sigma/matching.h"
#include "cli/verbs/sigma/show.h"

namespace digue::cli::verbs::sigma {

class Collector final : public event_logs::Receiver {
 public:
  Collector(Session& session, const detect::sigma::RuleSet& rules)
      : session_(session), rules_(rules), correlator_(rules.correlations()) {}

  void begin(const event_logs::Log& log) override;
  bool piece(const event_logs::Log& log, event_logs::Work& work) override;
  void damage(const event_logs::Log& log, const read::evtx::Damage& damage) override;
  void end(const event_logs::Log& log, const read::evtx::Facts& facts) override;
  // An export of a cloud service or Windows events in JSON, and what rules match in it.
  void begin_export(const std::string& name);
  void take(std::uint32_t rule, finding::Finding found);
  void see(detect::sigma::Occurrence occurrence);  // of the export begun last
  // A piece of one of Windows events.
  bool take_piece(const std::string& name, MatchWork& made);
  void end_events(std::uint64_t records, std::uint64_t unread);
  void end_requests(std::uint64_t records, std::uint64_t unread, std::uint64_t asked);
  void end_export(std::uint64_t records, std::uint64_t unread, bool asked);
  void lose(const std::string& name, const Message& why);
  // Once all logs are read: what the correlations came to.
  void correlate();

  void line(std::string_view json);
  bool text(std::string_view text);
  // 0, or why standard output failed.
  int finish();

  Totals totals;
  bool lost = false;

 private:
  void take(const std::string& name, Match& match);

  Session& session_;
  const detect::sigma::RuleSet& rules_;
  detect::sigma::Correlator correlator_;
  std::vector<finding::Source> sources_;  // the logs, for their names
  std::uint64_t told_ = 0;
  int error_ = 0;
};

}  // namespace digue::cli::verbs::sigma
