#include "cli/verbs/guide/dialogue.h"

#include <cstdio>
#include <iostream>

#include "base/number.h"
#include "base/text.h"
#include "cli/layout.h"
#include "cli/verbs/guide/sentences.h"

namespace digue::cli::verbs {

// A person types no more than this on one line.
static constexpr std::size_t max_line_bytes = 4096;

void Dialogue::rule() {
  session_.line(std::string(terminal_columns, '='));
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
                                            const Message* zero, std::optional<std::size_t> usual) {
  for (std::size_t i = 0; i < choices.size(); ++i)
    session_.print(wrapped(tell<sentences::choice_line>(i + 1, choices[i]).in(session_.language),
                           i < 9 ? 2 : 1, 5));
  if (zero != nullptr)
    session_.print(wrapped(tell<sentences::choice_line>(0, *zero).in(session_.language), 2, 5));
  const auto prompt =
      usual ? tell<sentences::number_prompt_usual>(*usual < choices.size() ? *usual + 1 : 0)
            : tell<sentences::number_prompt>();
  while (const auto typed = ask(prompt)) {
    if (typed->empty() && usual) return usual;
    const auto number = whole_number(*typed);
    if (number == 0 && zero != nullptr) return choices.size();
    if (number && *number >= 1 && *number <= choices.size()) return *number - 1;
    say(tell<sentences::not_a_choice>(*typed));
  }
  return std::nullopt;
}

std::optional<std::size_t> Dialogue::choose_or_go_back(const std::vector<Message>& choices) {
  const auto back = tell<sentences::go_back>();
  const auto picked = choose(choices, &back, choices.size());
  return picked == choices.size() ? std::nullopt : picked;
}

}  // namespace digue::cli::verbs
