// From the bytes of sheets/severity.yaml to a SeverityTable.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "base/yaml.h"
#include "sheet/condition_reader.h"
#include "sheet/names.h"
#include "sheet/sentences.h"
#include "sheet/severity_table.h"
#include "sheet/tree.h"

namespace digue::sheet {

namespace {

constexpr std::string_view format_read = "1";
constexpr Names<RegisterFact, 7> fact_names{{"none", "zones", "administration", "interconnected",
                                             "vital-hit", "vital-stopped", "degraded-short"}};

class TableReader {
 public:
  explicit TableReader(const std::string& file) : nodes_(file) { table_.file = file; }

  void read(const YamlNode& root) {
    if (!nodes_.mapping(root,
                        {"format", "version", "date", "inputs", "axes", "degrees", "precaution"},
                        {"note", "settings", "conclusions"}))
      return;
    read_head(root);
    for (const auto& node : capped(root, "settings", max_list_items)) read_setting(node);
    for (const auto& node : capped(root, "inputs", max_inputs)) read_input(node);
    for (const auto& node : capped(root, "axes", max_scales)) read_axis(node);
    read_levels(root, "degrees", table_.degrees);
    read_precaution(root);
    read_conclusions(root);
  }

  TableReading finish() {
    for (const auto& reference : named_)
      if (reference.kind == Reference::Kind::answer || reference.kind == Reference::Kind::step)
        out_.references.push_back({reference.id, reference.values, reference.place});
    out_.table = std::move(table_);
    out_.problems = nodes_.take_problems();
    sort_problems(out_.problems);
    return std::move(out_);
  }

 private:
  void read_head(const YamlNode& root) {
    if (const auto& format = root["format"]; format.present() && format.text != format_read)
      nodes_.error<sentences::wrong_format>(place_of(format), format.text.substr(0, 80));
    table_.version = nodes_.word(root, "version");
    table_.date = nodes_.date(root, "date");
    table_.note = nodes_.message(root, "note");
  }

  // The items of a required list that may not be empty, nor longer than `cap`.
  std::span<const YamlNode> capped(const YamlNode& root, std::string_view key, std::size_t cap) {
    const auto items = nodes_.list(root, key);
    const auto& node = root[key];
    if (node.present() && node.kind == YamlNode::Kind::list && items.empty())
      nodes_.error<sentences::need_list>(place_of(node));
    if (items.size() <= cap) return items;
    nodes_.error<sentences::too_many_here>(place_of(node), items.size(), cap);
    return {};
  }

  // The id of one of a list, that no other has.
  std::string new_id(const YamlNode& node, std::string_view kind) {
    const auto id = nodes_.id(node, "id");
    const auto [seen, is_new] = ids_.emplace(std::string(kind) + ' ' + id, node.line);
    if (!id.empty() && !is_new)
      nodes_.error<sentences::duplicate_id>(place_of(node["id"]), id, seen->second);
    return id;
  }

  void read_setting(const YamlNode& node) {
    if (!nodes_.mapping(node, {"id", "value", "title"})) return;
    Setting setting;
    setting.id = new_id(node, "setting");
    setting.title = nodes_.message(node, "title");
    setting.value = nodes_.count(node, "value");
    table_.settings.push_back(std::move(setting));
  }

  void read_input(const YamlNode& node) {
    if (!nodes_.mapping(node, {"id", "title", "yes", "no", "ask"}, {"thresholds", "register"}))
      return;
    SeverityInput input;
    input.id = new_id(node, "input");
    input.title = nodes_.message(node, "title");
    if (node["yes"].present()) input.yes = conditions_.read(node["yes"]);
    if (node["no"].present()) input.no = conditions_.read(node["no"]);
    for (const auto& threshold : nodes_.list(node, "thresholds")) read_threshold(threshold, input);
    input.fact = nodes_.one_of(node, "register", fact_names, RegisterFact::none);
    for (const auto& step : capped(node, "ask", max_list_items)) {
      const auto id = nodes_.id_of(step);
      if (id.empty()) continue;
      out_.references.push_back({id, {}, place_of(step)});
      input.ask.push_back(id);
    }
    table_.inputs.push_back(std::move(input));
  }

  void read_threshold(const YamlNode& node, SeverityInput& input) {
    if (!nodes_.mapping(node, {"setting"}, {"count", "hours"})) return;
    const bool count = node["count"].present();
    if (count == node["hours"].present())
      return nodes_.error<sentences::one_threshold>(place_of(node));
    Threshold threshold{count ? Threshold::Kind::count : Threshold::Kind::hours,
                        nodes_.id(node, count ? "count" : "hours"), 0};
    out_.references.push_back({threshold.step, {}, place_of(node)});
    const auto wanted = nodes_.id(node, "setting");
    const auto found = std::find_if(table_.settings.begin(), table_.settings.end(),
                                    [&](const Setting& setting) { return setting.id == wanted; });
    if (found == table_.settings.end())
      return nodes_.error<sentences::dead_name>(place_of(node["setting"]), wanted, "settings");
    threshold.setting = static_cast<std::size_t>(found - table_.settings.begin());
    input.thresholds.push_back(std::move(threshold));
  }

  void read_axis(const YamlNode& node) {
    if (!nodes_.mapping(node, {"id", "title", "levels"})) return;
    Scale axis;
    axis.id = new_id(node, "axis");
    axis.title = nodes_.message(node, "title");
    read_levels(node, "levels", axis);
    table_.axes.push_back(std::move(axis));
  }

