// Antivirus consoles that have a table of their own; those that the common names of CEF suffice for
// are in tables.cpp.  Constant: threads may share them.
#pragma once
#include "read/appliance/products.h"

namespace digue::read {

extern const Product deep_security;  // agents and manager, "Syslog message formats" 20
extern const Product apex_central;   // once Control Manager, "CEF Virus/Malware Logs"
extern const Product panda;          // Adaptive Defense's SIEMFeeder, LEEF

}  // namespace digue::read
