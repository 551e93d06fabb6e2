#include "server/incidents/incidents.h"

#include "server/sentences.h"

namespace digue::server {

static constexpr std::string_view extension = ".digue";

Incidents::Incidents(std::filesystem::path folder, logbook::Settings settings,
                     std::function<void(const Message&)> tell)
    : folder_(std::move(folder)),
      settings_(std::move(settings)),
      tell_(std::move(tell)),
      watching_([this](const std::stop_token& stop) { watch(stop); }),
      telling_([this](const std::stop_token& stop) { tell_news(stop); }) {}

Incidents::~Incidents() {
  watching_.request_stop();
  telling_.request_stop();
  stopping_.notify_all();
}

// Opens what it has not seen yet.  mutex_ is held.
void Incidents::look() {
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(folder_, error)) {
    const auto& path = file.path();
    if (path.extension() != extension || files_.contains(path)) continue;
    auto open = OpenIncident::open(path, settings_, has_news());
    files_[path] = open.has_value();
    if (!open)
      tell_(open.error().message);
    else if (!open_.emplace((*open)->id(), *open).second)
      tell_(digue::tell<sentences::incident_twice>((*open)->id(), path.string()));
  }
}

Result<std::shared_ptr<OpenIncident>> Incidents::add(const incident::NewIncident& what,
                                                     const incident::Speaker& speaker) {
  const std::lock_guard lock(mutex_);
  auto named = what;
  named.id = incident::new_incident_id(settings_.clock->now());
  const auto path = folder_ / (named.id + std::string(extension));
  DIGUE_TRY(auto logbook, incident::open_incident(path, named, speaker, settings_));
  DIGUE_TRY(auto open, OpenIncident::of(std::move(logbook), path, has_news()));
  files_[path] = true;
  open_[open->id()] = open;
  return open;
}

std::shared_ptr<OpenIncident> Incidents::find(const std::string& id) {
  const std::lock_guard lock(mutex_);
  auto found = open_.find(id);
  if (found == open_.end()) {
    look();
    found = open_.find(id);
  }
  return found == open_.end() ? nullptr : found->second;
}

std::vector<std::shared_ptr<OpenIncident>> Incidents::all() {
  {
    const std::lock_guard lock(mutex_);
    look();
  }
  return known();
}

// Those that were opened already.
std::vector<std::shared_ptr<OpenIncident>> Incidents::known() {
  const std::lock_guard lock(mutex_);
  std::vector<std::shared_ptr<OpenIncident>> out;
  for (const auto& [id, one] : open_) out.push_back(one);
  return out;
}

OpenIncident::HasNews Incidents::has_news() {
  return [this] {
    const std::lock_guard lock(news_mutex_);
    has_news_ = true;
    news_.notify_one();
  };
}

void Incidents::tell_news(const std::stop_token& stop) {
  std::unique_lock lock(news_mutex_);
  while (news_.wait(lock, stop, [&] { return has_news_; })) {
    has_news_ = false;
    lock.unlock();
    for (const auto& one : known()) one->tell();
    lock.lock();
    stopping_.wait_for(lock, stop, tell_period, [] { return false; });
  }
}

// Opens what is there once, so that the first to ask need not wait; then follows the files that are
// listened to.
void Incidents::watch(const std::stop_token& stop) {
  all();
  std::mutex idle;
  std::unique_lock lock(idle);
  while (!stop.stop_requested()) {
    stopping_.wait_for(lock, stop, watch_period, [] { return false; });
    for (const auto& one : known())
      if (one->has_listeners()) static_cast<void>(one->refresh());
  }
}

}  // namespace digue::server
