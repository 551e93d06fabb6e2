// The pens: each family of exports turns facts into the files that the tools of others leave.
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "exercise/facts.h"
#include "exercise/output.h"
#include "exercise/story.h"

namespace digue::exercise {

// Days of the story, the first included and the last not.
struct Days {
  int from, to;
  bool hold(int day) const { return day >= from && day < to; }
};

// A file that is written day after day.
class DailyExport {
 public:
  explicit DailyExport(Days days) : days_(days) {}
  virtual ~DailyExport() = default;
  // Of one day, each list in time order.
  struct Day {
    int number;
    const std::vector<AuditRow>& audit;
    const std::vector<SignIn>& sign_ins;
    const std::vector<DirectoryAct>& directory;
    const std::vector<TracedMessage>& messages;
  };
  void write(const Day& day) {
    if (days_.hold(day.number)) add(day);
  }
  virtual Outcome close() = 0;

 private:
  virtual void add(const Day& day) = 0;
  Days days_;
};

using DailyExports = std::vector<std::unique_ptr<DailyExport>>;

// Each opens its files under `folder`.  `every_format`: all of them, overlapping; else one.
Outcome open_audit_log(const World& world, const std::filesystem::path& folder, bool every_format,
                       DailyExports& exports);
Outcome open_sign_ins(const World& world, const std::filesystem::path& folder, bool every_format,
                      DailyExports& exports);
Outcome open_directory_audit(const World& world, const std::filesystem::path& folder,
                             DailyExports& exports);
Outcome open_message_trace(const World& world, const std::filesystem::path& folder,
                           DailyExports& exports);
// How things stand: inbox rules, permissions, forwarding, transport rules, consents, methods,
// devices.
Outcome write_state(const World& world, const State& state, const std::filesystem::path& folder);
// What is not evidence: organisation.yaml, networks.csv, the story, the truth.
Outcome write_papers(const World& world, const Story& story, const std::filesystem::path& folder);
// networks.csv: every range of addresses of the world, with its place and its operator.
std::string networks_csv(const World& world);

}  // namespace digue::exercise
