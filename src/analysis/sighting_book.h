// What a worker that hunts saw in one file: the first sightings of each indicator, and all of them
// rolled up by account and host.  Sent in frames; bounded whatever the file holds.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/wire.h"
#include "finding/sighting.h"

namespace digue::analysis {

// Of one file: more accounts and hosts than that are rolled up without their names.
inline constexpr std::size_t max_encounters = 100'000;

class SightingBook {
 public:
  // `listed`: how many sightings of each indicator are sent one by one.
  SightingBook(wire::Writer& writer, std::uint64_t listed) : writer_(writer), listed_(listed) {}
  void add(finding::Sighting sighting);
  // Once the file was read: sends what is left, and forgets.
  void finish();

 private:
  finding::Encounter& encounter_of(const finding::Sighting& sighting);

  wire::Writer& writer_;
  std::uint64_t listed_;
  std::vector<finding::Sighting> pending_;
  std::unordered_map<std::uint32_t, std::uint64_t> counts_;
  std::unordered_map<std::string, std::size_t> places_;  // in encounters_, by who
  std::vector<finding::Encounter> encounters_;
};

}  // namespace digue::analysis
