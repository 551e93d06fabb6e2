// Questions to a person at a terminal, one line each, and their answers: works over a serial line,
// without colour, and from a file.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/verb.h"

namespace digue::cli::verbs {

class Dialogue {
 public:
  explicit Dialogue(Session& session) : session_(session) {}

  // A paragraph, wrapped; then an empty line where `gap`.
  void say(const Message& message, std::size_t indent = 0);
  void gap();
  void heading(const Message& message);

  // What was typed, outer spaces off; nothing once there is no more to read.
  std::optional<std::string> ask(const Message& prompt);
  // The same, where Enter alone stands for `usual`.
  std::optional<std::string> ask(const Message& prompt, const std::string& usual);
  // The index of the one that was picked by its number, from 1; `zero` may be offered as 0, and is
  // then the index choices.size().  Asks again until it is one of them.
  std::optional<std::size_t> choose(const std::vector<Message>& choices,
                                    const Message* zero = nullptr);

 private:
  Session& session_;
};

}  // namespace digue::cli::verbs
