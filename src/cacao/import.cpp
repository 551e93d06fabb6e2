#include "cacao/import.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/time.h"
#include "cacao/export.h"
#include "cacao/extension.h"
#include "cacao/foreign.h"
#include "cacao/json_tree.h"
#include "cacao/sentences.h"
#include "cacao/yaml_writer.h"
#include "sheet/reading.h"

namespace digue::cacao {

using sheet::Problem;

// A playbook that someone rewrote must not fill the screen.
static constexpr std::size_t max_differences = 50;

namespace {

class Importer {
 public:
  Importer(const YamlNode& root, std::string file, const sheet::Library& library)
      : root_(root), file_(std::move(file)), library_(library) {}

  Imported run() {
    const auto& own = root_["playbook_extensions"][extension::id];
    if (own["sheet"].kind == YamlNode::Kind::mapping)
      take_back(own);
    else
      make_draft();
    return std::move(out_);
  }

 private:
  template <const Sentence& sentence, class... Arguments>
  void note(Problem::Level level, const YamlNode& at, Arguments&&... arguments) {
    out_.problems.push_back({level,
                             file_,
                             {at.line, at.column},
                             tell<sentence>(std::forward<Arguments>(arguments)...)});
  }

  // ------------------------------------------------------------------------------ our own
  void take_back(const YamlNode& own) {
    for (const auto& [id, step] : root_["workflow"].members) {
      const auto& carried = step["step_extensions"][extension::id][extension::step];
      if (carried.present()) steps_.emplace(carried["id"].text, &carried);
    }
    const auto tree = restored(own[extension::sheet]);
    if (!out_.problems.empty() || !write(tree)) return;
    compare(own, tree);
    out_.exact = out_.problems.empty();
  }

  // The skeleton, with the steps put back in their places.
  YamlNode restored(const YamlNode& node) {
    if (is_place_of_step(node)) {
      const auto found = steps_.find(node["id"].text);
      if (found != steps_.end()) return *found->second;
      note<sentences::step_gone>(Problem::Level::error, node, node["id"].text.substr(0, 80));
    }
    YamlNode out = node;
    for (auto& item : out.items) item = restored(item);
    for (auto& [key, value] : out.members) value = restored(value);
    return out;
  }
  static bool is_place_of_step(const YamlNode& node) {
    return node.kind == YamlNode::Kind::mapping && node.members.size() == 1 &&
           node.members.front().key.text == "id";
  }

  bool write(const YamlNode& tree) {
    auto yaml = write_yaml(tree);
    auto reading = sheet::read_sheet(yaml, file_ + " > YAML");
    const bool good = !has_error(reading.problems);
    for (auto& problem : reading.problems)
      if (problem.level == Problem::Level::error) out_.problems.push_back(std::move(problem));
    if (!good) return false;
    sheet_ = std::move(reading.sheet);
    out_.sheet = sheet_.id;
    out_.yaml = std::move(yaml);
    return true;
  }

  // What the sheet would be exported as, beside what we were given.
  void compare(const YamlNode& own, const YamlNode& tree) {
    const auto language =
        own[extension::language].text == "fr" ? Language::french : Language::english;
    const Settings settings{Profile::full, language, own[extension::marking].text};
    const auto again = parse_json(export_playbook(sheet_, tree, library_, settings));
    if (!again) return note<sentences::not_compared>(Problem::Level::warning, own);
    compare_values(root_, *again, "");
  }

  void compare_values(const YamlNode& given, const YamlNode& ours, const std::string& path) {
    if (differences_ >= max_differences) return;
    if (given.kind == YamlNode::Kind::mapping && ours.kind == YamlNode::Kind::mapping)
      return compare_members(given, ours, path);
    if (same_values(given, ours) && given.plain == ours.plain) return;
    ++differences_;
    note<sentences::changed_since>(Problem::Level::warning, given, path);
  }

  // The order of the members of an object has no meaning.
  void compare_members(const YamlNode& given, const YamlNode& ours, const std::string& path) {
    const auto below = [&](const std::string& key) {
      return (path.empty() ? "" : path + " > ") + key.substr(0, 80);
    };
    std::map<std::string_view, const YamlNode*> expected;
    for (const auto& [key, value] : ours.members) expected.emplace(key.text, &value);
    for (const auto& [key, value] : given.members) {
      const auto found = expected.find(key.text);
      if (found != expected.end()) {
        compare_values(value, *found->second, below(key.text));
        expected.erase(found);
      } else if (differences_++ < max_differences) {
        note<sentences::changed_since>(Problem::Level::warning, key, below(key.text));
      }
    }
    for (const auto& [key, value] : expected)
      if (differences_++ < max_differences)
        note<sentences::gone_since>(Problem::Level::warning, given, below(std::string(key)));
  }

  // ------------------------------------------------------------------------------ others
  // A sheet is dated; the rest of a playbook may be wrong, and still be read.
  void make_draft() {
    const auto& modified = root_["modified"];
    if (!parse_rfc3339(modified.text))
      return note<sentences::bad_moment>(Problem::Level::error, modified,
                                         "modified: " + modified.text.substr(0, 80));
    auto draft = draft_of(root_, file_);
    out_.problems = std::move(draft.lost);
    write(draft.tree);
  }

  const YamlNode& root_;
  std::string file_;
  const sheet::Library& library_;
  std::map<std::string_view, const YamlNode*> steps_;
  sheet::Sheet sheet_;
  Imported out_;
  std::size_t differences_ = 0;
};

}  // namespace

Imported import_playbook(std::string_view bytes, const std::string& file,
                         const sheet::Library& library) {
  Imported refused;
  const auto refuse = [&](int line, int column, Message what) {
    refused.problems.push_back({Problem::Level::error, file, {line, column}, std::move(what)});
    return refused;
  };
  const auto root = parse_json(bytes);
  if (!root) return refuse(root.error().line, root.error().column, root.error().what);
  if ((*root)["type"].text != "playbook") return refuse(1, 1, tell<sentences::not_a_playbook>());
  auto imported = Importer(*root, file, library).run();
  sort_problems(imported.problems);
  return imported;
}

}  // namespace digue::cacao
