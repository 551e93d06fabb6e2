#include "cli/verbs/guide/reader.h"

#include "base/text.h"
#include "cli/verbs/guide/sentences.h"
#include "sheet/overlay.h"

namespace digue::cli::verbs {

// A sentence ends at one of these, with a space after it.
static constexpr std::string_view ends = ".!?";

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> out;
  std::size_t start = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (ends.find(text[i]) == std::string_view::npos || text[i + 1] != ' ') continue;
    out.emplace_back(trimmed(text.substr(start, i + 1 - start)));
    start = i + 1;
  }
  if (const auto last = trimmed(text.substr(start)); !last.empty()) out.emplace_back(last);
  return out;
}

std::vector<std::string> read_aloud(const incident::PlanLine& line, Language language) {
  const auto& step = *line.step;
  std::vector<std::string> said = {step.title.in(language)};
  const auto add = [&](const Message& message) {
    for (auto& sentence : sentences_of(message.in(language))) said.push_back(std::move(sentence));
  };
  if (!line.account.empty()) add(tell<sentences::step_for>(line.account));
  for (const auto& impact : step.impacts) add(tell<sentences::step_impact>(impact.text));
  for (const auto& warning : line.warnings) add(warning);
  for (const auto& evidence : step.preservation)
    add(tell<sentences::step_save_first>(evidence.text));
  add(step.text);
  // Whole: a menu or an address has dots of its own.
  for (const auto& beside : sheet::local_lines(step)) said.push_back(beside.in(language));
  if (!step.undo.english.empty()) add(tell<sentences::step_undo>(step.undo));
  return said;
}

bool read_out(Dialogue& dialogue, const std::vector<std::string>& said) {
  std::size_t at = 0;
  while (at < said.size()) {
    dialogue.rule();
    dialogue.say(tell<sentences::read_place>(at + 1, said.size()));
    dialogue.gap();
    dialogue.say(as_message(said[at]), 4);
    dialogue.gap();
    const auto typed = dialogue.ask(tell<sentences::read_prompt>());
    if (!typed || *typed == "-") return false;
    if (*typed != "r") ++at;
  }
  dialogue.rule();
  return true;
}

}  // namespace digue::cli::verbs
