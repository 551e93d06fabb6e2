#include "sheet/sheet_reader.h"

#include <array>

#include "sheet/names.h"
#include "sheet/sentences.h"

namespace digue::sheet {

static constexpr std::string_view format_read = "1";
static constexpr std::string_view own_publisher = "Digue";
static constexpr Names<std::size_t, 8> part_names{
    {"plan", "logbook", "analysis", "incident", "scripts", "report", "evidence", "sheet"}};

void SheetReader::read(const YamlNode& root) {
  sheet_.file = nodes_.file();
  if (!nodes_.mapping(
          root,
          {"format", "sheet", "version", "date", "title", "goal", "when", "source", "licence",
           "themes", "measures"},
          {"symptoms", "remarks", "features", "later", "time_box", "kind", "own", "sources"}))
    return;
  read_head(root);
  read_kind(root);
  read_source(root["source"]);
  read_sources(root);
  read_licence(root["licence"]);
  sheet_.remarks = read_remarks(root);
  read_themes(root);
  nodes_.limit_sentences(max_step_sentence_words);
  for (const auto& node : nodes_.list(root, "measures")) read_measure(node);
  nodes_.limit_sentences(max_sentence_words);
  read_features(root);
  sheet_.later = read_later(root);
}

void SheetReader::read_head(const YamlNode& root) {
  if (const auto& format = root["format"]; format.present() && format.text != format_read)
    nodes_.error<sentences::wrong_format>(place_of(format), format.text.substr(0, 80));
  sheet_.id = nodes_.id(root, "sheet");
  sheet_.place = place_of(root["sheet"]);
  sheet_.version = nodes_.word(root, "version");
  sheet_.date = nodes_.date(root, "date");
  sheet_.title = nodes_.message(root, "title");
  for (const std::string_view key : {"goal", "when"}) {
    const auto& node = root[key];
    if (!node.present() || !nodes_.mapping(node, {}, {"item", "fr", "en"})) continue;
    auto& text = key == "goal" ? sheet_.goal : sheet_.when;
    text = nodes_.texts(node);
    carry(Bearer::sheet, nodes_.id(node, "item"), std::string(key), text, node);
  }
  for (const auto& node : nodes_.list(root, "symptoms"))
    if (nodes_.mapping(node, {}, {"fr", "en"})) sheet_.symptoms.push_back(nodes_.texts(node));
}

void SheetReader::read_kind(const YamlNode& root) {
  sheet_.kind = nodes_.one_of(root, "kind", sheet_kind_names, SheetKind::containment);
  sheet_.time_box_minutes = nodes_.count(root, "time_box");
  sheet_.own = nodes_.flag(root, "own");
}

void SheetReader::read_source(const YamlNode& node) {
  if (!node.present() ||
      !nodes_.mapping(node, {"publisher", "title"}, {"reference", "version", "date"}))
    return;
  sheet_.source = {nodes_.word(node, "publisher"), nodes_.word(node, "reference"),
                   nodes_.word(node, "version"), nodes_.date(node, "date"),
                   nodes_.word(node, "title")};
}

void SheetReader::read_sources(const YamlNode& root) {
  for (const auto& node : nodes_.list(root, "sources")) {
    if (!nodes_.mapping(node, {"title", "publisher", "licence"}, {"reference", "version", "date"}))
      continue;
    sheet_.sources.push_back({nodes_.word(node, "publisher"), nodes_.word(node, "reference"),
                              nodes_.word(node, "version"), nodes_.date(node, "date"),
                              nodes_.word(node, "title"), nodes_.word(node, "licence")});
  }
  if (!sheet_.own) return;
  if (sheet_.source.publisher != own_publisher)
    nodes_.error<sentences::not_our_name>(place_of(root["source"]["publisher"]), own_publisher);
  if (sheet_.sources.empty()) nodes_.error<sentences::own_without_sources>(place_of(root["own"]));
}

void SheetReader::read_licence(const YamlNode& node) {
  if (!node.present() || !nodes_.mapping(node, {"name", "attribution"})) return;
  sheet_.licence = {nodes_.word(node, "name"), nodes_.message(node, "attribution")};
}

void SheetReader::read_themes(const YamlNode& root) {
  for (const auto& node : nodes_.list(root, "themes"))
    if (nodes_.mapping(node, {"id", "title"}))
      sheet_.themes.push_back({nodes_.id(node, "id"), nodes_.message(node, "title")});
}

void SheetReader::read_measure(const YamlNode& node) {
  if (!nodes_.mapping(node, {"id", "theme", "priority", "title", "actions"}, {"label", "remarks"}))
    return;
  Measure measure;
  measure.id = nodes_.id(node, "id");
  measure.label = nodes_.word(node, "label");
  measure.theme = nodes_.id(node, "theme");
  references_.push_back({Reference::Kind::theme, measure.theme, {}, place_of(node["theme"])});
  measure.priority = nodes_.one_of(node, "priority", priority_names, Priority::p0);
  measure.title = nodes_.message(node, "title");
  measure.remarks = read_remarks(node);
  for (const auto& action : nodes_.list(node, "actions")) read_action(action, measure);
  sheet_.measures.push_back(std::move(measure));
}

void SheetReader::read_action(const YamlNode& node, const Measure& measure) {
  if (!nodes_.mapping(node, {"id", "title", "section", "steps"}, {"remarks"})) return;
  Action action;
  action.id = nodes_.id(node, "id");
  action.measure = measure.id;
  action.title = nodes_.message(node, "title");
  action.remarks = read_remarks(node);
  const auto section = nodes_.word(node, "section");
  for (const auto& step : nodes_.list(node, "steps")) read_step(step, measure, action, section);
  sheet_.actions.push_back(std::move(action));
}

void SheetReader::read_features(const YamlNode& root) {
  for (const auto& node : nodes_.list(root, "features")) {
    if (!nodes_.mapping(node, {"item", "part"}, {"fr", "en"})) continue;
    nodes_.one_of(node, "part", part_names, std::size_t{0});
    Feature feature{nodes_.id(node, "item"), nodes_.word(node, "part"), nodes_.texts(node)};
    carry(Bearer::feature, feature.item, feature.part, feature.text, node);
    sheet_.features.push_back(std::move(feature));
  }
}

std::vector<Later> SheetReader::read_later(const YamlNode& mapping) {
  std::vector<Later> out;
  for (const auto& node : nodes_.list(mapping, "later"))
    if (nodes_.mapping(node, {"items"}, {"fr", "en"}))
      for (const auto& item : nodes_.words(node, "items"))
        out.push_back({item, nodes_.texts(node)});
  return out;
}

std::vector<Remark> SheetReader::read_remarks(const YamlNode& mapping) {
  std::vector<Remark> out;
  for (const auto& node : nodes_.list(mapping, "remarks")) {
    if (!nodes_.mapping(node, {}, {"item", "important", "fr", "en"})) continue;
    Remark remark{nodes_.id(node, "item"), nodes_.flag(node, "important"), nodes_.texts(node)};
    carry(Bearer::remark, remark.item, "", remark.text, node);
    out.push_back(std::move(remark));
  }
  return out;
}

std::vector<Impact> SheetReader::read_impacts(const YamlNode& mapping) {
  std::vector<Impact> out;
  for (const auto& node : nodes_.list(mapping, "impacts")) {
    if (!nodes_.mapping(node, {}, {"item", "fr", "en"})) continue;
    Impact impact{nodes_.id(node, "item"), nodes_.texts(node)};
    carry(Bearer::impact, impact.item, "", impact.text, node);
    out.push_back(std::move(impact));
  }
  return out;
}

void SheetReader::carry(Bearer bearer, const std::string& item, std::string detail,
                        const Message& text, const YamlNode& at) {
  if (!item.empty())
    sheet_.carriers.push_back({item, bearer, std::move(detail), !text.french.empty(),
                               !text.english.empty(), place_of(at)});
}

}  // namespace digue::sheet
