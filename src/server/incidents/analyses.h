// Analyses of evidence in the background, one after the other: the same as `digue analyze` makes,
// with the same workers; what they find becomes entries of the incident.  Known until the server
// ends. Thread-safe.
#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "read/format.h"
#include "server/incidents/open_incident.h"
#include "server/incidents/preparations.h"

namespace digue::detect::sigma {
struct Loaded;
}

namespace digue::server {

inline constexpr std::size_t max_waiting_analyses = 100;
inline constexpr std::size_t max_kept_analyses = 1000;

enum class AnalysisState : std::uint8_t { waiting, running, done, failed, cancelled };
std::string_view analysis_state_name(AnalysisState state);

// How far an analysis is.
struct AnalysisView {
  std::uint64_t id = 0;
  AnalysisState state = AnalysisState::waiting;
  std::vector<std::string> evidence;  // SHA-256, hex
  std::size_t read = 0;               // pieces read so far
  Instant started, ended;
  std::size_t findings = 0, answers = 0;  // taken over: new or changed
  Message detail;                         // why it failed
};
std::string analysis_json(const AnalysisView& view, Language language);

class Analyses {
 public:
  // `rules`: those to ask; null: those that the product carries.
  Analyses(Clock& clock, Preparations& preparations,
           std::shared_ptr<const detect::sigma::Loaded> rules);
  ~Analyses();  // stops the one that runs
  Analyses(const Analyses&) = delete;
  Analyses& operator=(const Analyses&) = delete;

  // `told`: what a person says of the files that do not say it.  refused when too many wait.
  Result<AnalysisView> add(const std::shared_ptr<OpenIncident>& incident,
                           std::vector<std::string> evidence, const read::Told& told);
  // Of that incident; nothing when it has no such analysis.
  std::optional<AnalysisView> find(const std::string& incident, std::uint64_t id) const;
  bool cancel(const std::string& incident, std::uint64_t id);

 private:
  struct Job {
    std::shared_ptr<OpenIncident> incident;
    read::Told told;
    AnalysisView view;
    bool stop = false;
  };
  void work(const std::stop_token& stop);
  void run(Job& job, const std::stop_token& stop);
  Outcome analyse(Job& job, const std::stop_token& stop);
  bool goes_on(Job& job, std::size_t read, const std::stop_token& stop);
  void change(Job& job, const std::function<void(AnalysisView&)>& how);
  Job* find_job(const std::string& incident, std::uint64_t id) const;

  Clock& clock_;
  Preparations& preparations_;
  const std::shared_ptr<const detect::sigma::Loaded> rules_;
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::unique_ptr<Job>> jobs_;  // by id
  std::uint64_t last_id_ = 0;
  std::jthread worker_;
};

}  // namespace digue::server
