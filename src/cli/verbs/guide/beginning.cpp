#include "cli/verbs/guide/beginning.h"

#include <cstdlib>

#include "base/text.h"
#include "cli/verbs/guide/sentences.h"

namespace digue::cli::verbs {

// Enter alone takes the last answer, "no, or I don't know": who knows little types little.
static std::optional<std::string> ask_questions(Dialogue& dialogue, const sheet::Entry& entry) {
  const auto* question = &entry.questions.front();
  while (question != nullptr) {
    dialogue.gap();
    dialogue.say(question->text);
    std::vector<Message> labels;
    for (const auto& option : question->options) labels.push_back(option.label);
    const auto picked = dialogue.choose(labels, nullptr, labels.size() - 1);
    if (!picked) return std::nullopt;
    const auto& option = question->options[*picked];
    if (!option.sheet.empty()) return option.sheet;
    question = entry.question(option.next);
  }
  return std::nullopt;
}

std::optional<std::string> find_sheet(Dialogue& dialogue, const sheet::Library& library) {
  if (!library.entry.present()) return pick_sheet(dialogue, library);
  dialogue.heading(tell<sentences::what_do_you_see>());
  std::vector<Message> ways;
  for (const auto& way : library.entry.ways) ways.push_back(way.text);
  const auto unknown = tell<sentences::i_dont_know>();
  const auto picked = dialogue.choose(ways, &unknown);
  if (!picked) return std::nullopt;
  if (*picked < ways.size()) return library.entry.ways[*picked].sheet;
  return ask_questions(dialogue, library.entry);
}

std::optional<std::string> pick_sheet(Dialogue& dialogue, const sheet::Library& library,
                                      const std::string& usual) {
  std::optional<std::size_t> index;
  std::vector<Message> titles;
  for (const auto& sheet : library.sheets) {
    if (sheet.id == usual) index = titles.size();
    titles.push_back(sheet.title);
  }
  const auto picked = dialogue.choose(titles, nullptr, index);
  if (!picked) return std::nullopt;
  return library.sheets[*picked].id;
}

std::string machine_zone(Files& files) {
  std::vector<std::string> names;
  if (const char* set = std::getenv("TZ"); set != nullptr) names.emplace_back(set);
  if (const auto text = files.read("/etc/timezone")) names.emplace_back(trimmed(*text));
  std::error_code error;
  const auto link = std::filesystem::read_symlink("/etc/localtime", error).string();
  if (const auto at = link.find("zoneinfo/"); at != std::string::npos)
    names.push_back(link.substr(at + 9));
  for (const auto& name : names)
    if (Zone::named(name)) return name;
  return "UTC";
}

}  // namespace digue::cli::verbs
