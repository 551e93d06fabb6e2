// The wordings of services that log to a file of their own as well as through syslog.
#pragma once
#include <span>

#include "read/wording.h"

namespace digue::read::services {

// OpenVPN 2.4 to 2.6, and what pfSense says of its users.
std::span<const Wording> openvpn();
// Questions to BIND 9, dnsmasq and Unbound.
std::span<const Wording> name_server();
// VMware ESXi 6.5 to 8: hostd, vobd, the shell; vCenter: the events that vpxd logs.
std::span<const Wording> host_agent();
std::span<const Wording> host_alarms();
std::span<const Wording> host_shell();
std::span<const Wording> vcenter();

// An event of ESXi or vCenter quotes its message, in the detail `Message`: what that one says.
void tell_quoted(Said& said);
// The message itself, as an export of events has it.
bool tell_message(std::string_view message, Said& said);

}  // namespace digue::read::services
