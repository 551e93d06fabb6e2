#include "read/mapping/mapping.h"

#include <algorithm>

#include "base/sentences.h"
#include "base/text.h"
#include "base/yaml.h"
#include "read/fields.h"
#include "read/mapping/mapped.h"
#include "read/mapping/sentences.h"

namespace digue::read {

namespace {

std::optional<event::Action> action_named(std::string_view name) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(event::Action::count_); ++i)
    if (event::action_name(static_cast<event::Action>(i)) == name)
      return static_cast<event::Action>(i);
  return std::nullopt;
}

// Reads one file's description; what is wrong is told with its place.
class MappedReader {
 public:
  explicit MappedReader(const std::string& file) : file_(file) {}

  Result<std::unique_ptr<Mapped>> read(const YamlNode& node) {
    DIGUE_CHECK(keys(node, {"name", "shape", "recognise", "dates", "date_order", "parts", "details",
                            "actions"}));
    DIGUE_CHECK(head(node));
    DIGUE_TRY(mapped_->recognised_by, names(node["recognise"]));
    for (const auto field : mapped_->recognised_by) mapped_->signs.push_back({field, ""});
    DIGUE_CHECK(parts(node["parts"]));
    DIGUE_CHECK(details(node["details"]));
    DIGUE_CHECK(actions(node["actions"]));
    return std::move(mapped_);
  }

 private:
  template <const Sentence& sentence, class... Arguments>
  tl::unexpected<Error> wrong(const YamlNode& at, const Arguments&... arguments) const {
    return fail(yaml_error(file_, at, tell<sentence>(arguments...)));
  }

  Outcome keys(const YamlNode& node, const std::vector<std::string_view>& known) const {
    if (node.kind != YamlNode::Kind::mapping) return wrong<digue::sentences::a_mapping>(node);
    return check_known_keys(node, known, file_);
  }

  Outcome head(const YamlNode& node) {
    static constexpr std::array<std::string_view, 6> shapes = {"csv",        "json", "w3c",
                                                               "key-values", "cef",  "leef"};
    if (!node["name"].is_text() || node["name"].text.empty())
      return wrong<digue::sentences::the_key>(node, "name");
    mapped_->name = node["name"].text;
    const auto* const shape = std::find(shapes.begin(), shapes.end(), node["shape"].text);
    if (shape == shapes.end()) return wrong<sentences::mapping_shape>(node["shape"]);
    mapped_->shape = static_cast<MappedShape>(shape - shapes.begin());
    const auto& dates = node["dates"];
    if (dates.present() && dates.text != "utc" && dates.text != "local")
      return wrong<sentences::mapping_dates>(dates);
    mapped_->dates_are_utc = dates.text == "utc";
    const auto& order = node["date_order"];
    if (order.present() && order.text != "day-first" && order.text != "month-first")
      return wrong<sentences::mapping_order>(order);
    if (order.text == "day-first") mapped_->date_order = DateOrder::day_first;
    if (order.text == "month-first") mapped_->date_order = DateOrder::month_first;
    return {};
  }

  Result<std::vector<std::string_view>> names(const YamlNode& node) {
    std::vector<std::string_view> out;
    const auto take = [&](const YamlNode& item) -> Outcome {
      if (!item.is_text() || item.text.empty()) return wrong<sentences::mapping_names>(item);
      if (++fields_ > max_mapped_fields)
        return wrong<sentences::mapping_fewer>(item, max_mapped_fields);
      const bool has_records =
          mapped_->shape == MappedShape::csv || mapped_->shape == MappedShape::json;
      out.push_back(mapped_->keep(has_records ? folded_name(item.text) : item.text));
      return {};
    };
    if (node.is_text()) {
      DIGUE_CHECK(take(node));
    }
    for (const auto& item : node.items) DIGUE_CHECK(take(item));
    if (out.empty()) return wrong<sentences::mapping_names>(node);
    return out;
  }

  Outcome parts(const YamlNode& node) {
    if (node.kind != YamlNode::Kind::mapping) return wrong<digue::sentences::a_mapping>(node);
    for (const auto& [key, value] : node.members) {
      const auto part = part_named(key.text);
      if (!part) return wrong<sentences::mapping_part>(key);
      DIGUE_TRY(const auto fields, names(value));
      for (const auto field : fields) mapped_->parts.push_back({*part, field});
    }
    return {};
  }

