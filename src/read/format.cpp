#include "read/format.h"

namespace digue::read {

const Format* recognise(std::string_view sample) {
  const Format* surest = nullptr;
  int most = 0;
  for (const Format* format : formats()) {
    const int sure = format->recognise(sample);
    if (sure > most) {
      most = sure;
      surest = format;
    }
  }
  return surest;
}

}  // namespace digue::read
