// The logs of Palo Alto Networks' firewalls, as columns, after a syslog header or not
// (read/appliance/carriers.h).
#include "read/appliance/carried_format.h"

namespace digue::read {

const Format& palo_alto_format() {
  static const CarriedFormat format("palo-alto", 92, carry_palo_alto, {});
  return format;
}

}  // namespace digue::read
