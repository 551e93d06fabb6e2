// Reading the body of an entry: a JSON object, from a file that others may have written.  A member
// that is missing or of another type reads as nothing.  Values, cheap to copy; thread-safe.
//
// Caps: the body's own (logbook/entry.h), and max_body_depth.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sentence.h"
#include "base/time.h"

namespace digue::incident {

inline constexpr int max_body_depth = 12;

class Body {
 public:
  // Nothing when the bytes are not a JSON object.
  static std::optional<Body> read(std::string_view bytes);

  std::string text(std::string_view name) const;
  std::int64_t number(std::string_view name) const;
  std::uint64_t count(std::string_view name) const;
  bool flag(std::string_view name) const;
  Instant time(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  std::optional<Body> body(std::string_view name) const;
  std::vector<Body> bodies(std::string_view name) const;
  Message message(std::string_view name) const;
  std::vector<Message> messages(std::string_view name) const;
  // A person's words, the same in both languages; or the program's, in each.
  Message said(std::string_view name) const;

  struct Node;

 private:
  explicit Body(std::shared_ptr<const Node> node) : node_(std::move(node)) {}
  const Node* member(std::string_view name) const;

  std::shared_ptr<const Node> node_;
};

}  // namespace digue::incident
