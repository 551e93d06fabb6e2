// Names, addresses and words that the adversary writes, as detectors look at them.
#include <string>

#include "detect/look_alike.h"
#include "detect/mail_address.h"
#include "detect/words.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  (void)digue::detect::mail_addresses_in(text);
  (void)digue::detect::has_target_word(text);
  (void)digue::detect::is_meaningless_name(text);
  (void)digue::detect::misspelt_brand(text);
  (void)digue::detect::imitated_word(text);
  return 0;
}
