// Any lines "kind body", taken as the entries of an incident that others wrote; ^ corrects the
// last.
#include "base/text.h"
#include "incident/fold.h"
#include "incident/plan.h"
#include "incident/qualification.h"
#include "sheet/library.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto library = digue::sheet::built_in_library();
  std::vector<digue::logbook::Entry> entries;
  for (auto rest = std::string_view(reinterpret_cast<const char*>(data), size); !rest.empty();) {
    auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    auto& entry = entries.emplace_back();
    entry.position = entries.size() - 1;
    entry.leaf[0] = static_cast<std::uint8_t>(entry.position);
    if (line.starts_with('^') && entries.size() > 1) {
      entry.header.supersedes = entries[entries.size() - 2].leaf;
      line.remove_prefix(1);
    }
    entry.header.kind = line.substr(0, line.find(' '));
    entry.body = line.substr(std::min(line.size(), entry.header.kind.size() + 1));
  }
  const auto state = digue::incident::fold("fuzz", entries);
  const auto* sheet = library->find(state.sheet);
  (void)digue::incident::make_plan(sheet ? *sheet : library->sheets.front(), state,
                                   digue::incident::PlanOrder::priority);
  // Weighing what is not known yet takes a tenth of a second here: only where it is asked for.
  if (!state.severity.empty()) (void)digue::incident::qualify(*library, state);
  return 0;
}
