#include "exercise/random.h"

#include <bit>
#include <string_view>

namespace digue::exercise {

static std::uint64_t splitmix(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15U;
  std::uint64_t z = state;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

Random::Random(std::uint64_t seed) : seed_(seed) {
  std::uint64_t state = seed;
  for (auto& word : state_) word = splitmix(state);
}

Random Random::fork(std::string_view purpose) const {
  std::uint64_t hash = 0xcbf29ce484222325U ^ seed_;  // FNV-1a, started from the seed
  for (const char c : purpose) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return Random(hash);
}

std::uint64_t Random::next() {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17U;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

// The small bias of a remainder does not matter to a story.
std::size_t Random::below(std::size_t bound) {
  return static_cast<std::size_t>(next() % bound);
}

int Random::between(int low, int high) {
  return low + static_cast<int>(
                   below(static_cast<std::size_t>(high) - static_cast<std::size_t>(low) + 1));
}

bool Random::chance(int percent) {
  return between(0, 99) < percent;
}

std::string Random::hex(int digits) {
  std::string text;
  for (int i = 0; i < digits; ++i) text += "0123456789abcdef"[below(16)];
  return text;
}

std::string Random::guid() {
  std::string digits = hex(32);
  digits[12] = '4';
  digits[16] = "89ab"[below(4)];
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) digits.insert(dash, 1, '-');
  return digits;
}

std::string Random::token() {
  static constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  std::string text;
  for (int i = 0; i < 22; ++i) text += alphabet[below(alphabet.size())];
  return text;
}

}  // namespace digue::exercise
