// An entry of another logbook, as it is taken in: it must be known again.
#include <cstdlib>
#include <string>

#include "incident/kinds.h"
#include "incident/merge.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto& kinds = digue::incident::kinds::all;
  digue::logbook::Entry entry;
  entry.header.kind = size == 0 ? "note" : kinds[data[0] % kinds.size()];
  entry.body = std::string(reinterpret_cast<const char*>(data), size).substr(size == 0 ? 0 : 1);
  const auto first = digue::incident::plan_merge({}, "a", {&entry, 1}, {});
  auto taken = entry;
  if (first.drafts.empty()) return 0;
  taken.header.kind = first.drafts[0].kind;
  taken.body = first.drafts[0].body;
  taken.leaf = {1};
  if (digue::incident::plan_merge({&taken, 1}, "a", {&entry, 1}, {}).known != 1) std::abort();
  return 0;
}
