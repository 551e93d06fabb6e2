#include "base/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

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
  Error error;
};

template <const Sentence& sentence, class... Arguments>
[[noreturn]] void refuse(Arguments&&... arguments) {
  throw Refused{
      Error{Error::Kind::bad_input, tell<sentence>(std::forward<Arguments>(arguments)...)}};
}

class TreeBuilder final : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const std::string& name) : name_(name) {}
  YamlNode take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    put(start(mark, "", anchor, YamlNode::Kind::text));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse<sentences::yaml_anchor>(name_, mark.line + 1, mark.column + 1);
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
    if (anchor != 0) refuse<sentences::yaml_anchor>(name_, line, column);
    if (!tag.empty() && tag != "?" && tag != "!") refuse<sentences::yaml_tag>(name_, line, column);
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
      refuse<sentences::yaml_too_big>(name_, node.line, node.column, max_yaml_depth);
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
      throw Refused{yaml_error(name_, node, tell<sentences::a_text>())};
    if (open.node[node.text].present())
      refuse<sentences::yaml_duplicate_key>(name_, node.line, node.column, node.text);
    open.key = std::move(node);
    open.has_key = true;
  }

  const std::string& name_;
  YamlNode root_;
  std::vector<Open> open_;
};

}  // namespace

// The library scans quadratically on some very long lines, so they are refused before it sees them.
static Outcome check_size(std::string_view bytes, const std::string& name) {
  if (bytes.size() > max_yaml_bytes)
    return fail<sentences::yaml_too_big>(Error::Kind::bad_input, name, 1, 1, max_yaml_bytes);
  int line = 1;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= bytes.size(); ++i) {
    if (i - start > max_yaml_line)
      return fail<sentences::yaml_too_big>(Error::Kind::bad_input, name, line, i - start,
                                           max_yaml_line);
    if (i < bytes.size() && bytes[i] == '\n') {
      ++line;
      start = i + 1;
    }
  }
  return {};
}

Result<YamlNode> read_yaml(std::string_view bytes, const std::string& name) {
  DIGUE_CHECK(check_size(bytes, name));
  std::istringstream in{std::string(bytes)};
  TreeBuilder builder(name);
  try {
    YAML::Parser parser(in);
    if (!parser.HandleNextDocument(builder)) return YamlNode{};
    TreeBuilder second(name);
    if (parser.HandleNextDocument(second))
      return fail<sentences::yaml_broken>(Error::Kind::bad_input, name, 1, 1, "---");
    return builder.take();
  } catch (const Refused& refused) {
    return fail(refused.error);
  } catch (const YAML::Exception& broken) {
    return fail<sentences::yaml_broken>(Error::Kind::bad_input, name, broken.mark.line + 1,
                                        broken.mark.column + 1, broken.msg);
  }
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
