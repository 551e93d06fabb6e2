// Playbooks that someone sent: checked, and taken as sheets.
#include <cstdlib>
#include <cstring>
#include <memory>

#include "cacao/check.h"
#include "cacao/import.h"
#include "sheet/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const digue::sheet::Library nothing;
  const auto exact = std::make_unique<char[]>(size);  // one byte too far is seen
  if (size != 0) std::memcpy(exact.get(), data, size);
  (void)digue::cacao::check_playbook({exact.get(), size}, "fuzz.json");
  const auto back = digue::cacao::import_playbook({exact.get(), size}, "fuzz.json", nothing);
  if (!back.yaml.empty() && !digue::sheet::load_sheet(back.yaml, "fuzz.yaml")) std::abort();
  return 0;
}
