// One reads aloud, one does: a step in short sentences, one at a time, each waiting for "done" to
// be read back.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "cli/verbs/guide/dialogue.h"
#include "incident/plan.h"

namespace digue::cli::verbs {

// The sentences of a text, in order, outer spaces off.
std::vector<std::string> sentences_of(std::string_view text);
// What is read aloud of a step, sentence after sentence: what it is, for whom, what it may break,
// what to save first, how, in which console, and the way back.
std::vector<std::string> read_aloud(const incident::PlanLine& line, Language language);

// Reads them out, one screen each; false when the reader stopped before the end.
bool read_out(Dialogue& dialogue, const std::vector<std::string>& said);

}  // namespace digue::cli::verbs
