// Runs of text, each of one kind: what every paper is written with.
//
// Texts are UTF-8 as they came; whoever lays them out escapes them and makes what does not show
// visible.  Values; thread-safe.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace digue::produce::pdf {

// Renderers cut a longer run with "…": a note may hold megabytes, a report is to be read.
inline constexpr std::size_t longest_run = 4000;  // characters

// A run of text.
struct Span {
  enum class Kind : std::uint8_t {
    plain,
    strong,
    quiet,  // of lesser weight
    name,   // the evidence's own: never hyphenated, of even width
    time,   // of lesser weight, never wrapped
    badge,  // a word that stands for a state; `tone` says how grave
  };
  // Never told by colour alone: the word is there.
  enum class Tone : std::uint8_t { none, calm, attention, grave };
  Kind kind = Kind::plain;
  std::string text;
  Tone tone = Tone::none;
};
using Line = std::vector<Span>;

}  // namespace digue::produce::pdf
