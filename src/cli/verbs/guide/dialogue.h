// Questions to a person at a terminal, one line each, and their answers: works over a serial line,
// without colour, and from a file.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/casework/page.h"
#include "cli/verb.h"

namespace digue::cli::verbs {

class Dialogue : public casework::Page {
 public:
  explicit Dialogue(Session& session) : Page(session), session_(session) {}

  // A paragraph with its left edge straight.
  void say(const Message& message, std::size_t indent = 0) { paragraph(message, indent, 0); }

  // A line from edge to edge.
  void rule();

  // What was typed, outer spaces off; nothing once there is no more to read.
  std::optional<std::string> ask(const Message& prompt);
  // The same, where Enter alone stands for `usual`.
  std::optional<std::string> ask(const Message& prompt, const std::string& usual);
  // The index of the one that was picked by its number, from 1; `zero` may be offered as 0, and is
  // then the index choices.size(); Enter alone is `usual`.  Asks again until it is one of them.
  std::optional<std::size_t> choose(const std::vector<Message>& choices,
                                    const Message* zero = nullptr,
                                    std::optional<std::size_t> usual = std::nullopt);
  // The same, where Enter alone, or 0, picks nothing.
  std::optional<std::size_t> choose_or_go_back(const std::vector<Message>& choices);

 private:
  Session& session_;
};

}  // namespace digue::cli::verbs
