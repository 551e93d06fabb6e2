#include "analysis/hunt.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <map>
#include <thread>
#include <tuple>

#include "analysis/jobs.h"
#include "analysis/sentences.h"
#include "analysis/shared_image.h"
#include "hunt/matcher.h"

namespace digue::analysis {

namespace {

// What one file of a job turned out to hold.
struct Searched {
  finding::Source source;
  std::vector<finding::Sighting> sightings;
  std::vector<finding::Encounter> encounters;
  std::vector<finding::Unreadable> unreadable;
};

class JobListener final : public Listener {
 public:
  JobListener(std::deque<Searched>& files, std::string name, std::size_t indicators)
      : files_(files), name_(std::move(name)), indicators_(indicators) {}

  void source_begin(std::string name, std::string format, event::Family family) override {
    auto& source = files_.emplace_back().source;
    source.file = std::move(name);
    source.format = std::move(format);
    source.family = family;
    inside_ = true;
  }
  void batch(std::span<const event::Event>, std::span<const event::Detail>) override {}
  void unreadable(std::uint64_t offset, std::uint64_t bytes, std::uint32_t line,
                  Message reason) override {
    auto& file = current();
    file.unreadable.push_back({file.source.file, offset, bytes, line, std::move(reason)});
  }
  void remark(Message) override {}
  void source_end(std::string sha256, std::uint64_t bytes, std::uint64_t, std::uint64_t) override {
    files_.back().source.sha256 = std::move(sha256);
    files_.back().source.bytes = bytes;
    inside_ = false;
  }
  bool sightings(std::vector<finding::Sighting>&& sightings) override {
    return add(files_.back().sightings, std::move(sightings));
  }
  bool encounters(std::vector<finding::Encounter>&& encounters) override {
    return add(files_.back().encounters, std::move(encounters));
  }
  void lost(const Message& why) override { unreadable(0, 0, 0, why); }

 private:
  // The worker may have been taken over by what it read: an indicator that there is not is refused.
  template <class Item>
  bool add(std::vector<Item>& to, std::vector<Item> items) {
    for (auto& item : items) {
      if (item.indicator >= indicators_) return false;
      to.push_back(std::move(item));
    }
    return true;
  }
  Searched& current() {
    if (!inside_) {
      files_.emplace_back().source.file = name_;
      inside_ = true;
    }
    return files_.back();
  }

  std::deque<Searched>& files_;
  std::string name_;
  std::size_t indicators_;
  bool inside_ = false;
};

WorkerSettings settings_of(const HuntRequest& request, int image, std::size_t jobs) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const unsigned threads = request.threads == 0 ? cores : request.threads;
  // Many files keep the processors busy by themselves.
  const bool many = jobs >= std::size_t{threads} * 2;
  WorkerSettings settings;
  settings.program = request.worker_program;
  settings.told = request.told;
  settings.at_once = many ? threads : 1;
  settings.hang_seconds = request.hang_seconds;
  settings.memory_bytes = request.worker_memory_bytes;
  settings.go_on = request.go_on;
  settings.word = hunt_word;
  settings.more_words = {std::to_string(many ? 1U : threads), std::to_string(request.listed)};
  settings.shared_descriptor = image;
  return settings;
}

// ---- what goes into the result

class RollUp {
 public:
  void add(const Searched& file) {
    for (const auto& encounter : file.encounters) {
      auto& sum = sums_[encounter.indicator];
      sum.count += encounter.count;
      if (sum.last_file != &file) ++sum.files;
      sum.last_file = &file;
      auto& with = sum.with[{encounter.account, encounter.host}];
      with.count += encounter.count;
      widen(with, encounter);
    }
  }

