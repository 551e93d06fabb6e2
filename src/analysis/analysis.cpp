#include "analysis/analysis.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

#include "analysis/answers.h"
#include "analysis/coverage.h"
#include "analysis/jobs.h"
#include "analysis/local_times.h"
#include "analysis/merge.h"
#include "analysis/own_domains.h"
#include "analysis/sentences.h"
#include "analysis/shared_image.h"
#include "analysis/site_databases.h"
#include "analysis/told_word.h"
#include "analysis/url_list.h"
#include "analysis/workers.h"
#include "base/file.h"
#include "base/text.h"
#include "detect/containment.h"
#include "detect/detector.h"
#include "detect/intruder.h"
#include "detect/sigma/loading.h"
#include "detect/sigma/rule_image.h"
#include "detect/sign_in_counts.h"
#include "detect/sign_ins.h"

namespace digue::analysis {

read::Told told_with_zone(read::Told told, const organisation::Organisation& organisation) {
  if (told.zone || !organisation.zone_is_set) return told;
  told.zone = organisation.zone;
  told.zone_is_assumed = true;
  return told;
}

// More threads of one worker would hold more parts than its memory is made for.
static constexpr unsigned most_threads = 4;

static WorkerSettings settings_of(const Request& request, std::size_t list_bytes) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  WorkerSettings settings{request.worker_program,
                          told_with_zone(request.told, request.organisation),
                          request.workers == 0 ? cores : request.workers,
                          request.hang_seconds,
                          request.worker_memory_bytes,
                          request.go_on};
  settings.more_words = {std::to_string(std::min(settings.at_once, most_threads)),
                         request.lure ? request.lure->site : "", std::to_string(list_bytes),
                         request.rules ? std::string(rules_word) : ""};
  return settings;
}

// The workers share the image of the list, when there is one, and that of the rules after it.
static Outcome read_all(const Request& request, const std::vector<Job>& jobs, std::string shared,
                        Merger& merger) {
  auto settings = settings_of(request, shared.size());
  if (request.rules) {
    const auto& [set, left_out, refusals, filters] = *request.rules;
    shared += detect::sigma::image_of({set.rules(), filters});
  }
  std::optional<SharedImage> image;
  if (!shared.empty()) {
    DIGUE_TRY(auto made, SharedImage::of(shared));
    settings.shared_descriptor = image.emplace(std::move(made)).descriptor();
  }
  run_workers(jobs, settings, merger.symbols(),
              [&](std::size_t job) { return merger.listen(job, jobs[job].name); });
  merger.finish();
  return {};
}

// ---- what goes into the result

static bool concerns(const finding::Finding& finding, const std::vector<std::string>& accounts) {
  if (accounts.empty()) return true;
  return std::any_of(accounts.begin(), accounts.end(), [&](const auto& account) {
    return std::find(finding.accounts.begin(), finding.accounts.end(), lower(account)) !=
           finding.accounts.end();
  });
}

static finding::SignInCounts count_asked_for(const Request& request, const detect::Scene& scene) {
  std::set<std::string, std::less<>> accounts;
  for (const auto& account : request.accounts) accounts.insert(lower(account));
  return detect::count_sign_ins(scene, request.hours_zone.value_or(request.organisation.zone),
                                [&](std::string_view account, Instant time) {
                                  return (accounts.empty() || accounts.contains(account)) &&
                                         (!request.since.known() || time >= request.since) &&
                                         (!request.until.known() || time <= request.until);
                                });
}

static bool happened_within(const finding::Finding& finding, Instant since, Instant until) {
  if (!finding.time.known()) return true;  // a state has no date: it stands
  const Instant end = finding.time_end.known() ? finding.time_end : finding.time;
  return (!since.known() || end >= since) && (!until.known() || finding.time <= until);
}

static void keep_asked_for(const Request& request, std::vector<finding::Finding>& findings) {
  std::erase_if(findings, [&](const auto& finding) {
    return !concerns(finding, request.accounts) ||
           !happened_within(finding, request.since, request.until);
  });
  std::sort(findings.begin(), findings.end(), finding::before);
}

static void mark_local_times(const event::Trail& trail, Result& out) {
  const LocalTimes local(trail);
  for (auto& finding : out.findings) local.mark(finding);
  for (auto& user : out.link_users) local.mark(user);
}

static void tell_zone(const read::Told& told, std::vector<SourceNotes>& notes) {
  if (!told.zone) return;
  for (auto& note : notes) {
    note.source.zoneless.zone = told.zone->name();
    note.source.zoneless.is_assumed = told.zone_is_assumed;
  }
}

static void take_sources(std::vector<SourceNotes>& notes, const evidence::Walk& walk, Result& out) {
  for (const auto& skipped : walk.skipped)
    if (!skipped.junk) out.unreadable.push_back({skipped.name, 0, 0, 0, skipped.why});
  for (auto& note : notes) {
    const auto listed = note.unreadable.size();
    const auto& source = note.source;
    if (source.rejected > listed)
      out.summary.remarks.push_back(
          tell<sentences::more_rejections>(source.file, source.rejected - listed));
    for (const auto& remark : note.remarks)
      out.summary.remarks.push_back(tell<sentences::remark_of_file>(source.file, remark));
    std::move(note.unreadable.begin(), note.unreadable.end(), std::back_inserter(out.unreadable));
    out.sources.push_back(std::move(note.source));
  }
}

// "sharepoint\\system" acts for people; it is nobody's account.
static bool is_person(std::string_view account) {
  return account.find('@') != std::string_view::npos;
}

