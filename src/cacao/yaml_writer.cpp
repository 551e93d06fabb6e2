#include "cacao/yaml_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace digue::cacao {

static constexpr std::size_t columns = 100;

static bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// What can stand without quotes and still be taken for a word by any reader of YAML.
static bool is_bare(std::string_view text) {
  static constexpr std::string_view marks = "0123456789._/-";
  static constexpr std::string_view not_words[] = {"null", "true", "false", "on", "off", "y", "n"};
  const auto allowed = [](char c) {
    return is_ascii_letter(c) || marks.find(c) != std::string_view::npos;
  };
  return !text.empty() && is_ascii_letter(text[0]) && text.size() <= 80 &&
         std::all_of(text.begin(), text.end(), allowed) &&
         std::none_of(std::begin(not_words), std::end(not_words),
                      [&](std::string_view word) { return equal_ignoring_case(word, text); });
}

// Characters that some readers take for the end of a line, or drop.
static std::string_view escape_of(std::string_view text, std::size_t at, std::size_t& length) {
  static constexpr struct {
    std::string_view bytes, escape;
  } special[] = {{"\xC2\x85", "\\u0085"},
                 {"\xE2\x80\xA8", "\\u2028"},
                 {"\xE2\x80\xA9", "\\u2029"},
                 {"\xEF\xBB\xBF", "\\uFEFF"},
                 {"\"", "\\\""},
                 {"\\", "\\\\"},
                 {"\n", "\\n"},
                 {"\r", "\\r"},
                 {"\t", "\\t"}};
  for (const auto& [bytes, escape] : special)
    if (text.substr(at, bytes.size()) == bytes) return length = bytes.size(), escape;
  return {};
}

static bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

static std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0, length = 1; i < text.size(); i += length) {
    length = 1;
    if (const auto escape = escape_of(text, i, length); !escape.empty())
      out += escape;
    else if (is_control(text[i]))
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[i]));
    else
      out += text[i];
  }
  return out + '"';
}

// Prose whose words are one space apart, with nothing to escape: it comes back from a folded block.
static bool is_foldable(std::string_view text) {
  for (std::size_t i = 0, length = 1; i < text.size(); ++i) {
    const bool quote = text[i] == '"' || text[i] == '\\';
    if (is_control(text[i]) || (!quote && !escape_of(text, i, length).empty())) return false;
  }
  return !text.empty() && text.front() != ' ' && text.back() != ' ' &&
         text.find("  ") == std::string_view::npos;
}

static std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;  // but what goes on a character
  }));
}

static std::string folded_block(std::string_view text, std::size_t indent) {
  std::string out = ">-";
  std::size_t used = columns;
  for (const auto word : split(text, ' ')) {
    if (used + 1 + width_of(word) > columns) {
      out += '\n' + std::string(indent, ' ');
      used = indent;
    } else {
      out += ' ';
      ++used;
    }
    out += word;
    used += width_of(word);
  }
  return out;
}

static std::string scalar(const std::string& text, std::string_view key, std::size_t indent,
                          std::size_t used) {
  const bool prose = key == "fr" || key == "en";
  if (!prose && is_bare(text)) return text;
  auto out = quoted(text);
  if (used + width_of(out) <= columns || !is_foldable(text)) return out;
  return folded_block(text, indent);
}

static bool is_short_list(const YamlNode& node) {
  return std::all_of(node.items.begin(), node.items.end(),
                     [](const YamlNode& item) { return item.is_text() && is_bare(item.text); });
}

static std::string flow_list(const YamlNode& node) {
  std::vector<std::string> words;
  for (const auto& item : node.items) words.push_back(item.text);
  return "[" + join(words, ", ") + "]";
}

static void write_members(std::string& out, const YamlNode& node, std::size_t indent);

// What follows a key or a dash that ends at column `used`.
static void write_value(std::string& out, const YamlNode& node, std::string_view key,
                        std::size_t indent, std::size_t used);

static void write_items(std::string& out, const YamlNode& node, std::size_t indent) {
  for (const auto& item : node.items) {
    out += std::string(indent, ' ') + "-";
    if (item.kind != YamlNode::Kind::mapping || item.members.empty()) {
      write_value(out, item, "", indent + 2, indent + 2);
      continue;
    }
    // The first key stands beside the dash.
    std::string members;
    write_members(members, item, indent + 2);
    out += ' ' + members.substr(indent + 2);
  }
}

static void write_value(std::string& out, const YamlNode& node, std::string_view key,
                        std::size_t indent, std::size_t used) {
  switch (node.kind) {
    case YamlNode::Kind::text:
      out += ' ' + scalar(node.text, key, indent, used + 1) + '\n';
      break;
    case YamlNode::Kind::absent:
      out += " \"\"\n";
      break;
    case YamlNode::Kind::mapping:
      if (node.members.empty()) {
        out += " {}\n";
        break;
      }
      out += '\n';
      write_members(out, node, indent);
      break;
    case YamlNode::Kind::list:
      if (const auto flow = flow_list(node); is_short_list(node) && used + flow.size() < columns) {
        out += ' ' + flow + '\n';
        break;
      }
      out += '\n';
      write_items(out, node, indent);
  }
}

static void write_members(std::string& out, const YamlNode& node, std::size_t indent) {
  for (const auto& [key, value] : node.members) {
    const auto name = is_bare(key.text) ? key.text : quoted(key.text);
    out += std::string(indent, ' ') + name + ':';
    write_value(out, value, key.text, indent + 2, indent + name.size() + 1);
  }
}

std::string write_yaml(const YamlNode& root) {
  std::string out;
  write_members(out, root, 0);
  return out;
}

}  // namespace digue::cacao
