#include "sheet/entry.h"

#include <algorithm>
#include <utility>

#include "sheet/node_reader.h"
#include "sheet/sentences.h"
#include "sheet/tree.h"

namespace digue::sheet {

static constexpr std::string_view format_read = "1";

const EntryQuestion* Entry::question(std::string_view id) const {
  const auto found =
      std::find_if(questions.begin(), questions.end(), [&](const auto& q) { return q.id == id; });
  return found == questions.end() ? nullptr : &*found;
}

namespace {

class EntryReader {
 public:
  explicit EntryReader(const std::string& file) : nodes_(file) {}

  EntryReading read(const YamlNode& root) {
    if (nodes_.mapping(root, {"format", "version", "date", "ways", "questions"})) {
      if (const auto& format = root["format"]; format.text != format_read)
        nodes_.error<sentences::wrong_format>(place_of(format), format.text.substr(0, 80));
      nodes_.word(root, "version");
      nodes_.date(root, "date");
      for (const auto& node : nodes_.list(root, "ways")) read_way(node);
      for (const auto& node : nodes_.list(root, "questions")) read_question(node);
      check_steps();
    }
    auto problems = nodes_.take_problems();
    sort_problems(problems);
    return {std::move(entry_), std::move(problems)};
  }

 private:
  void read_way(const YamlNode& node) {
    if (!nodes_.mapping(node, {"sheet", "fr", "en"})) return;
    entry_.ways.push_back({nodes_.texts(node), nodes_.id(node, "sheet"), place_of(node["sheet"])});
  }

  void read_question(const YamlNode& node) {
    if (!nodes_.mapping(node, {"id", "fr", "en", "options"})) return;
    EntryQuestion question{nodes_.id(node, "id"), nodes_.texts(node), {}};
    for (const auto& option : nodes_.list(node, "options")) read_option(option, question);
    entry_.questions.push_back(std::move(question));
  }

  void read_option(const YamlNode& node, EntryQuestion& question) {
    if (!nodes_.mapping(node, {"fr", "en"}, {"sheet", "next"})) return;
    EntryOption option{nodes_.texts(node), nodes_.id(node, "sheet"), nodes_.id(node, "next"),
                       place_of(node)};
    if (option.sheet.empty() == option.next.empty())
      nodes_.error<sentences::entry_leads_once>(option.place);
    question.options.push_back(std::move(option));
  }

  // An answer leads on, never back.
  void check_steps() {
    const auto& questions = entry_.questions;
    for (auto at = questions.begin(); at != questions.end(); ++at)
      for (const auto& option : at->options) {
        if (option.next.empty()) continue;
        const auto further = std::any_of(at + 1, questions.end(),
                                         [&](const auto& q) { return q.id == option.next; });
        if (!further) nodes_.error<sentences::entry_not_further>(option.place, option.next);
      }
  }

  NodeReader nodes_;
  Entry entry_;
};

}  // namespace

EntryReading read_entry(std::string_view bytes, const std::string& file) {
  const auto tree = read_tree(bytes, file);
  if (!tree) return {{}, {tree.error()}};
  return EntryReader(file).read(*tree);
}

}  // namespace digue::sheet
