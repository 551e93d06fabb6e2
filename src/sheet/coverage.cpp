#include "sheet/coverage.h"

#include <algorithm>

namespace digue::sheet {

static bool all_carriers(const Covered& line, bool Carrier::* language) {
  return !line.carriers.empty() &&
         std::all_of(line.carriers.begin(), line.carriers.end(),
                     [&](const Carrier& carrier) { return carrier.*language; });
}

bool Covered::in_french() const {
  return all_carriers(*this, &Carrier::french);
}

bool Covered::in_english() const {
  return all_carriers(*this, &Carrier::english);
}

bool Covered::settled() const {
  return carriers.empty() ? !reasons.empty() : in_french() && in_english();
}

// "phishing/*" names every item that starts with "phishing/".
static bool names(const std::string& pattern, const std::string& item) {
  if (!pattern.ends_with('*')) return pattern == item;
  return item.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1));
}

static Covered cover(const Library& library, const std::string& item) {
  Covered out{item, {}, {}, {}};
  for (const auto& sheet : library.sheets) {
    for (const auto& carrier : sheet.carriers)
      if (carrier.item == item) {
        out.carriers.push_back(carrier);
        out.sheets.push_back(sheet.id);
      }
    for (const auto& later : sheet.later)
      if (later.item == item) out.reasons.push_back(later.reason);
  }
  for (const auto& data : library.data)
    for (const auto& carrier : data.carriers)
      if (carrier.item == item) {
        out.carriers.push_back(carrier);
        out.sheets.push_back(data.name);
      }
  if (!out.carriers.empty()) return out;
  for (const auto& later : library.later)
    if (names(later.item, item)) out.reasons.push_back(later.reason);
  return out;
}

std::vector<Covered> coverage(const Library& library, std::string_view sheet) {
  const auto prefix = sheet.empty() ? std::string() : std::string(sheet) + "/";
  std::vector<Covered> out;
  for (const auto& requirement : library.requirements)
    if (requirement.id.starts_with(prefix)) out.push_back(cover(library, requirement.id));
  return out;
}

std::string carrier_name(const std::string& sheet, const Carrier& carrier) {
  if (carrier.bearer == Bearer::data) return sheet;
  auto name = sheet + ": " + std::string(bearer_name(carrier.bearer));
  if (!carrier.detail.empty()) name += " (" + carrier.detail + ")";
  return name;
}

}  // namespace digue::sheet
