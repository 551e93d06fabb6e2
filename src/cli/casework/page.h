// Lines of text for a person at a terminal, in their language.
#pragma once
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
    session_.line(harmless(text));
    session_.line(std::string(width_of(text), '-'));
  }
  void paragraph(const Message& message, std::size_t indent = 0) {
    session_.print(wrapped(message.in(session_.language), indent, indent + 2));
  }
  void gap() { session_.print("\n"); }

 private:
  Session& session_;
};

}  // namespace digue::cli::casework
