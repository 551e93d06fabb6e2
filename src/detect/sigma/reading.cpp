#include "detect/sigma/reading.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tl/expected.hpp>

#include "base/number.h"
#include "base/text.h"
#include "base/yaml.h"
#include "detect/sigma/reading_parts.h"
#include "detect/sigma/sentences.h"

namespace digue::detect::sigma {

namespace {

struct Level {
  std::string_view name;
  finding::Severity severity;
};
constexpr std::array<Level, 5> levels = {{{"informational", finding::Severity::info},
                                          {"low", finding::Severity::low},
                                          {"medium", finding::Severity::medium},
                                          {"high", finding::Severity::high},
                                          {"critical", finding::Severity::critical}}};

// Without a level, a rule is of medium severity.
Part<finding::Severity> level_of(const YamlNode& root) {
  const YamlNode& node = root["level"];
  if (!node.present() || node.null) return finding::Severity::medium;
  const auto* found = std::find_if(levels.begin(), levels.end(),
                                   [&](const Level& level) { return level.name == node.text; });
  if (found == levels.end())
    return fault<sentences::key_needs>(node, "level", tell<sentences::a_level>());
  return found->severity;
}

Part<LogSource> log_source_of(const YamlNode& root) {
  const YamlNode& node = root["logsource"];
  if (!node.present()) return fault<sentences::key_lacks>(root, "logsource");
  if (node.kind != YamlNode::Kind::mapping)
    return fault<sentences::key_needs>(node, "logsource", tell<sentences::a_mapping>());
  return LogSource{lower(node["product"].text), lower(node["category"].text),
                   lower(node["service"].text)};
}

// The rule's own id, else its name, else its title.
std::string id_of(const YamlNode& root) {
  for (const auto* key : {"id", "name", "title"})
    if (!root[key].text.empty()) return root[key].text;
  return {};
}

// 2025-08-02 or 2025/08/02 as a number that grows; 1 when it is not told.
int version_of(const YamlNode& root) {
  for (const auto* key : {"modified", "date"}) {
    std::string digits = root[key].text;
    std::erase_if(digits, [](char c) { return c == '-' || c == '/'; });
    constexpr std::size_t digits_of_day = 8;
    const auto day = whole_number<std::uint32_t>(digits);
    if (day && *day != 0 && digits.size() == digits_of_day) return static_cast<int>(*day);
  }
  return 1;
}

Part<Document> rule_of(const YamlNode& root) {
  Rule rule;
  rule.id = id_of(root);
  rule.name = root["name"].text;
  rule.status = root["status"].text;
  rule.description = root["description"].text;
  rule.version = version_of(root);
  for (const auto& tag : root["tags"].items) rule.tags.push_back(tag.text);
  for (const auto& field : root["fields"].items) rule.fields.push_back(field.text);
  DIGUE_PART(rule.title, text_of(root, "title"));
  DIGUE_PART(rule.level, level_of(root));
  DIGUE_PART(rule.source, log_source_of(root));
  DIGUE_PART(rule.detections, detections_of(root, "detection", {}));
  return rule;
}

Part<Document> filter_of(const YamlNode& root) {
  Filter filter;
  filter.title = root["title"].text;
  DIGUE_PART(filter.source, log_source_of(root));
  DIGUE_PART(filter.detections, detections_of(root, "filter", {"rules"}));
  const YamlNode& rules = root["filter"]["rules"];
  if (!rules.present()) return fault<sentences::key_lacks>(root["filter"], "rules");
  filter.any_rule = rules.is_text() && lower(rules.text) == "any";
  if (rules.is_text() && !filter.any_rule) filter.rules.push_back(rules.text);
  for (const auto& rule : rules.items) filter.rules.push_back(rule.text);
  return filter;
}

Part<Document> correlation_document(const YamlNode& root) {
  auto read = correlation_of(root);
  if (!read) return tl::unexpected(read.error());
  Correlation& correlation = *read;
  correlation.id = id_of(root);
  correlation.name = root["name"].text;
  correlation.description = root["description"].text;
  correlation.version = version_of(root);
  DIGUE_PART(correlation.title, text_of(root, "title"));
  DIGUE_PART(correlation.level, level_of(root));
  return std::move(correlation);
}

Part<Document> document_of(const YamlNode& root) {
  if (root.kind != YamlNode::Kind::mapping) return fault<sentences::not_a_mapping>(root);
  if (root["action"].present())
    return fault<sentences::action_document>(root["action"], root["action"].text);
  if (root["correlation"].present()) return correlation_document(root);
  if (root["filter"].present()) return filter_of(root);
  return rule_of(root);
}

}  // namespace

FileContent read_file(std::string_view bytes, const std::string& name) {
  FileContent content;
  auto roots = parse_yaml_documents(bytes);
  if (!roots) {
    content.refusals.push_back({name, roots.error().line, {}, std::move(roots.error().what)});
    return content;
  }
  for (const YamlNode& root : *roots) {
    auto document = document_of(root);
    if (!document) {
      content.refusals.push_back(
          {name, document.error().line, root["title"].text, std::move(document.error().why)});
      continue;
    }
    std::visit([&](auto& one) { one.file = name, one.line = root.line; }, *document);
    content.documents.push_back(std::move(*document));
  }
  return content;
}

}  // namespace digue::detect::sigma
