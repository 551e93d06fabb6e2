// Lines of text for a person at a terminal, in their language.
#pragma once
#include <algorithm>
#include <string>

#include "cli/layout.h"
#include "cli/verb.h"

namespace digue::cli::casework {

// Lines of text in the person's language.
class Page {
 public:
  explicit Page(Session& session) : session_(session) {}

  void heading(const Message& message) {
    const auto& text = message.in(session_.language);
    session_.print(wrapped(text, 0, 0));
    session_.line(std::string(std::min(width_of(text), terminal_columns), '-'));
  }
  // Lines after the first hang further in by `hanging`.
  void paragraph(const Message& message, std::size_t indent = 0, std::size_t hanging = 2) {
    session_.print(wrapped(message.in(session_.language), indent, indent + hanging));
  }
  // A new part, after a gap.
  void part(const Message& title) {
    gap();
    heading(title);
  }
  void gap() { session_.print("\n"); }

 private:
  Session& session_;
};

}  // namespace digue::cli::casework
