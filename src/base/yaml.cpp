#include "base/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "base/sentences.h"

namespace digue {

const YamlNode& YamlNode::operator[](std::string_view key) const {
  static const YamlNode nowhere;
  for (const auto& [name, value] : members)
    if (name.text == key) return value;
  if (kind == Kind::absent) return *this;
  return lacking ? *lacking : nowhere;
}

namespace {

// Thrown inside the event handler only, to leave the library's parser; never leaves this file.
struct Refused {
  YamlFault fault;
};

template <const Sentence& sentence, class... Arguments>
[[noreturn]] void refuse(int line, int column, Arguments&&... arguments) {
  throw Refused{{line, column, tell<sentence>(std::forward<Arguments>(arguments)...)}};
}

class TreeBuilder final : public YAML::EventHandler {
 public:
  enum class Wanted { document, nothing };
  explicit TreeBuilder(Wanted wanted) : wanted_(wanted) {}
  YamlNode take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (wanted_ == Wanted::nothing)
      refuse<sentences::yaml_second_document>(mark.line + 1, mark.column + 1);
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    auto node = start(mark, "", anchor, YamlNode::Kind::text);
    node.null = true;
    put(std::move(node));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse<sentences::yaml_anchor>(mark.line + 1, mark.column + 1);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    auto node = start(mark, tag, anchor, YamlNode::Kind::text);
    node.text = value;
    node.plain = tag == "?";
    put(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(start(mark, tag, anchor, YamlNode::Kind::list));
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(start(mark, tag, anchor, YamlNode::Kind::mapping));
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    YamlNode key;  // read, waiting for its value
    bool has_key = false;
  };

  YamlNode start(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                 YamlNode::Kind kind) {
    const int line = mark.line + 1, column = mark.column + 1;
    if (anchor != 0) refuse<sentences::yaml_anchor>(line, column);
    if (!tag.empty() && tag != "?" && tag != "!") refuse<sentences::yaml_tag>(line, column);
    YamlNode node;
    node.kind = kind;
    node.line = line;
    node.column = column;
    if (kind == YamlNode::Kind::mapping) node.lacking = absent_at(line, column);
    return node;
  }

  static std::shared_ptr<const YamlNode> absent_at(int line, int column) {
    YamlNode absent;
    absent.line = line;
    absent.column = column;
    return std::make_shared<const YamlNode>(std::move(absent));
  }

  void open(YamlNode node) {
    if (open_.size() >= max_yaml_depth)
      refuse<sentences::yaml_too_deep>(node.line, node.column, max_yaml_depth);
    open_.push_back({std::move(node), {}, false});
  }

  void close() {
    auto node = std::move(open_.back().node);
    open_.pop_back();
    put(std::move(node));
  }

  void put(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (open_.back().node.kind == YamlNode::Kind::list) {
      open_.back().node.items.push_back(std::move(node));
    } else {
      put_in_mapping(open_.back(), std::move(node));
    }
  }

  void put_in_mapping(Open& open, YamlNode node) {
    if (open.has_key) {
      open.node.members.push_back({std::move(open.key), std::move(node)});
      open.has_key = false;
      return;
    }
    if (node.kind != YamlNode::Kind::text)
      refuse<sentences::yaml_needed>(node.line, node.column, tell<sentences::a_text>());
    if (open.node[node.text].present())
      refuse<sentences::yaml_duplicate_key>(node.line, node.column, node.text);
    open.key = std::move(node);
    open.has_key = true;
  }

  Wanted wanted_;
  YamlNode root_;
  std::vector<Open> open_;
};

}  // namespace

template <const Sentence& sentence, class... Arguments>
static tl::unexpected<YamlFault> fault(int line, int column, Arguments&&... arguments) {
  return tl::unexpected<YamlFault>(
      YamlFault{line, column, tell<sentence>(std::forward<Arguments>(arguments)...)});
}

// The library scans quadratically on some very long lines, so they are refused before it sees them.
static tl::expected<void, YamlFault> check_size(std::string_view bytes) {
  int line = 1;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= bytes.size(); ++i) {
    if (i - start > max_yaml_line)
      return fault<sentences::yaml_long_line>(line, static_cast<int>(i - start), max_yaml_line);
    if (i < bytes.size() && bytes[i] == '\n') {
      ++line;
      start = i + 1;
    }
  }
  if (bytes.size() > max_yaml_bytes) return fault<sentences::yaml_too_big>(1, 1, max_yaml_bytes);
  return {};
}

// Hands the library's parser to `parse`, and tells what stopped it.
template <class Tree, class Parse>
static tl::expected<Tree, YamlFault> guarded(std::string_view bytes, Parse parse) {
  if (auto sized = check_size(bytes); !sized) return tl::unexpected(sized.error());
  std::istringstream in{std::string(bytes)};
  try {
    YAML::Parser parser(in);
    return parse(parser);
  } catch (const Refused& refused) {
    return tl::unexpected(refused.fault);
  } catch (const YAML::Exception& broken) {
    return fault<sentences::yaml_broken>(broken.mark.line + 1, broken.mark.column + 1, broken.msg);
  }
}

tl::expected<YamlNode, YamlFault> parse_yaml(std::string_view bytes) {
  return guarded<YamlNode>(bytes, [](YAML::Parser& parser) {
    TreeBuilder builder(TreeBuilder::Wanted::document);
    if (!parser.HandleNextDocument(builder)) return YamlNode{};
    TreeBuilder second(TreeBuilder::Wanted::nothing);
    parser.HandleNextDocument(second);
    return builder.take();
  });
}

tl::expected<std::vector<YamlNode>, YamlFault> parse_yaml_documents(std::string_view bytes) {
  return guarded<std::vector<YamlNode>>(bytes, [](YAML::Parser& parser) {
    std::vector<YamlNode> documents;
    std::pair<int, int> last_empty;
    for (;;) {
      TreeBuilder builder(TreeBuilder::Wanted::document);
      if (!parser.HandleNextDocument(builder)) return documents;
      YamlNode root = builder.take();
      if (!root.present() || root.null) {
        // The library gives empty documents without end where a sign can't begin one (",x").
        if (const std::pair at(root.line, root.column); std::exchange(last_empty, at) == at)
          refuse<sentences::yaml_unexpected>(root.line, root.column);
        continue;
      }
      if (documents.size() == max_yaml_documents)
        refuse<sentences::yaml_many_documents>(root.line, root.column, max_yaml_documents);
      documents.push_back(std::move(root));
    }
  });
}

Result<YamlNode> read_yaml(std::string_view bytes, const std::string& name) {
  auto tree = parse_yaml(bytes);
  if (tree) return std::move(*tree);
  const auto& found = tree.error();
  return fail<sentences::yaml_at>(Error::Kind::bad_input, name, found.line, found.column,
                                  found.what);
}

Error yaml_error(const std::string& file, const YamlNode& at, const Message& needed) {
  return {Error::Kind::bad_input, tell<sentences::yaml_expected>(file, at.line, at.column, needed)};
}

Outcome check_known_keys(const YamlNode& mapping, const std::vector<std::string_view>& known,
                         const std::string& file) {
  for (const auto& [key, value] : mapping.members)
    if (std::find(known.begin(), known.end(), key.text) == known.end())
      return fail<sentences::yaml_unknown_key>(Error::Kind::bad_input, file, key.line, key.column,
                                               key.text);
  return {};
}

}  // namespace digue