  std::vector<Hunted> take() {
    std::vector<Hunted> found;
    for (auto& [indicator, sum] : sums_) {
      auto& hunted = found.emplace_back();
      hunted.indicator = indicator;
      hunted.count = sum.count;
      hunted.files = sum.files;
      for (auto& [who, encounter] : sum.with) {
        encounter.indicator = indicator;
        std::tie(encounter.account, encounter.host) = who;
        add_name(hunted.accounts, encounter.account);
        add_name(hunted.hosts, encounter.host);
        if (encounter.first.known() && (!hunted.first.known() || encounter.first < hunted.first))
          hunted.first = encounter.first;
        hunted.last = std::max(hunted.last, encounter.last);
        hunted.encounters.push_back(encounter);
      }
      tidy(hunted.accounts);
      tidy(hunted.hosts);
    }
    return found;
  }

 private:
  struct Sum {
    std::uint64_t count = 0, files = 0;
    const Searched* last_file = nullptr;
    std::map<std::pair<std::string, std::string>, finding::Encounter> with;
  };

  static void widen(finding::Encounter& with, const finding::Encounter& by) {
    if (!by.first.known()) return;
    if (!with.first.known() || by.first < with.first) with.first = by.first;
    with.last = std::max(with.last, by.last);
  }
  static void add_name(std::vector<std::string>& names, const std::string& name) {
    if (!name.empty()) names.push_back(name);
  }
  static void tidy(std::vector<std::string>& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    if (names.size() > max_names_each) names.resize(max_names_each);
  }

  std::map<std::uint32_t, Sum> sums_;
};

auto order_of(const finding::Sighting& sighting) {
  return std::tuple(sighting.indicator, sighting.time, sighting.place.source, sighting.place.offset,
                    sighting.place.record);
}

// Each file lists its first sightings; of all files together, the first in their order stay.
void keep_listed(HuntResult& result, std::uint64_t listed) {
  auto& sightings = result.sightings;
  std::sort(sightings.begin(), sightings.end(),
            [](const auto& a, const auto& b) { return order_of(a) < order_of(b); });
  std::vector<finding::Sighting> kept;
  auto hunted = result.found.begin();
  for (auto& sighting : sightings) {
    while (hunted != result.found.end() && hunted->indicator < sighting.indicator) ++hunted;
    if (hunted == result.found.end() || hunted->listed >= listed) continue;
    ++hunted->listed;
    kept.push_back(std::move(sighting));
  }
  sightings = std::move(kept);
}

void take_file(Searched& file, HuntResult& result) {
  const auto source = static_cast<std::uint32_t>(result.sources.size());
  for (auto& sighting : file.sightings) {
    sighting.place.source = source;
    result.sightings.push_back(std::move(sighting));
  }
  std::move(file.unreadable.begin(), file.unreadable.end(), std::back_inserter(result.unreadable));
  result.bytes += file.source.bytes;
  result.sources.push_back(std::move(file.source));
}

}  // namespace

digue::Result<HuntResult> hunt_for(std::span<const indicator::Indicator> indicators,
                                   const HuntRequest& request) {
  const auto began = std::chrono::steady_clock::now();
  const auto walk = evidence::walk(request.paths);
  DIGUE_TRY(const auto jobs, jobs_of(walk, request.paths, request.files));
  DIGUE_TRY(const auto image, SharedImage::of(hunt::Matcher::compile(indicators).image()));

  std::vector<std::deque<Searched>> of_job(jobs.size());
  event::Symbols unused;
  run_workers(
      jobs, settings_of(request, image.descriptor(), jobs.size()), unused, [&](std::size_t job) {
        return std::make_unique<JobListener>(of_job[job], jobs[job].name, indicators.size());
      });
  if (request.go_on && !request.go_on(jobs.size()))
    return fail<sentences::analysis_stopped>(Error::Kind::refused);

  HuntResult result;
  RollUp summary;
  for (const auto& skipped : walk.skipped)
    if (!skipped.junk) result.unreadable.push_back({skipped.name, 0, 0, 0, skipped.why});
  for (auto& files : of_job)
    for (auto& file : files) summary.add(file);
  result.found = summary.take();
  for (auto& files : of_job)
    for (auto& file : files) take_file(file, result);
  keep_listed(result, request.listed);
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return result;
}

}  // namespace digue::analysis
