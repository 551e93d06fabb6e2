// Severity tables that people write, or that were sent to them, with nothing known yet.
#include "incident/severity.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> bytes(data, data + size);
  const auto [table, references, problems] =
      digue::sheet::read_severity_table({bytes.data(), size}, "f.yaml");
  if (!problems.empty()) return 0;
  const std::vector<digue::finding::Value> known(table.inputs.size());
  (void)digue::incident::assess(table, known);
  return 0;
}
