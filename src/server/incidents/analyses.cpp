#include "server/incidents/analyses.h"

#include <algorithm>
#include <utility>

#include "analysis/analysis.h"
#include "analysis/site_databases.h"
#include "base/json_writer.h"
#include "evidence/vault.h"
#include "finding/json.h"
#include "incident/take.h"
#include "server/sentences.h"

namespace digue::server {

std::string_view analysis_state_name(AnalysisState state) {
  static constexpr std::string_view names[] = {"waiting", "running", "done", "failed", "cancelled"};
  return names[static_cast<std::size_t>(state)];
}

std::string analysis_json(const AnalysisView& view, Language language) {
  JsonWriter json;
  json.begin_object()
      .member("id", view.id)
      .member("state", analysis_state_name(view.state))
      .member("evidence", view.evidence)
      .member("files", view.evidence.size())
      .member("read", view.read);
  finding::write_time(json, "started", view.started);
  finding::write_time(json, "ended", view.ended);
  json.member("findings", view.findings)
      .member("answers", view.answers)
      .member("detail", view.detail.in(language))
      .end_object();
  return json.take();
}

static bool is_over(AnalysisState state) {
  return state != AnalysisState::waiting && state != AnalysisState::running;
}

Analyses::Analyses(Clock& clock, Preparations& preparations,
                   std::shared_ptr<const detect::sigma::Loaded> rules)
    : clock_(clock),
      preparations_(preparations),
      rules_(std::move(rules)),
      worker_([this](const std::stop_token& stop) { work(stop); }) {}

Analyses::~Analyses() {
  worker_.request_stop();
  changed_.notify_all();
  worker_.join();
}

Result<AnalysisView> Analyses::add(const std::shared_ptr<OpenIncident>& incident,
                                   std::vector<std::string> evidence, const read::Told& told) {
  const std::lock_guard lock(mutex_);
  const auto waiting = std::count_if(jobs_.begin(), jobs_.end(),
                                     [](const auto& job) { return !is_over(job->view.state); });
  if (static_cast<std::size_t>(waiting) >= max_waiting_analyses)
    return fail<sentences::too_many_analyses>(Error::Kind::refused, max_waiting_analyses);
  if (jobs_.size() >= max_kept_analyses && is_over(jobs_.front()->view.state)) jobs_.pop_front();
  auto job = std::make_unique<Job>();
  job->incident = incident;
  job->told = told;
  job->view.id = ++last_id_;
  job->view.evidence = std::move(evidence);
  jobs_.push_back(std::move(job));
  changed_.notify_all();
  return jobs_.back()->view;
}

// mutex_ is held.
Analyses::Job* Analyses::find_job(const std::string& incident, std::uint64_t id) const {
  const auto found = std::find_if(jobs_.begin(), jobs_.end(), [&](const auto& job) {
    return job->view.id == id && job->incident->id() == incident;
  });
  return found == jobs_.end() ? nullptr : found->get();
}

std::optional<AnalysisView> Analyses::find(const std::string& incident, std::uint64_t id) const {
  const std::lock_guard lock(mutex_);
  const auto* job = find_job(incident, id);
  if (job == nullptr) return std::nullopt;
  return job->view;
}

bool Analyses::cancel(const std::string& incident, std::uint64_t id) {
  const std::lock_guard lock(mutex_);
  auto* job = find_job(incident, id);
  if (job == nullptr) return false;
  job->stop = true;
  if (job->view.state == AnalysisState::waiting) job->view.state = AnalysisState::cancelled;
  return true;
}

// Changes what is seen of it, and tells those who listen to the incident.
void Analyses::change(Job& job, const std::function<void(AnalysisView&)>& how) {
  AnalysisView view;
  {
    const std::lock_guard lock(mutex_);
    how(job.view);
    view = job.view;
  }
  job.incident->tell_all("analysis",
                         [&](Language language) { return analysis_json(view, language); });
}

bool Analyses::goes_on(Job& job, std::size_t read, const std::stop_token& stop) {
  bool is_new = false;
  {
    const std::lock_guard lock(mutex_);
    if (job.stop || stop.stop_requested()) return false;
    is_new = job.view.read != read;
  }
  if (is_new) change(job, [&](AnalysisView& view) { view.read = read; });
  return true;
}

Outcome Analyses::analyse(Job& job, const std::stop_token& stop) {
  analysis::Request request;
  const auto vault = evidence::Vault::of_incident(job.incident->path());
  job.incident->read([&](const incident::State& state, const std::string&) {
    const auto prepared = preparations_.of(state);
    if (prepared->organisation) request.organisation = *prepared->organisation;
    request.hours_zone = state.zone;
    if (!request.organisation.zone_is_set) request.organisation.zone = state.zone;
    for (const auto& sha256 : job.view.evidence)
      if (const auto piece = state.evidence.find(sha256); piece != state.evidence.end())
        request.files.push_back({vault.path_of(sha256), piece->second.name});
  });
  request.told = job.told;
  request.rules = rules_;
  request.fallback_places = analysis::fallback_places();
  request.go_on = [&](std::size_t read) { return goes_on(job, read, stop); };
  DIGUE_TRY(const auto result, analysis::analyze(request));
  DIGUE_TRY(const auto taken,
            job.incident->take({result.findings, result.answers, result.sources,
                                result.unreadable.size(), result.summary.compromised_accounts,
                                result.summary.intruder_addresses, result.sign_ins}));
  change(job, [&](AnalysisView& view) {
    view.findings = taken.findings;
    view.answers = taken.answers;
  });
  return {};
}

void Analyses::run(Job& job, const std::stop_token& stop) {
  change(job, [&](AnalysisView& view) {
    view.state = AnalysisState::running;
    view.started = clock_.now();
  });
  Outcome outcome;
  try {
    outcome = analyse(job, stop);
  } catch (const std::exception& error) {
    outcome = fail<sentences::analysis_broke>(Error::Kind::internal, error.what());
  }
  change(job, [&](AnalysisView& view) {
    view.ended = clock_.now();
    view.state = outcome    ? AnalysisState::done
                 : job.stop ? AnalysisState::cancelled
                            : AnalysisState::failed;
    if (!outcome) view.detail = outcome.error().message;
  });
}

void Analyses::work(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    Job* next = nullptr;
    {
      std::unique_lock lock(mutex_);
      const auto waits = [](const auto& job) { return job->view.state == AnalysisState::waiting; };
      changed_.wait(lock, stop, [&] { return std::any_of(jobs_.begin(), jobs_.end(), waits); });
      const auto found = std::find_if(jobs_.begin(), jobs_.end(), waits);
      if (stop.stop_requested() || found == jobs_.end()) continue;
      next = found->get();
    }
    run(*next, stop);
  }
}

}  // namespace digue::server
