// Binary XML ([MS-EVEN6] 2.2.12): the tokens of a template's definition, or of a record without
// template, to a small tree of elements, attributes, texts and slots.
//
// A slot is a hole that each record fills with a typed value.  Names and texts are UTF-8,
// unescaped. Processing instructions are read and left out.  Names stand in the chunk, once each: a
// tree can only be read with its whole chunk at hand.  Not thread-safe while it is filled.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/evtx/limits.h"

namespace digue::read::evtx {

inline constexpr std::uint32_t no_node = 0xffffffff;

struct Node {
  enum class Kind : std::uint8_t { element, attribute, text, slot };
  Kind kind = Kind::text;
  bool optional = false;                   // of a slot: an empty value leaves out what holds it
  std::uint16_t slot = 0;                  // of a slot
  std::uint32_t text = 0, text_bytes = 0;  // name of an element or attribute; a text's own
  // An element's attributes come first among its children.
  std::uint32_t first_child = no_node, next = no_node;
};

// Where something could not be read, and what.
struct Damage {
  std::uint64_t offset = 0, bytes = 0;
  const char* what = "";
};

class Tree {
 public:
  std::vector<Node> nodes;
  std::vector<std::uint32_t> roots;
  std::string texts;

  std::string_view text(const Node& node) const {
    return std::string_view(texts).substr(node.text, node.text_bytes);
  }
  void clear() {
    nodes.clear();
    roots.clear();
    texts.clear();
  }
};

// What makes a definition the same as another of another chunk, though their names stand elsewhere:
// runs of equal bytes, sizes that may differ, and names compared letter by letter.
class Pattern {
 public:
  void same(std::string_view bytes);
  void skip(std::size_t count);
  // `name`: hash, count and letters, as they stand in the chunk.
  void name(std::string_view name);
  bool matches(std::string_view chunk, std::size_t at) const;
  std::size_t size() const { return bytes_.size() + steps_.size() * sizeof(Step); }

 private:
  enum class Kind : std::uint8_t { same, skip, name };
  struct Step {
    Kind kind;
    std::uint32_t size;
  };
  std::string bytes_;  // of the runs and names, in order
  std::vector<Step> steps_;
};

// Where the tokens stand: offsets in BinXML are from the start of the chunk.
struct Tokens {
  std::string_view chunk;
  std::size_t begin = 0, end = 0;  // of the tokens, within the chunk
  // Elements of a definition carry a dependency id; those of a record or a value don't.
  bool of_definition = false;
  // Values become slots, numbered in their order: what is left is the record's shape (shape.h).
  bool values_are_slots = false;
};

// Fills the tree with the elements of one fragment, and the pattern when there is one.  Stops at
// the end-of-fragment token, or at the end.  What could not be read otherwise; where it stopped is
// then in `stopped_at`, past the last token read when all went well.
const char* parse_tree(const Tokens& tokens, Tree& tree, Pattern* pattern, std::size_t& stopped_at);

enum Token : std::uint8_t {
  token_end = 0x00,
  token_open_element = 0x01,
  token_close_start = 0x02,
  token_close_empty = 0x03,
  token_end_element = 0x04,
  token_value = 0x05,
  token_attribute = 0x06,
  token_cdata = 0x07,
  token_character = 0x08,
  token_entity = 0x09,
  token_instruction_target = 0x0a,
  token_instruction_data = 0x0b,
  token_template = 0x0c,
  token_slot = 0x0d,
  token_optional_slot = 0x0e,
  token_fragment = 0x0f,
  token_more = 0x40,  // a flag beside: attributes, or more of the same, follow
};

}  // namespace digue::read::evtx
