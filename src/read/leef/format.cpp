// QRadar's Log Event Extended Format, after a syslog header or not (read/appliance/carriers.h).
#include "read/appliance/carried_format.h"

namespace digue::read {

const Format& leef_format() {
  static const CarriedFormat format("leef", 92, carry_leef, {});
  return format;
}

}  // namespace digue::read
