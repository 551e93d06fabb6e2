// ArcSight's Common Event Format, after a syslog header or not (read/appliance/carriers.h).
#include "read/appliance/carried_format.h"

namespace digue::read {

const Format& cef_format() {
  static const CarriedFormat format("cef", 92, carry_cef, {});
  return format;
}

}  // namespace digue::read
