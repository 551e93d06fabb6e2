// The incidents of the data folder: one file each, `<id>.digue`, the same as those of the command
// line.  A file that somebody puts there is found; one that can't be opened is told, and left
// alone. Thread-safe.
#pragma once
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "incident/acts.h"
#include "server/incidents/open_incident.h"

namespace digue::server {

// How often files that somebody listens to are looked at for what another program added.
inline constexpr std::chrono::milliseconds watch_period{500};
// Listeners are told at once what comes after a quiet moment, then at most this often: under load,
// many lines go to each of them in one write.
inline constexpr std::chrono::milliseconds tell_period{50};

class Incidents {
 public:
  // `tell`: messages for whoever runs the server.
  Incidents(std::filesystem::path folder, logbook::Settings settings,
            std::function<void(const Message&)> tell);
  ~Incidents();
  Incidents(const Incidents&) = delete;
  Incidents& operator=(const Incidents&) = delete;

  Result<std::shared_ptr<OpenIncident>> add(const incident::NewIncident& what,
                                            const incident::Speaker& speaker);
  // Null when there is none.
  std::shared_ptr<OpenIncident> find(const std::string& id);
  std::vector<std::shared_ptr<OpenIncident>> all();

 private:
  void look();
  void watch(const std::stop_token& stop);
  void tell_news(const std::stop_token& stop);
  std::vector<std::shared_ptr<OpenIncident>> known();
  OpenIncident::HasNews has_news();

  std::filesystem::path folder_;
  logbook::Settings settings_;
  std::function<void(const Message&)> tell_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<OpenIncident>> open_;  // by id
  std::map<std::filesystem::path, bool> files_;                // seen: could it be opened?
  std::condition_variable_any stopping_;
  std::mutex news_mutex_;
  bool has_news_ = false;
  std::condition_variable_any news_;
  std::jthread watching_, telling_;
};

}  // namespace digue::server
