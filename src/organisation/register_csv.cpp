// A register kept in a spreadsheet: which table it is, and which column is which field.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "organisation/csv.h"
#include "organisation/register_row.h"
#include "organisation/sentences.h"

namespace digue::organisation {

namespace {

struct Heading {
  std::string_view field, said;  // said: folded
};

// French and English, as people name their columns; the fields' own names besides.
constexpr std::array<Heading, 36> headings = {{
    {"vital", "vitale"},
    {"vital", "activite vitale"},
    {"vital", "vital activity"},
    {"continuity", "continuite"},
    {"continuity", "procedure de continuite"},
    {"continuity", "pca"},
    {"degraded", "mode degrade"},
    {"degraded", "degrade"},
    {"degraded", "degraded mode"},
    {"degraded_holds", "tient"},
    {"degraded_holds", "duree du mode degrade"},
    {"degraded_holds", "duree"},
    {"degraded_holds", "holds"},
    {"degraded_holds", "how long"},
    {"loss_per_day", "perte par jour"},
    {"loss_per_day", "perte"},
    {"loss_per_day", "loss per day"},
    {"loss_per_day", "loss"},
    {"systems", "systemes"},
    {"systems", "applications"},
    {"needs", "depend de"},
    {"needs", "depends on"},
    {"needs", "besoins"},
    {"zones", "zones"},
    {"role", "fonction"},
    {"backups", "sauvegardes"},
    {"backups", "sauvegarde"},
    {"backups", "backup"},
    {"data", "donnees"},
    {"runs_on", "repose sur"},
    {"runs_on", "heberge sur"},
    {"runs_on", "machines"},
    {"runs_on", "serveurs"},
    {"runs_on", "runs on"},
    {"contact", "joindre"},
    {"contact", "telephone"},
}};

constexpr std::array<std::string_view, 4> activity_names = {"activity", "activite", "activites",
                                                            "activities"};
constexpr std::array<std::string_view, 10> system_names = {
    "system",   "systeme", "systems", "systemes", "machine",
    "machines", "host",    "hote",    "serveur",  "application"};
constexpr std::array<std::string_view, 7> partner_names = {
    "partner",          "partenaire",      "interconnection", "interconnexion",
    "interconnections", "interconnexions", "organisation"};

bool is_one_of(const auto& words, const std::string& key) {
  return std::find(words.begin(), words.end(), key) != words.end();
}

struct Columns {
  RegisterKind kind = RegisterKind::systems;
  std::vector<std::string> fields;  // of each column; "" when it is none of ours
};

// The first column whose heading names a kind says what the table is of, and holds the names.
std::optional<Columns> columns_of(const std::vector<std::string>& header) {
  Columns out;
  std::optional<std::size_t> named;
  for (std::size_t i = 0; i < header.size() && !named; ++i) {
    const auto key = name_key(header[i]);
    if (is_one_of(activity_names, key))
      out.kind = RegisterKind::activities;
    else if (is_one_of(partner_names, key))
      out.kind = RegisterKind::interconnections;
    else if (!is_one_of(system_names, key))
      continue;
    named = i;
  }
  if (!named) return std::nullopt;
  const auto& fields = fields_of(out.kind);
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto key = name_key(header[i]);
    std::string field(key);
    const auto said = std::find_if(headings.begin(), headings.end(),
                                   [&](const Heading& heading) { return heading.said == key; });
    if (said != headings.end()) field = said->field;
    if (i == *named) field = fields.front();
    const bool ours = std::find(fields.begin(), fields.end(), field) != fields.end();
    out.fields.push_back(ours ? field : std::string());
  }
  return out;
}

}  // namespace

Outcome import_csv(std::string_view bytes, const std::string& file, Register& into,
                   RegisterNotes& notes) {
  const Csv csv = read_csv(bytes);
  const auto columns = columns_of(csv.header);
  if (!columns) return fail<sentences::unknown_table>(Error::Kind::bad_input, file);
  for (std::size_t i = 0; i < csv.header.size(); ++i)
    if (columns->fields[i].empty() && !csv.header[i].empty())
      notes.add(tell<sentences::unknown_column>(file, csv.header[i]));
  if (csv.cut) notes.add(tell<sentences::cut_table>(file, max_csv_rows));
  for (const auto& row : csv.rows) {
    RegisterRow out{tell<sentences::at_line>(file, row.line), {}};
    for (std::size_t i = 0; i < row.cells.size() && i < columns->fields.size(); ++i)
      if (!columns->fields[i].empty() && !row.cells[i].empty())
        out.fields[columns->fields[i]].push_back(row.cells[i]);
    add_row(out, columns->kind, into, notes);
  }
  return {};
}

}  // namespace digue::organisation
