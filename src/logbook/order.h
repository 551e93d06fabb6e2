// Which entries stand where they were written?  Each says how many stood before it; those numbers
// should be 0, 1, 2...  When they are not, the longest run that still is in order is held to be the
// original, and what does not fit in it was moved or inserted; numbers that nobody holds are gone.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

namespace digue::logbook {

struct Order {
  std::vector<std::size_t> moved;      // indexes into the claims
  std::vector<std::size_t> inserted;   // indexes into the claims
  std::vector<std::uint64_t> missing;  // numbers that nobody holds; at most `cap`
  std::uint64_t missing_left_out = 0;  // beyond the cap
  std::vector<bool> in_place;          // for each index
  std::uint64_t end = 0;               // one more than the last number
  bool sound() const {
    return moved.empty() && inserted.empty() && missing.empty() && missing_left_out == 0;
  }
};

// A claim is nothing when the entry can't be trusted to say it: it then takes the first free number
// between its neighbours.
Order order_of(const std::vector<std::optional<std::uint64_t>>& claims, std::size_t cap);

}  // namespace digue::logbook
