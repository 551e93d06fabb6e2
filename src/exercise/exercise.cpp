#include "exercise/exercise.h"

#include <fmt/core.h>
#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "exercise/exports.h"
#include "exercise/routine.h"
#include "exercise/sentences.h"
#include "exercise/site_story.h"

namespace digue::exercise {

std::span<const Exercise> exercises() {
  static constexpr Exercise table[] = {{"mailbox-takeover", sentences::mailbox_takeover},
                                       {"ransomware", sentences::ransomware},
                                       {"phishing", sentences::phishing}};
  return table;
}

namespace {

// Only what an earlier run left may be there.
Outcome check_folder(const std::filesystem::path& folder) {
  std::error_code trouble;
  for (const auto& entry : std::filesystem::directory_iterator(folder, trouble)) {
    const std::string name = entry.path().filename().string();
    static constexpr std::array<std::string_view, 7> ours = {
        "evidence",    "mapping.yaml", "organisation.yaml", "networks.csv",
        "STORY.fr.md", "STORY.en.md",  "truth.json"};
    if (std::find(ours.begin(), ours.end(), name) == ours.end())
      return fail<sentences::folder_not_ours>(Error::Kind::refused, folder.string());
  }
  return {};
}

template <class Fact>
void take_day(const std::vector<Fact>& all, Instant from, std::vector<Fact>& out) {
  for (const auto& fact : all)
    if (fact.time >= from && fact.time < from + day_ms) out.push_back(fact);
}

template <class Fact>
void in_time_order(std::vector<Fact>& facts) {
  std::stable_sort(facts.begin(), facts.end(),
                   [](const Fact& a, const Fact& b) { return a.time < b.time; });
}

// Everything of one day (UTC), the routine and the story together.
Facts facts_of(const World& world, const Story& story, int day, Volume volume) {
  Facts facts = routine(world, day, volume, story.blocked);
  const Instant from = world.start + day * day_ms;
  take_day(story.facts.sign_ins, from, facts.sign_ins);
  take_day(story.facts.directory, from, facts.directory);
  take_day(story.facts.audit, from, facts.audit);
  take_day(story.facts.messages, from, facts.messages);
  in_time_order(facts.sign_ins);
  in_time_order(facts.directory);
  in_time_order(facts.messages);
  AuditWriter writer(world, Random(world.seed).fork(fmt::format("log {}", day)));
  for (const auto& sign_in : facts.sign_ins) facts.audit.push_back(writer.sign_in(sign_in));
  for (const auto& act : facts.directory)
    if (act.in_audit_log) facts.audit.push_back(writer.directory(act));
  in_time_order(facts.audit);
  return facts;
}

// The ordinary month has some 415 rows a day; every further time adds some 150.
Volume volume_for(const World& world, std::uint64_t rows) {
  const auto days = static_cast<std::uint64_t>(world.days);
  if (rows <= days * 415) return {1};
  return {static_cast<int>(1 + (rows - days * 415) / (days * 150))};
}

Outcome open_all(const World& world, const std::filesystem::path& evidence, bool every_format,
                 DailyExports& exports) {
  DIGUE_CHECK(open_audit_log(world, evidence, every_format, exports));
  DIGUE_CHECK(open_sign_ins(world, evidence, every_format, exports));
  DIGUE_CHECK(open_directory_audit(world, evidence, exports));
  return open_message_trace(world, evidence, exports);
}

Result<Made> write_days(const World& world, const Story& story, Volume volume,
                        DailyExports& exports) {
  Made made;
  for (int day = 0; day < world.days; ++day) {
    const Facts facts = facts_of(world, story, day, volume);
    const DailyExport::Day view{day, facts.audit, facts.sign_ins, facts.directory, facts.messages};
    for (auto& file : exports) file->write(view);
    made.audit_rows += facts.audit.size();
    made.sign_ins += facts.sign_ins.size();
    made.messages += facts.messages.size();
  }
  for (auto& file : exports) DIGUE_CHECK(file->close());
  return made;
}

Result<Made> make_mailbox_takeover(const std::filesystem::path& folder, const Options& options) {
  DIGUE_TRY(const auto world, World::from(options.seed));
  const Story story = tell_story(world);
  DailyExports exports;
  DIGUE_CHECK(open_all(world, folder / "evidence", !options.single_format, exports));
  DIGUE_TRY(const auto made, write_days(world, story, volume_for(world, options.rows), exports));
  DIGUE_CHECK(write_state(world, story.state, folder / "evidence"));
  DIGUE_CHECK(write_papers(world, story, folder));
  return made;
}

Result<Made> make_site(std::string_view name, const std::filesystem::path& folder,
                       const Options& options) {
  DIGUE_TRY(const auto site, Site::from(options.seed));
  SiteStory story(site);
  tell_site_routine(story, site.world.incident_day + 1);
  if (name == "ransomware")
    tell_ransomware(story);
  else
    tell_phishing(story);
  DIGUE_TRY(const auto records, write_site(story, name, folder));
  Made made;
  made.records = records;
  return made;
}

}  // namespace

Result<Made> make(std::string_view name, const std::filesystem::path& folder,
                  const Options& options) {
  const auto known = exercises();
  if (std::none_of(known.begin(), known.end(), [&](const auto& one) { return one.name == name; }))
    return fail<sentences::no_such_exercise>(Error::Kind::not_found, name);
  DIGUE_CHECK(check_folder(folder));
  std::error_code ignored;
  std::filesystem::remove_all(folder / "evidence", ignored);
  std::filesystem::remove(folder / "mapping.yaml", ignored);
  if (name == exercises().front().name) return make_mailbox_takeover(folder, options);
  return make_site(name, folder, options);
}

}  // namespace digue::exercise
