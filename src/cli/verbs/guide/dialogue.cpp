#include "cli/verbs/guide/dialogue.h"

#include <charconv>
#include <cstdio>
#include <iostream>

#include "base/text.h"
#include "cli/layout.h"
#include "cli/verbs/guide/sentences.h"

namespace digue::cli::verbs {

// A person types no more than this on one line.
static constexpr std::size_t max_line_bytes = 4096;

void Dialogue::say(const Message& message, std::size_t indent) {
  session_.print(wrapped(message.in(session_.language), indent, indent));
}

void Dialogue::gap() {
  session_.print("\n");
}

void Dialogue::heading(const Message& message) {
  const auto& text = message.in(session_.language);
  session_.print(wrapped(text, 0, 0));
  session_.line(std::string(std::min(width_of(text), terminal_columns), '-'));
}

std::optional<std::string> Dialogue::ask(const Message& prompt) {
  session_.print(harmless(prompt.in(session_.language)));
  std::fflush(stdout);
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return std::string(trimmed(std::string_view(line).substr(0, max_line_bytes)));
}

std::optional<std::string> Dialogue::ask(const Message& prompt, const std::string& usual) {
  auto typed = ask(prompt);
  if (typed && typed->empty()) return usual;
  return typed;
}

std::optional<std::size_t> Dialogue::choose(const std::vector<Message>& choices,
                                            const Message* zero) {
  for (std::size_t i = 0; i < choices.size(); ++i)
    session_.print(wrapped(tell<sentences::choice_line>(i + 1, choices[i]).in(session_.language),
                           i < 9 ? 2 : 1, 5));
  if (zero != nullptr)
    session_.print(wrapped(tell<sentences::choice_line>(0, *zero).in(session_.language), 2, 5));
  while (const auto typed = ask(tell<sentences::number_prompt>())) {
    std::size_t number = 0;
    const auto read = std::from_chars(typed->data(), typed->data() + typed->size(), number);
    const bool whole =
        !typed->empty() && read.ec == std::errc{} && read.ptr == typed->data() + typed->size();
    if (whole && number == 0 && zero != nullptr) return choices.size();
    if (whole && number >= 1 && number <= choices.size()) return number - 1;
    say(tell<sentences::not_a_choice>(*typed));
  }
  return std::nullopt;
}

}  // namespace digue::cli::verbs
