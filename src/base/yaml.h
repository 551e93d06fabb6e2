// Strict YAML, read through the parser's events: people write our settings and sheets by hand, and
// what they write must mean one thing.  A scalar is text (`no` and `1.10` stay as written);
// duplicate keys, anchors, aliases, tags and several documents are refused; every node knows its
// line and column, so that a message can point at it.
//
// Caps: max_yaml_bytes, max_yaml_depth, max_yaml_line, max_yaml_documents.  Trees are plain values;
// reading is thread-safe.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace digue {

inline constexpr std::size_t max_yaml_bytes = 4 << 20;
inline constexpr std::size_t max_yaml_line = 20000;
inline constexpr int max_yaml_depth = 24;
inline constexpr std::size_t max_yaml_documents = 1000;

struct YamlMember;

struct YamlNode {
  enum class Kind { absent, text, list, mapping };
  Kind kind = Kind::absent;
  int line = 0, column = 0;  // from 1
  std::string text;
  bool plain = false;               // a text written without quotes or block
  bool null = false;                // an empty text written as nothing, `~` or `null`
  std::vector<YamlNode> items;      // of a list
  std::vector<YamlMember> members;  // of a mapping, in the order written
  // What operator[] gives for a key that a mapping lacks; shared by its copies, never changed.
  std::shared_ptr<const YamlNode> lacking;

  bool present() const { return kind != Kind::absent; }
  bool is_text() const { return kind == Kind::text; }
  // The member with that key.  When there is none, an absent node: at the place of this one when it
  // is a mapping, else at no place (0, 0), for a text and a list have no keys.
  const YamlNode& operator[](std::string_view key) const;
};

struct YamlMember {
  YamlNode key, value;
};

// Why a file can't be read, and where.
struct YamlFault {
  int line = 0, column = 0;
  Message what;  // and what to do about it
};
tl::expected<YamlNode, YamlFault> parse_yaml(std::string_view bytes);
// The same for a file that may hold several documents; empty ones are left out.
tl::expected<std::vector<YamlNode>, YamlFault> parse_yaml_documents(std::string_view bytes);

// The same, told in one message; `name` is how it calls the file.
Result<YamlNode> read_yaml(std::string_view bytes, const std::string& name);

// An error that points at a node: "FILE, line L, column C: KIND is needed here."
Error yaml_error(const std::string& file, const YamlNode& at, const Message& needed);
// Refuses a member whose key is not in `known`.
Outcome check_known_keys(const YamlNode& mapping, const std::vector<std::string_view>& known,
                         const std::string& file);

}  // namespace digue