  Outcome details(const YamlNode& node) {
    if (!node.present()) return {};
    if (node.kind != YamlNode::Kind::mapping) return wrong<digue::sentences::a_mapping>(node);
    for (const auto& [key, value] : node.members) {
      const auto detail = mapped_->keep(key.text);
      DIGUE_TRY(const auto fields, names(value));
      for (const auto field : fields) mapped_->details.push_back({detail, field});
    }
    return {};
  }

  Outcome actions(const YamlNode& node) {
    if (node.present() && node.kind != YamlNode::Kind::list)
      return wrong<digue::sentences::a_list>(node);
    for (const auto& item : node.items) DIGUE_CHECK(action(item));
    return {};
  }

  Outcome action(const YamlNode& node) {
    DIGUE_CHECK(keys(node, {"when", "is", "verdict"}));
    const auto is = action_named(node["is"].text);
    if (!is) return wrong<sentences::mapping_action>(node["is"]);
    Kind kind{.first = {}, .second = {}, .action = *is};
    DIGUE_TRY(kind.verdict, verdict(node["verdict"]));
    const auto& when = node["when"];
    if (when.kind != YamlNode::Kind::mapping || when.members.empty() || when.members.size() > 2)
      return wrong<sentences::mapping_when>(when);
    DIGUE_TRY(kind.first, test(when.members[0]));
    if (when.members.size() == 2) {
      DIGUE_TRY(kind.second, test(when.members[1]));
    }
    mapped_->kinds.push_back(kind);
    return {};
  }

  Result<event::Verdict> verdict(const YamlNode& node) const {
    if (!node.present()) return event::Verdict::unknown;
    if (node.text == "success") return event::Verdict::success;
    if (node.text == "failure") return event::Verdict::failure;
    if (node.text == "interrupted") return event::Verdict::interrupted;
    return wrong<sentences::mapping_verdict>(node);
  }

  Result<Test> test(const YamlMember& member) {
    DIGUE_TRY(const auto field, names(member.key));
    std::vector<std::string> values;
    if (member.value.is_text()) values.push_back(member.value.text);
    for (const auto& item : member.value.items) {
      if (!item.is_text()) return wrong<digue::sentences::a_text>(item);
      values.push_back(item.text);
    }
    if (values.empty()) return wrong<sentences::mapping_when>(member.value);
    return Test{field[0], mapped_->keep(join(values, "|"))};
  }

  const std::string& file_;
  std::unique_ptr<Mapped> mapped_ = std::make_unique<Mapped>();
  std::size_t fields_ = 0;
};

}  // namespace

Mapping::Mapping(std::string file) : file_(std::move(file)) {}
Mapping::~Mapping() = default;

Result<std::shared_ptr<const Mapping>> Mapping::read(std::string_view yaml, std::string file) {
  DIGUE_TRY(const YamlNode root, read_yaml(yaml, file));
  if (root["format"].text != "digue-mapping" || root["version"].text != "1")
    return fail(yaml_error(file, root, tell<sentences::mapping_header>()));
  DIGUE_CHECK(check_known_keys(root, {"format", "version", "files"}, file));
  const auto& files = root["files"];
  if (files.kind != YamlNode::Kind::list || files.items.empty())
    return fail(yaml_error(file, files, tell<digue::sentences::a_list>()));
  if (files.items.size() > max_mapped_files)
    return fail(yaml_error(file, files, tell<sentences::mapping_fewer>(max_mapped_files)));
  std::shared_ptr<Mapping> mapping(new Mapping(std::move(file)));
  for (const auto& node : files.items) {
    DIGUE_TRY(auto mapped, MappedReader(mapping->file_).read(node));
    mapping->formats_.push_back(format_of(std::move(mapped)));
  }
  return std::shared_ptr<const Mapping>(std::move(mapping));
}

const Format* Mapping::recognise(std::string_view sample) const {
  for (const auto& format : formats_)
    if (format->recognise(sample) > 0) return format.get();
  return nullptr;
}

}  // namespace digue::read
