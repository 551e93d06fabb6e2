// Ways in that people write: every answer of a file without fault leads to a sheet in the end.
#include <cstdlib>
#include <cstring>
#include <memory>

#include "sheet/entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto exact = std::make_unique<char[]>(size);  // one byte too far is seen
  if (size != 0) std::memcpy(exact.get(), data, size);
  const auto reading = digue::sheet::read_entry({exact.get(), size}, "fuzz.yaml");
  if (!reading.problems.empty()) return 0;
  for (const auto& question : reading.entry.questions)
    for (const auto& option : question.options)
      if (option.sheet.empty() && reading.entry.question(option.next) == nullptr) std::abort();
  return 0;
}
