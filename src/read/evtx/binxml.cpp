#include "read/evtx/binxml.h"

#include <array>

#include "base/byte_cursor.h"
#include "base/text.h"
#include "read/evtx/shape.h"

namespace digue::read::evtx {

void Pattern::same(std::string_view bytes) {
  if (bytes.empty()) return;
  if (!steps_.empty() && steps_.back().kind == Kind::same)
    steps_.back().size += static_cast<std::uint32_t>(bytes.size());
  else
    steps_.push_back({Kind::same, static_cast<std::uint32_t>(bytes.size())});
  bytes_ += bytes;
}

void Pattern::skip(std::size_t count) {
  steps_.push_back({Kind::skip, static_cast<std::uint32_t>(count)});
}

void Pattern::name(std::string_view name) {
  steps_.push_back({Kind::name, static_cast<std::uint32_t>(name.size())});
  bytes_ += name;
}

namespace {

// A name in a chunk: the next of its list, then hash, count of letters, letters and a zero.
constexpr std::size_t name_list_bytes = 4;
constexpr std::size_t name_end_bytes = 2;

std::size_t two_bytes_each(std::uint16_t letters) {
  return std::size_t{2} * letters;
}

// Letters that no name has: what was written over is not taken for one.
bool is_name(std::string_view utf16) {
  constexpr std::string_view never = " \"&'/<=>";
  for (std::size_t i = 0; i + 1 < utf16.size(); i += 2) {
    const unsigned letter = little_endian<std::uint16_t>(utf16.data() + i);
    const bool ascii = letter < 0x80;
    if (letter < 0x20 || letter >= 0xfffe) return false;
    if (ascii && never.find(static_cast<char>(letter)) != std::string_view::npos) return false;
  }
  return !utf16.empty();
}

bool is_at(std::string_view chunk, std::size_t at, std::string_view bytes) {
  return at <= chunk.size() && chunk.size() - at >= bytes.size() &&
         std::memcmp(chunk.data() + at, bytes.data(), bytes.size()) == 0;
}

class Parser {
 public:
  Parser(const Tokens& tokens, Tree& tree, Pattern* pattern)
      : tokens_(tokens),
        cursor_(tokens.chunk.substr(0, std::min(tokens.end, tokens.chunk.size())), tokens.begin),
        tree_(tree),
        pattern_(pattern),
        run_(tokens.begin) {}

  const char* parse() {
    while (cursor_.left() != 0 && !ended_) token();
    if (!open_.empty()) cursor_.refuse("element.end");
    if (in_attribute_ != no_node) cursor_.refuse("attribute.end");
    end_run();
    return cursor_.what();
  }
  std::size_t at() const { return cursor_.at(); }

 private:
  void token() {
    const std::uint8_t token = cursor_.u8("token");
    if (token == token_end || (token & ~token_more) > token_fragment) return end_or_refuse(token);
    switch (static_cast<Token>(token & ~token_more)) {
      case token_open_element:
        return open_element((token & token_more) != 0);
      case token_attribute:
        return open_attribute();
      case token_close_start:
        return close_start();
      case token_close_empty:
      case token_end_element:
        return close_element();
      case token_value:
        return value();
      case token_cdata:
        return add_text(cursor_.bytes(two_bytes_each(cursor_.u16("cdata.count")), "cdata.text"));
      case token_character:
        return add_text(cursor_.bytes(2, "character.code"));
      case token_entity:
        return entity();
      case token_instruction_target:
        (void)name("instruction.name");
        return;
      case token_instruction_data:
        return cursor_.skip(two_bytes_each(cursor_.u16("instruction.count")), "instruction.text");
      case token_slot:
      case token_optional_slot:
        return slot((token & ~token_more) == token_optional_slot);
      case token_fragment:
        return cursor_.skip(3, "fragment.header");
      default:
        return cursor_.refuse("token");
    }
  }

  void end_or_refuse(std::uint8_t token) {
    if (token != token_end) return cursor_.refuse("token");
    ended_ = true;
  }

  // What was read since the last name or size must be the same in every copy of the definition.
  void end_run() {
    if (pattern_ != nullptr && cursor_.at() > run_)
      pattern_->same(tokens_.chunk.substr(run_, cursor_.at() - run_));
    run_ = cursor_.at();
  }
  // A size: it depends on which names stand within.
  void skip_size(const char* what) {
    end_run();
    cursor_.skip(4, what);
    if (pattern_ != nullptr) pattern_->skip(4);
    run_ = cursor_.at();
  }

  // The letters of the name that stands here, or elsewhere in the chunk.
  std::string_view name(const char* what) {
    end_run();
    const std::uint32_t offset = cursor_.u32(what);
    const bool here = offset == cursor_.at();
    // One that stands here must end within the tokens; another may be anywhere in the chunk.
    ByteCursor elsewhere(tokens_.chunk, offset);
    ByteCursor& from = here ? cursor_ : elsewhere;
    from.skip(name_list_bytes, "name.next");
    from.skip(2, "name.hash");
    const std::uint16_t count = from.u16("name.count");
    const auto letters = from.bytes(two_bytes_each(count), "name.letters");
    if (here) from.skip(name_end_bytes, "name.end");
    if (!from.failed() && !is_name(letters)) from.refuse("name.letters");
    if (from.failed()) return cursor_.refuse(from.what()), std::string_view();
    if (pattern_ != nullptr)
      pattern_->name(tokens_.chunk.substr(offset + name_list_bytes, 4 + letters.size()));
    run_ = cursor_.at();
    return letters;
  }

