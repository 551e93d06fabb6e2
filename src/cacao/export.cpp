#include "cacao/export.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "cacao/description.h"
#include "cacao/extension.h"
#include "cacao/identifier.h"
#include "cacao/marking.h"
#include "cacao/playbook_writer.h"
#include "cacao/sentences.h"
#include "cacao/workflow.h"

namespace digue::cacao {

// The day of the first of our sheets.  A sheet says when its version was written, not when it was
// first made, and CACAO wants a moment that does not change from one version to the next.
static constexpr std::string_view first_day = "2026-11-01";

std::vector<std::string> markings() {
  std::vector<std::string> out;
  for (const auto& marking : tlp_markings) out.emplace_back(marking.level);
  return out;
}

std::string_view extension_id() {
  return extension::id;
}

static std::vector<std::string> types_of(sheet::SheetKind kind) {
  switch (kind) {
    case sheet::SheetKind::containment:
      return {"mitigation"};
    case sheet::SheetKind::qualification:
      return {"investigation"};
    case sheet::SheetKind::mixed:
      break;
  }
  return {"investigation", "mitigation"};
}

static Reference reference_of(const sheet::Source& source) {
  const auto words = [](const std::vector<std::string>& parts) {
    std::vector<std::string> some;
    for (const auto& part : parts)
      if (!part.empty()) some.push_back(part);
    return join(some, ", ");
  };
  return {source.publisher, words({source.title, source.version, source.date, source.licence}),
          source.reference};
}

// What the playbook says of itself as a whole is what its parts say.
static void sum_up(Playbook& playbook) {
  const auto add = [](std::vector<std::string>& words, const std::string& word) {
    if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(word);
  };
  for (const auto& step : playbook.steps) {
    for (const auto& command : step.commands) add(playbook.activities, command.activity);
    add(playbook.related, step.playbook_id);
    for (const auto& reference : step.references)
      if (std::find(playbook.references.begin(), playbook.references.end(), reference) ==
          playbook.references.end())
        playbook.references.push_back(reference);
  }
}

static Playbook head_of(const sheet::Sheet& sheet, const Settings& settings) {
  const auto language = settings.language;
  Playbook playbook;
  playbook.id = playbook_id(sheet.id, settings);
  playbook.name = sheet.title.in(language);
  playbook.description = description_of(sheet, language);
  playbook.created =
      std::string(std::min<std::string_view>(first_day, sheet.date)) + "T00:00:00.000Z";
  playbook.modified = sheet.date + "T00:00:00.000Z";
  playbook.types = types_of(sheet.kind);
  playbook.labels = {"digue", sheet.id, sheet.version};
  playbook.references.push_back(reference_of(sheet.source));
  for (const auto& source : sheet.sources) playbook.references.push_back(reference_of(source));
  playbook.statement_id = "marking-statement--" + step_uuid(sheet.id, "#licence");
  playbook.statement =
      tell<sentences::licence_is>(sheet.licence.name, sheet.licence.attribution).in(language);
  playbook.marking = settings.marking;
  return playbook;
}

static Playbook playbook_of(const sheet::Sheet& sheet, const YamlNode& tree,
                            const sheet::Library& library, const Settings& settings) {
  auto playbook = head_of(sheet, settings);
  build_workflow(playbook, sheet, tree, library, settings);
  sum_up(playbook);
  return playbook;
}

std::string export_playbook(const sheet::Sheet& sheet, const YamlNode& tree,
                            const sheet::Library& library, const Settings& settings) {
  const auto playbook = playbook_of(sheet, tree, library, settings);
  const auto* carried = settings.profile == Profile::full ? &tree : nullptr;
  return indented(write_playbook(playbook, carried, settings));
}

// ------------------------------------------------------------------------------------- measure

namespace {

// A value of a sheet, under the last key that leads to it.
struct Value {
  std::string_view key;
  std::string_view text;
};

}  // namespace

static void gather_values(const YamlNode& node, std::string_view key, std::vector<Value>& out) {
  if (node.is_text()) out.push_back({key, trimmed(node.text)});
  for (const auto& item : node.items) gather_values(item, key, out);
  for (const auto& [name, value] : node.members) gather_values(value, name.text, out);
}

// Words that a person finds in the texts of a playbook with their meaning; of the others (kinds,
// flags, families...) a word that happens to be the same means nothing.
static bool is_told(std::string_view key, Language language) {
  static constexpr std::string_view told[] = {
      "id",      "value",     "prerequisites", "analyses", "scripts", "reference", "lifted_by",
      "version", "publisher", "review_hours",  "label",    "sheet",   "title",     "name"};
  return key == language_code(language) ||
         std::find(std::begin(told), std::end(told), key) != std::end(told);
}

// The texts of a playbook, outside its extensions; French with ordinary spaces, as in a sheet.
static std::string native_text(const Playbook& playbook) {
  std::string out = "\n" + playbook.name + "\n" + playbook.description + "\n" + playbook.statement;
  const auto add = [&](const std::string& text) { out += '\n' + text; };
  for (const auto& label : playbook.labels) add(label);
  for (const auto& reference : playbook.references)
    add(reference.name + "\n" + reference.description + "\n" + reference.external_id);
  for (const auto& step : playbook.steps) {
    add(step.name + "\n" + step.description);
    for (const auto& command : step.commands) add(command.text);
    for (const auto& [value, next] : step.cases) add(value);
  }
  for (std::size_t at = 0; (at = out.find("\u00a0", at)) != std::string::npos;)
    out.replace(at, 2, " ");
  return out + '\n';
}

static bool is_in_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '-' || c == '/';
}

// Whole: "no" is not in "unknown".
static bool stands_in(const std::string& text, std::string_view value) {
  for (std::size_t at = text.find(value); at != std::string::npos; at = text.find(value, at + 1)) {
    const bool starts = at == 0 || !is_in_word(text[at - 1]) || !is_in_word(value.front());
    const auto end = at + value.size();
    const bool ends = end >= text.size() || !is_in_word(text[end]) || !is_in_word(value.back());
    if (starts && ends) return true;
  }
  return false;
}

Carried carried_natively(const sheet::Sheet& sheet, const YamlNode& tree,
                         const sheet::Library& library, const Settings& settings) {
  std::vector<Value> values;
  gather_values(tree, "", values);
  const auto text = native_text(playbook_of(sheet, tree, library, settings));
  Carried out{values.size(), 0};
  for (const auto& value : values)
    if (!value.text.empty() && is_told(value.key, settings.language) && stands_in(text, value.text))
      ++out.carried;
  return out;
}

}  // namespace digue::cacao
