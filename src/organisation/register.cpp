#include "organisation/register.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "base/duration.h"
#include "base/number.h"
#include "base/text.h"
#include "organisation/register_row.h"
#include "organisation/sentences.h"

namespace digue::organisation {

std::string name_key(std::string_view name) {
  return folded(trimmed(name));
}

std::string host_key(std::string_view name) {
  const std::string key = name_key(name);
  const bool address = key.find(':') != std::string::npos ||
                       key.find_first_not_of("0123456789.") == std::string::npos;
  return address ? key : key.substr(0, key.find('.'));
}

template <class Entries>
static auto entry_named(const Entries& entries, std::string_view name) {
  const auto key = name_key(name);
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const auto& entry) { return name_key(entry.name) == key; });
  return found == entries.end() ? nullptr : &*found;
}

const Activity* Register::activity(std::string_view name) const {
  return entry_named(activities, name);
}
const System* Register::system(std::string_view name) const {
  return entry_named(systems, name);
}
const System* Register::host(std::string_view name) const {
  if (const auto* same = system(name)) return same;
  const auto key = host_key(name);
  const auto found = std::find_if(systems.begin(), systems.end(), [&](const System& system) {
    return host_key(system.name) == key;
  });
  return found == systems.end() ? nullptr : &*found;
}

bool System::administers() const {
  static constexpr std::array<std::string_view, 9> words = {
      "admin",    "domain-controller", "domain controller", "controleur de domaine",
      "hypervis", "active directory",  "annuaire",          "bastion",
      "esxi"};
  const auto said = name_key(role);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return said.find(word) != std::string::npos; });
}

void RegisterNotes::add(Message note) {
  if (notes.size() < max_register_notes) notes.push_back(std::move(note));
}

std::string RegisterRow::text(const std::string& field) const {
  const auto found = fields.find(field);
  return found == fields.end() ? std::string() : std::string(trimmed(join(found->second, ", ")));
}

std::vector<std::string> RegisterRow::list(const std::string& field) const {
  std::vector<std::string> out;
  const auto found = fields.find(field);
  if (found == fields.end()) return out;
  for (auto written : found->second) {
    for (char& c : written)
      if (c == '|' || c == '\n' || c == ';') c = ',';
    for (const auto part : split(written, ','))
      if (!trimmed(part).empty()) out.emplace_back(trimmed(part));
  }
  return out;
}

const std::vector<std::string_view>& fields_of(RegisterKind kind) {
  static const std::vector<std::string_view> activities = {
      "name",           "vital",        "continuity", "degraded",
      "degraded_holds", "loss_per_day", "systems",    "needs"};
  static const std::vector<std::string_view> systems = {"name",    "type", "zone",   "role",
                                                        "backups", "data", "runs_on"};
  static const std::vector<std::string_view> interconnections = {"partner", "contact", "systems",
                                                                 "zones"};
  if (kind == RegisterKind::activities) return activities;
  return kind == RegisterKind::systems ? systems : interconnections;
}

namespace {

constexpr std::array<std::string_view, 7> yes_words = {"yes", "y", "oui", "o", "true", "vrai", "x"};
constexpr std::array<std::string_view, 8> no_words = {"no",   "n",      "non",   "false",
                                                      "faux", "aucune", "aucun", "none"};
bool is_one_of(const auto& words, std::string_view said) {
  const auto key = name_key(said);
  return std::find(words.begin(), words.end(), key) != words.end();
}

struct Word {
  std::string_view canonical, said;  // said: folded
};
constexpr std::array<Word, 14> backup_words = {{{"offline", "offline"},
                                                {"offline", "hors ligne"},
                                                {"offline", "hors-ligne"},
                                                {"online", "online"},
                                                {"online", "en ligne"},
                                                {"online", "en-ligne"},
                                                {"remote", "remote"},
                                                {"remote", "distante"},
                                                {"remote", "distant"},
                                                {"none", "none"},
                                                {"none", "no"},
                                                {"none", "non"},
                                                {"none", "aucune"},
                                                {"none", "aucun"}}};
constexpr std::array<Word, 15> data_words = {{{"personal", "personal"},
                                              {"personal", "personnelles"},
                                              {"personal", "personnelle"},
                                              {"personal", "personnel"},
                                              {"health", "health"},
                                              {"health", "sante"},
                                              {"financial", "financial"},
                                              {"financial", "financieres"},
                                              {"financial", "bancaires"},
                                              {"classified", "classified"},
                                              {"classified", "classifiees"},
                                              {"classified", "classifie"},
                                              {"contractual", "contractual"},
                                              {"contractual", "contractuelles"},
                                              {"contractual", "contrat"}}};

// Reads the fields of one row; what can't be read is noted.
class RowReader {
 public:
  RowReader(const RegisterRow& row, RegisterNotes& notes) : row_(row), notes_(notes) {}

  std::optional<bool> flag(const std::string& field) {
    const auto text = row_.text(field);
    if (is_one_of(yes_words, text)) return true;
    if (is_one_of(no_words, text)) return false;
    if (!text.empty()) refuse(field, text, tell<sentences::a_yes_or_no>());
    return std::nullopt;
  }

