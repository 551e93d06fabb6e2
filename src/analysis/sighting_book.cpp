#include "analysis/sighting_book.h"

#include <algorithm>
#include <utility>

namespace digue::analysis {

static constexpr std::size_t sightings_per_frame = 4096;

finding::Encounter& SightingBook::encounter_of(const finding::Sighting& sighting) {
  std::string key = std::to_string(sighting.indicator);
  const bool full = encounters_.size() >= max_encounters;
  const auto with = [&](const std::string& who) { (key += '\x1f') += who; };
  with(sighting.account);
  with(sighting.host);
  if (full && !places_.contains(key)) key = std::to_string(sighting.indicator) + "\x1f\x1f";
  const auto [place, is_new] = places_.emplace(std::move(key), encounters_.size());
  if (is_new) {
    auto& encounter = encounters_.emplace_back();
    encounter.indicator = sighting.indicator;
    if (!full) {
      encounter.account = sighting.account;
      encounter.host = sighting.host;
    }
  }
  return encounters_[place->second];
}

void SightingBook::add(finding::Sighting sighting) {
  auto& encounter = encounter_of(sighting);
  ++encounter.count;
  if (sighting.time.known() && !sighting.time_is_local) {
    if (!encounter.first.known() || sighting.time < encounter.first)
      encounter.first = sighting.time;
    encounter.last = std::max(encounter.last, sighting.time);
  }
  if (++counts_[sighting.indicator] > listed_) return;
  pending_.push_back(std::move(sighting));
  if (pending_.size() < sightings_per_frame) return;
  writer_.sightings(pending_);
  pending_.clear();
}

void SightingBook::finish() {
  writer_.sightings(std::exchange(pending_, {}));
  writer_.encounters(std::exchange(encounters_, {}));
  counts_.clear();
  places_.clear();
}

}  // namespace digue::analysis