static void summarise(const detect::Scene& scene, const Coverage& coverage, Result& out) {
  auto& summary = out.summary;
  for (const auto& finding : out.findings)
    ++summary.by_severity[static_cast<std::size_t>(finding.severity)];
  summary.events = scene.trail.events.size();
  summary.first = coverage.first;
  summary.last = coverage.last;
  summary.period_is_local =
      std::any_of(out.sources.begin(), out.sources.end(), [&](const auto& source) {
        return source.times_are_local() && source.first.known() &&
               (source.first == summary.first || source.last == summary.last);
      });
  for (const auto& [account, windows] : scene.intruder.windows)
    if (is_person(scene.text(account)))
      summary.compromised_accounts.emplace_back(scene.text(account));
  for (const auto& [address, mark] : scene.intruder.addresses)
    if (mark.certainty == finding::Pivot::Certainty::proven)
      summary.intruder_addresses.emplace_back(scene.text(address));
  for (const auto index : scene.by_time) {
    const auto& event = scene.event(index);
    if (scene.tie(event) != detect::Tie::proven) continue;
    if (!summary.intruder_first.known()) summary.intruder_first = event.time;
    summary.intruder_last = event.time;
    summary.intruder_is_local = summary.intruder_is_local || event.time_is_local;
  }
  std::sort(summary.compromised_accounts.begin(), summary.compromised_accounts.end());
  std::sort(summary.intruder_addresses.begin(), summary.intruder_addresses.end());
  if (const auto rules = detect::rules_without_sites(scene); !rules.empty())
    summary.remarks.push_back(tell<sentences::rules_without_places>(
        rules.size(), join({rules.begin(), rules.end()}, ", ")));
  if (scene.own_domains_guessed)
    summary.remarks.push_back(tell<sentences::domains_guessed>(join(scene.own_domains, ", ")));
}

static detect::Scene scene_of(const Request& request, const event::Trail& trail,
                              const detect::Sites& sites) {
  auto scene = detect::make_scene(trail, request.organisation, sites);
  if (scene.own_domains.empty()) {
    scene.own_domains = guess_own_domains(trail);
    scene.own_domains_guessed = !scene.own_domains.empty();
  }
  scene.contained = request.contained;
  if (request.rules) scene.rules = &request.rules->rules;
  return scene;
}

static detect::Reach reach_of(const Coverage& coverage, event::Family family) {
  const auto& covered = coverage.of(family);
  return {covered.first, covered.last, covered.gaps};
}

// Only when the moment of the containment is told: otherwise nobody asked.
static void check_containment(const detect::Scene& scene, const Coverage& coverage, Result& out) {
  if (!scene.contained.known()) return;
  auto check = detect::check_containment(scene, reach_of(coverage, event::Family::sign_ins),
                                         reach_of(coverage, event::Family::audit_log));
  replace_answer(out.answers, std::move(check.answer));
  if (!check.finding) return;
  const auto place =
      std::lower_bound(out.findings.begin(), out.findings.end(), *check.finding, finding::before);
  out.findings.insert(place, std::move(*check.finding));
}

// Reads a list of bad addresses for the workers, and says what it holds and how old it is: what is
// not in it proves nothing, less so when it is old.  Returns its image.
static digue::Result<std::string> image_of_list(const std::filesystem::path& path,
                                                std::vector<Message>& remarks) {
  if (path.empty()) return std::string();
  DIGUE_TRY(const auto file, MappedFile::open(path));
  const UrlList list(file.bytes());
  const auto written = written_at(path.c_str());
  const auto date = written.known() ? rfc3339(written).substr(0, 10) : std::string("?");
  if (list.size() == 0)
    return fail<sentences::empty_url_list>(Error::Kind::bad_input, path.string());
  remarks.push_back(tell<sentences::url_list_used>(path.filename().string(), list.size(), date));
  return std::string(list.image());
}

digue::Result<Result> analyze(const Request& request) {
  const auto began = std::chrono::steady_clock::now();
  const auto walk = evidence::walk(request.paths);
  DIGUE_TRY(const auto jobs, jobs_of(walk, request.paths, request.files));
  DIGUE_TRY(const auto sites,
            SiteDatabases::open(request.organisation.place_databases, request.fallback_places));

  Result out;
  DIGUE_TRY(auto list, image_of_list(request.url_list, out.summary.remarks));

  Merger merger(jobs.size());
  DIGUE_CHECK(read_all(request, jobs, std::move(list), merger));
  if (request.go_on && !request.go_on(jobs.size()))
    return fail<sentences::analysis_stopped>(Error::Kind::refused);
  const auto coverage =
      measure_coverage(merger.trail(), merger.sources(), request.since, request.until);
  auto scene = scene_of(request, merger.trail(), sites);

  detect::run_rounds(scene, out.findings);
  keep_asked_for(request, out.findings);
  out.answers = answer_items(out.findings, coverage, detect::rules_without_sites(scene));
  check_containment(scene, coverage, out);
  out.visibility = visibility_of(merger.sources());
  if (auto answer = answer_of(out.visibility)) replace_answer(out.answers, std::move(*answer));
  if (request.lure) out.link_users = detect::link_users(scene, *request.lure);
  out.sign_ins = count_asked_for(request, scene);
  mark_local_times(merger.trail(), out);
  tell_zone(told_with_zone(request.told, request.organisation), merger.sources());
  take_sources(merger.sources(), walk, out);
  summarise(scene, coverage, out);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  out.summary.seconds = took.count();
  return out;
}

}  // namespace digue::analysis
