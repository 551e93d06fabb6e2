// Any bytes as a file of Sigma rules, which are then asked of a record.
#include <vector>

#include "detect/sigma/rule_testing.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace digue::detect::sigma;
  const std::vector<char> bytes(data, data + size);
  const Loaded loaded = testing::load({bytes.data(), size});
  const testing::Record record = {{"Image", "C:\\Windows\\cmd.exe"},
                                  {"User", "", true},
                                  {"CommandLine", "cmd /c whoami -all"},
                                  {"Image", "\xff\xc3"}};
  for (const auto* channel : {"Security", "Microsoft-Windows-Sysmon/Operational"})
    for (const std::uint32_t event : {1U, 4688U})
      (void)testing::matched(loaded, record, channel, event);
  return 0;
}