  void open_element(bool has_attributes) {
    leave_attribute();
    if (open_.size() >= max_element_depth) return cursor_.refuse("element.depth");
    if (tokens_.of_definition) cursor_.skip(2, "element.dependency");
    skip_size("element.size");
    const auto letters = name("element.name");
    if (has_attributes) skip_size("element.attributes_size");
    if (!cursor_.failed()) open_.push_back({add(Node::Kind::element, letters), no_node});
  }

  void leave_attribute() {
    in_attribute_ = no_node;
    constant_ = false;
  }

  void open_attribute() {
    leave_attribute();
    if (open_.empty()) return cursor_.refuse("attribute");
    const auto letters = name("attribute.name");
    if (cursor_.failed()) return;
    in_attribute_ = add(Node::Kind::attribute, letters);
    constant_ = is_of_shape(letters);
    last_in_attribute_ = no_node;
  }

  void close_start() {
    leave_attribute();
    if (open_.empty()) cursor_.refuse("element.close");
  }
  void close_element() {
    close_start();
    if (!open_.empty()) open_.pop_back();
  }

  void value() {
    constexpr std::uint8_t utf16 = 0x01;
    if (cursor_.u8("value.type") != utf16) return cursor_.refuse("value.type");
    const auto text = cursor_.bytes(two_bytes_each(cursor_.u16("value.count")), "value.text");
    if (!tokens_.values_are_slots || constant_) return add_text(text);
    add_slot(static_cast<std::uint16_t>(values_++), false);
  }

  void entity() {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> known = {
        {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}}};
    const auto written = utf8_from_utf16(name("entity.name"), false);
    for (const auto& [entity, text] : known)
      if (written == entity) return add_utf8(text);
    add_utf8("&" + written + ";");
  }

  void slot(bool optional) {
    const std::uint16_t number = cursor_.u16("slot.number");
    cursor_.skip(1, "slot.type");  // each value carries its own
    add_slot(number, optional);
  }
  void add_slot(std::uint16_t number, bool optional) {
    if (cursor_.failed()) return;
    if (open_.empty()) return cursor_.refuse("slot");
    Node& node = tree_.nodes[add(Node::Kind::slot, {})];
    node.slot = number;
    node.optional = optional;
  }

  void add_text(std::string_view letters) {
    if (!cursor_.failed()) add_utf8(utf8_from_utf16(letters, false));
  }
  void add_utf8(std::string_view text) {
    if (cursor_.failed()) return;
    if (open_.empty()) return cursor_.refuse("value");
    add_node(Node::Kind::text, text);
  }
  std::uint32_t add(Node::Kind kind, std::string_view letters) {
    return add_node(kind, utf8_from_utf16(letters, false));
  }

  std::uint32_t add_node(Node::Kind kind, std::string_view text) {
    const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
    Node node;
    node.kind = kind;
    node.text = static_cast<std::uint32_t>(tree_.texts.size());
    node.text_bytes = static_cast<std::uint32_t>(text.size());
    tree_.texts += text;
    if (tree_.texts.size() > max_definition_text) cursor_.refuse("definition.texts");
    tree_.nodes.push_back(node);
    link(index, kind);
    return index;
  }

  void link(std::uint32_t index, Node::Kind kind) {
    const bool within_attribute = in_attribute_ != no_node && kind != Node::Kind::attribute;
    if (!within_attribute && open_.empty()) return tree_.roots.push_back(index);
    const std::uint32_t parent = within_attribute ? in_attribute_ : open_.back().element;
    std::uint32_t& last = within_attribute ? last_in_attribute_ : open_.back().last_child;
    (last == no_node ? tree_.nodes[parent].first_child : tree_.nodes[last].next) = index;
    last = index;
  }

  struct Open {
    std::uint32_t element, last_child;
  };

  const Tokens& tokens_;
  ByteCursor cursor_;
  Tree& tree_;
  Pattern* pattern_;
  std::size_t run_;
  std::vector<Open> open_;
  std::uint32_t in_attribute_ = no_node, last_in_attribute_ = no_node;
  bool constant_ = false;  // the value of this attribute is part of the shape
  unsigned values_ = 0;
  bool ended_ = false;
};

}  // namespace

bool Pattern::matches(std::string_view chunk, std::size_t at) const {
  std::string_view rest = bytes_;
  for (const Step& step : steps_) {
    if (step.kind == Kind::skip) {
      at += step.size;
      continue;
    }
    const auto bytes = rest.substr(0, step.size);
    rest.remove_prefix(step.size);
    if (step.kind == Kind::same) {
      if (!is_at(chunk, at, bytes)) return false;
      at += step.size;
      continue;
    }
    if (at > chunk.size() || chunk.size() - at < 4) return false;
    const std::size_t offset = little_endian<std::uint32_t>(chunk.data() + at);
    at += 4;
    if (!is_at(chunk, offset + name_list_bytes, bytes)) return false;
    if (offset == at) at += name_list_bytes + bytes.size() + name_end_bytes;
  }
  return true;
}

const char* parse_tree(const Tokens& tokens, Tree& tree, Pattern* pattern,
                       std::size_t& stopped_at) {
  Parser parser(tokens, tree, pattern);
  const char* what = parser.parse();
  stopped_at = parser.at();
  return what;
}

}  // namespace digue::read::evtx