  // "no" says that there is none; "yes" that there is one, without saying which.
  Procedure procedure(const std::string& field) {
    const auto text = row_.text(field);
    if (text.empty()) return {};
    return {true, is_one_of(no_words, text) ? std::string() : text};
  }

  std::optional<int> duration(const std::string& field) {
    const auto text = row_.text(field);
    const auto minutes = minutes_in(text);
    if (!minutes && !text.empty()) refuse(field, text, tell<sentences::a_duration>());
    return minutes;
  }

  // In euros: "50 000 €", "50000".
  std::optional<std::int64_t> amount(const std::string& field) {
    const auto text = row_.text(field);
    if (text.empty()) return std::nullopt;
    std::string digits;
    for (const char c : folded(text))
      if (c != ' ') digits += c;
    for (const std::string_view unit : {"\xe2\x82\xac", "eur", "euros"})
      if (digits.ends_with(unit)) digits.erase(digits.rfind(unit));
    if (const auto out = whole_number<std::int64_t>(digits); out && *out >= 0) return out;
    refuse(field, text, tell<sentences::an_amount>());
    return std::nullopt;
  }

  std::vector<std::string> words(const std::string& field, std::span<const Word> known) {
    std::vector<std::string> out;
    for (const auto& said : row_.list(field)) {
      const auto key = name_key(said);
      const auto found = std::find_if(known.begin(), known.end(),
                                      [&](const Word& word) { return word.said == key; });
      if (found != known.end())
        out.emplace_back(found->canonical);
      else
        refuse(field, said, as_message(names_of(known)));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

 private:
  static std::string names_of(std::span<const Word> known) {
    std::vector<std::string> out;
    for (const auto& word : known)
      if (out.empty() || out.back() != word.canonical) out.emplace_back(word.canonical);
    return join(out, ", ");
  }

  void refuse(const std::string& field, const std::string& text, const Message& needed) {
    notes_.add(tell<sentences::bad_cell>(row_.where, field, text.substr(0, 80), needed));
  }

  const RegisterRow& row_;
  RegisterNotes& notes_;
};

Activity activity_of(const RegisterRow& row, RegisterNotes& notes) {
  RowReader reader(row, notes);
  Activity out;
  out.name = row.text("name");
  out.vital = reader.flag("vital");
  out.continuity = reader.procedure("continuity");
  out.degraded = reader.procedure("degraded");
  out.degraded_minutes = reader.duration("degraded_holds");
  out.loss_per_day = reader.amount("loss_per_day");
  out.systems = row.list("systems");
  out.needs = row.list("needs");
  return out;
}

System system_of(const RegisterRow& row, RegisterNotes& notes) {
  RowReader reader(row, notes);
  System out;
  out.name = row.text("name");
  out.type = row.text("type");
  out.zone = row.text("zone");
  out.role = row.text("role");
  out.backups = reader.words("backups", backup_words);
  out.data = reader.words("data", data_words);
  out.runs_on = row.list("runs_on");
  return out;
}

Interconnection interconnection_of(const RegisterRow& row) {
  return {row.text("partner"), row.text("contact"), row.list("systems"), row.list("zones")};
}

}  // namespace

void add_row(const RegisterRow& row, RegisterKind kind, Register& into, RegisterNotes& notes) {
  const auto name = row.text(std::string(fields_of(kind).front()));
  if (name.empty()) return notes.add(tell<sentences::nameless>(row.where));
  const auto keep = [&](auto& list, auto entry) {
    if (list.size() < max_register_entries)
      list.push_back(std::move(entry));
    else
      notes.add(tell<sentences::register_full>(row.where, max_register_entries));
  };
  switch (kind) {
    case RegisterKind::activities:
      return keep(into.activities, activity_of(row, notes));
    case RegisterKind::systems:
      return keep(into.systems, system_of(row, notes));
    case RegisterKind::interconnections:
      return keep(into.interconnections, interconnection_of(row));
  }
}

namespace {

class Checking {
 public:
  Checking(const Register& whole, RegisterNotes& notes) : whole_(whole), notes_(notes) {
    for (const auto& system : whole.systems) add(systems_, system.name);
    for (const auto& activity : whole.activities) add(activities_, activity.name);
  }

  void check() {
    for (const auto& activity : whole_.activities) {
      need(activity.name, activity.systems, systems_);
      need(activity.name, activity.needs, activities_);
    }
    for (const auto& system : whole_.systems) need(system.name, system.runs_on, systems_);
    for (const auto& link : whole_.interconnections) need(link.partner, link.systems, systems_);
  }

 private:
  void add(std::set<std::string>& names, const std::string& name) {
    if (!names.insert(name_key(name)).second) notes_.add(tell<sentences::named_twice>(name));
  }
  void need(const std::string& by, const std::vector<std::string>& wanted,
            const std::set<std::string>& names) {
    for (const auto& name : wanted)
      if (!names.contains(name_key(name))) notes_.add(tell<sentences::not_in_register>(by, name));
  }

  const Register& whole_;
  RegisterNotes& notes_;
  std::set<std::string> systems_, activities_;
};

}  // namespace

void check_register(const Register& whole, RegisterNotes& notes) {
  Checking(whole, notes).check();
}

}  // namespace digue::organisation