  // Written from the worst to the least, kept the other way round: a level's place is its rank.
  void read_levels(const YamlNode& mapping, std::string_view key, Scale& scale) {
    const auto items = capped(mapping, key, max_levels);
    for (const auto& node : items) {
      const bool last = &node == &items.back();
      if (!nodes_.mapping(node, {"id", "title"}, {"meaning", "when"})) continue;
      Level level;
      level.id = new_id(node, scale.id + " level");
      level.title = nodes_.message(node, "title");
      level.meaning = nodes_.message(node, "meaning");
      if (last == node["when"].present())
        last ? nodes_.error<sentences::last_level>(place_of(node["when"]))
             : nodes_.error<sentences::missing_key>(place_of(node), "when");
      if (!last && node["when"].present()) level.when = read_formula(node["when"]);
      scale.levels.push_back(std::move(level));
    }
    std::reverse(scale.levels.begin(), scale.levels.end());
  }

  Formula read_formula(const YamlNode& node) {
    if (!nodes_.mapping(node, {}, {"all", "any", "input", "axis", "at_least"})) return {};
    const auto heads = std::count_if(node.members.begin(), node.members.end(),
                                     [](const auto& m) { return m.key.text != "at_least"; });
    if (heads != 1 || node["axis"].present() != node["at_least"].present()) {
      nodes_.error<sentences::one_formula>(place_of(node));
      return {};
    }
    if (node["all"].present()) return read_parts(node["all"], Formula::Kind::all);
    if (node["any"].present()) return read_parts(node["any"], Formula::Kind::any);
    return node["input"].present() ? read_input_name(node["input"]) : read_axis_name(node);
  }

  Formula read_parts(const YamlNode& node, Formula::Kind kind) {
    Formula out{kind, {}, 0, 0};
    if (node.kind != YamlNode::Kind::list || node.items.empty() ||
        node.items.size() > max_list_items)
      nodes_.error<sentences::need_list>(place_of(node));
    else
      for (const auto& part : node.items) out.parts.push_back(read_formula(part));
    return out;
  }

  Formula read_input_name(const YamlNode& node) {
    const auto index = table_.input_named(node.text);
    if (!index) nodes_.error<sentences::dead_name>(place_of(node), node.text, "inputs");
    return {Formula::Kind::input, {}, index.value_or(0), 0};
  }

  Formula read_axis_name(const YamlNode& node) {
    const auto wanted = nodes_.id(node, "axis");
    for (std::size_t i = 0; i < table_.axes.size(); ++i) {
      if (table_.axes[i].id != wanted) continue;
      const auto level = nodes_.id(node, "at_least");
      const auto rank = table_.axes[i].rank_named(level);
      if (!rank) nodes_.error<sentences::dead_name>(place_of(node["at_least"]), level, "levels");
      return {Formula::Kind::axis, {}, i, rank.value_or(0)};
    }
    nodes_.error<sentences::dead_name>(place_of(node["axis"]), wanted, "axes");
    return {};
  }

  void read_precaution(const YamlNode& root) {
    const auto wanted = nodes_.id(root, "precaution");
    if (wanted.empty()) return;
    const auto rank = table_.degrees.rank_named(wanted);
    if (!rank) nodes_.error<sentences::dead_name>(place_of(root["precaution"]), wanted, "degrees");
    table_.precaution = rank.value_or(0);
  }

  void read_conclusions(const YamlNode& root) {
    for (const auto& step : nodes_.list(root, "conclusions")) {
      const auto id = nodes_.id_of(step);
      if (id.empty()) continue;
      TableReference reference{id, {}, place_of(step)};
      for (const auto& level : table_.degrees.levels) reference.values.push_back(level.id);
      out_.references.push_back(std::move(reference));
      table_.conclusions.push_back(id);
    }
  }

  NodeReader nodes_;
  std::vector<Reference> named_;  // by the conditions
  ConditionReader conditions_{nodes_, named_};
  SeverityTable table_;
  TableReading out_;
  std::map<std::string, int> ids_;  // kind and id, to the line
};

}  // namespace

TableReading read_severity_table(std::string_view bytes, const std::string& file) {
  const auto root = read_tree(bytes, file);
  if (!root) {
    TableReading failed;
    failed.problems.push_back(root.error());
    return failed;
  }
  TableReader reader(file);
  reader.read(*root);
  return reader.finish();
}

static const Sheet* sheet_named(const std::vector<Sheet>& sheets, std::string_view id) {
  const auto found = std::find_if(sheets.begin(), sheets.end(),
                                  [&](const Sheet& sheet) { return sheet.id == id; });
  return found == sheets.end() ? nullptr : &*found;
}

static bool offers(const Step& step, std::string_view value) {
  return value == "none" || value == "some" || step.options.empty() ||
         std::any_of(step.options.begin(), step.options.end(),
                     [&](const Option& option) { return option.value == value; });
}

std::vector<Problem> check_table(const TableReading& reading, const std::vector<Sheet>& sheets) {
  std::vector<Problem> problems;
  const auto note = [&](const TableReference& reference, Message message) {
    problems.push_back(
        {Problem::Level::error, reading.table.file, reference.place, std::move(message)});
  };
  for (const auto& reference : reading.references) {
    const auto* sheet = sheet_named(sheets, reference.step.substr(0, reference.step.find('/')));
    if (sheet == nullptr) continue;  // a sheet that is not here answers nothing
    const auto* step = sheet->step(reference.step);
    if (step == nullptr) {
      note(reference, tell<sentences::dead_outside>(reference.step, sheet->id));
      continue;
    }
    for (const auto& value : reference.values)
      if (!offers(*step, value))
        note(reference, tell<sentences::dead_value_outside>(value, reference.step));
  }
  return problems;
}

}  // namespace digue::sheet
