// Chance that can be told again: the same seed gives the same numbers on every machine and with
// every standard library, which std::*_distribution does not promise.
// xoshiro256** by Blackman and Vigna, seeded by splitmix64 (both public domain algorithms).
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digue::exercise {

// Not thread-safe; cheap to copy.
class Random {
 public:
  explicit Random(std::uint64_t seed);
  // A stream of its own for one purpose, so that a change in one part of the story leaves the
  // others as they were.  Does not move this one.
  Random fork(std::string_view purpose) const;

  std::uint64_t next();
  // 0 <= result < bound; bound must not be 0.
  std::size_t below(std::size_t bound);
  // Both ends included.
  int between(int low, int high);
  bool chance(int percent);

  template <class List>
  const auto& pick(const List& list) {
    return list[below(std::size(list))];
  }
  template <class List>
  void shuffle(List& list) {
    for (std::size_t i = std::size(list); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
  }

  // "3afb17e9-3e04-4b8c-bbc4-08dc25d38dd4": random (version 4), lower case.
  std::string guid();
  // Lower-case hexadecimal digits.
  std::string hex(int digits);
  // A token identifier as Entra writes it: 22 characters of the URL-safe base64 alphabet.
  std::string token();

 private:
  std::array<std::uint64_t, 4> state_{};
  std::uint64_t seed_;
};

}  // namespace digue::exercise
