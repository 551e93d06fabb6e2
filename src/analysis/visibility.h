// What the Windows logs that were given let one see (ransomware/1.a): channels and events present,
// from when to when, silences, whether processes are told with their command lines, and how far
// back each log goes.  So that "no alert" is not read as "nothing happened".
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/logged.h"
#include "base/sentence.h"
#include "finding/finding.h"

namespace digue::analysis {

// How far a log reaches: from its first record to its last.
enum class Reach : std::uint8_t { under_30_days, days_30, months_3, months_6 };
std::string_view reach_name(Reach reach);  // "under-30-days", "30-days", "3-months", "6-months"

// One channel of one host, over all files; a file that was given twice counts once.
struct ChannelView {
  LoggedChannel logged;
  std::uint64_t records = 0;
  Instant first, last;
  Reach reach = Reach::under_30_days;
  std::vector<finding::Gap> gaps;  // a working day or more without anything
  // Of the starts of processes, when the channel has some.
  std::uint64_t processes = 0, with_command_line = 0;
};

struct Visibility {
  std::vector<ChannelView> channels;  // by host and channel
  std::vector<Message> notes;         // what it comes to, the gravest first
};

struct SourceNotes;
// `sources` with what each log holds.
Visibility visibility_of(const std::vector<SourceNotes>& sources);

// One JSON object (docs/command-line.md).
std::string to_json(const ChannelView& view, Language language);

// What it answers to "what means of observation are there?": nothing when no log came in.
std::optional<finding::Answer> answer_of(const Visibility& visibility);

}  // namespace digue::analysis
