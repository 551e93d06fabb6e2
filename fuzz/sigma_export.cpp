// Any bytes as an export of Microsoft 365 or Entra, whose records rules are asked of.
#include <vector>

#include "analysis/export_reader.h"
#include "detect/sigma/rule_testing.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace digue::detect::sigma;
  static const Loaded loaded = testing::load(
      "title: T\nid: a\nlogsource: {product: m365, service: audit}\ndetection:\n  s:\n    - "
      "status: "
      "success\n      Parameters|contains: e\n    - RequestType: x\n  condition: s\n");
  const std::vector<char> bytes(data, data + size);
  digue::analysis::ExportReader reader(loaded.rules, "m365/audit");
  reader.read({bytes.data(), size}, [&] { (void)(reader.identity() + reader.account()); });
  return 0;
}
