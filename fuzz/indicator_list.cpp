// A list of indicators, in text, CSV, MISP or STIX, as anyone may send it: what is taken can be
// searched for, and is.
#include <string>

#include "hunt/list.h"
#include "hunt/matcher.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  digue::hunt::List list;
  digue::hunt::read_list(bytes, list);
  std::vector<digue::hunt::Hit> hits;
  digue::hunt::Matcher::compile(list.indicators()).scan(bytes, 0, size, hits);
  return 0;
}
