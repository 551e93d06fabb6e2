// Lines of key=value, after a syslog header or not: FortiGate, Stormshield, Sophos, Zscaler's NSS
// feed and the many that write like them (read/appliance/tables.h).
#include "read/appliance/carried_format.h"

namespace digue::read {

const Format& key_values_format() {
  static const CarriedFormat format(
      "key-values", 80, carry_pairs,
      {"srcip", "src", "src_ip", "ClientIP", "logid", "logtype", "devname", "device_name", "fw"});
  return format;
}

}  // namespace digue::read
