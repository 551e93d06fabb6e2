// What an organisation writes of its own version of the sheets, laid over them.
#include "sheet/overlay.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::vector<char> exact(data, data + size);  // one byte too far is seen
  static const auto library = digue::sheet::built_in_library();
  constexpr digue::Instant now{1'790'000'000'000};
  const std::string_view bytes(exact.data(), size);
  const auto overlay = digue::sheet::read_overlay(bytes, "fuzz.yaml").overlay;
  (void)digue::sheet::check_overlay(overlay, *library, now);
  (void)digue::sheet::brought_up_to_date(bytes, overlay, *library, now);
  return 0;
}
