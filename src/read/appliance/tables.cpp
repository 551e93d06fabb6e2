#include "read/appliance/tables.h"

#include <array>

#include "read/appliance/tables_antivirus.h"

namespace digue::read {

namespace {

using event::Action;
using event::Verdict;

// FortiGate, "FortiOS Log Message Reference" 7.
namespace fortigate {
constexpr std::array signs = {Test{"logid"}, Test{"type"}};
constexpr std::array parts = std::to_array<Meaning>({
    {Part::time, "eventtime"},
    {Part::day, "date"},
    {Part::clock, "time"},
    {Part::zone, "tz"},
    {Part::account, "user"},
    {Part::account, "unauthuser"},
    {Part::account, "srcuser"},
    {Part::address, "remip"},
    {Part::address, "srcip"},
    {Part::object, "qname"},
    {Part::object, "filename"},
    {Part::object, "url"},
    {Part::object, "hostname"},
    {Part::session, "tunnelid"},
    {Part::session, "sessionid"},
    {Part::device, "devname"},
    {Part::device, "devid"},
    {Part::operation, "subtype"},
    {Part::operation, "type"},
    {Part::host, "srcname"},
    {Part::outcome, "action"},
    {Part::outcome, "status"},
    {Part::agent, "agent"},
    {Part::destination, "hostname"},
    {Part::destination, "dstip"},
    {Part::url, "url"},
    {Part::method, "httpmethod"},
    {Part::referer, "referralurl"},
    {Part::content_type, "contenttype"},
    {Part::bytes_out, "sentbyte"},
    {Part::bytes_in, "rcvdbyte"},
});
constexpr std::array details = std::to_array<DetailOf>({
    {"GivenAddress", "tunnelip"},
    {"GivenAddress", "assignip"},
    {"Group", "group"},
    {"BytesIn", "rcvdbyte"},
    {"BytesOut", "sentbyte"},
    {"Duration", "duration"},
    {"Reason", "reason"},
    {"Threat", "virus"},
    {"Outcome", "action"},
    {"Url", "url"},
    {"RecordType", "qtype"},
    {"Interface", "ui"},
});
constexpr std::array kinds = std::to_array<Kind>({
    {{"subtype", "vpn"}, {"action", "ssl-login-fail"}, Action::vpn_opened, Verdict::failure},
    {{"subtype", "vpn"}, {"action", "tunnel-up"}, Action::vpn_opened, Verdict::success},
    {{"subtype", "vpn"}, {"action", "tunnel-down"}, Action::vpn_closed, Verdict::success},
    {{"subtype", "virus"}, {"virus"}, Action::malware_found},
    {{"subtype", "dns"}, {"qname"}, Action::name_looked_up},
    {{"action", "login"}, {"status", "success"}, Action::logon, Verdict::success},
    {{"action", "login"}, {"status", "failed"}, Action::logon, Verdict::failure},
});
constexpr Product table = {"FortiGate", signs, parts, details, kinds};
}  // namespace fortigate

// Stormshield Network Security, "Description of audit logs" 4.
namespace stormshield {
constexpr std::array signs = {Test{"fw"}, Test{"logtype"}};
constexpr std::array parts = std::to_array<Meaning>({
    {Part::time, "startime"},
    {Part::time, "time"},
    {Part::zone, "tz"},
    {Part::account, "user"},
    {Part::address, "src"},
    {Part::object, "arg"},
    {Part::object, "dstname"},
    {Part::device, "fw"},
    {Part::operation, "logtype"},
    {Part::host, "srcname"},
    {Part::outcome, "action"},
    {Part::destination, "dstname"},
    {Part::destination, "dst"},
    {Part::url, "arg"},
    {Part::method, "op"},
    {Part::bytes_out, "sent"},
    {Part::bytes_in, "rcvd"},
});
constexpr std::array details = std::to_array<DetailOf>({
    {"GivenAddress", "remotenet"},
    {"Group", "usergroup"},
    {"BytesIn", "rcvd"},
    {"BytesOut", "sent"},
    {"Duration", "duration"},
    {"Reason", "msg"},
    {"Threat", "virus"},
    {"Outcome", "action"},
    {"Url", "arg"},
});
constexpr std::array kinds = std::to_array<Kind>({
    {{"logtype", "xvpn|vpn"},
     {"msg", "*tunnel created*|*tunnel established*|*user logged in*|*IKE SA established*"},
     Action::vpn_opened,
     Verdict::success},
    {{"logtype", "xvpn|vpn"},
     {"msg", "*tunnel removed*|*tunnel deleted*|*tunnel closed*|*user logged out*"},
     Action::vpn_closed,
     Verdict::success},
    {{"logtype", "xvpn|vpn"}, {"error", "2"}, Action::vpn_opened, Verdict::failure},
    {{"logtype", "auth"}, {"error", "0"}, Action::logon, Verdict::success},
    {{"logtype", "auth"}, {"error", "*"}, Action::logon, Verdict::failure},
    {{"virus", "infected*"}, {}, Action::malware_found},
});
constexpr Product table = {"Stormshield", signs, parts, details, kinds};
}  // namespace stormshield

// Sophos Firewall, "Syslog guide" 19.
namespace sophos {
constexpr std::array signs = {Test{"device_name"}, Test{"log_type"}};
constexpr std::array parts = std::to_array<Meaning>({
    {Part::time, "timestamp"},
    {Part::day, "date"},
    {Part::clock, "time"},
    {Part::zone, "timezone"},
    {Part::account, "user_name"},
    {Part::account, "user"},
    {Part::address, "src_ip"},
    {Part::address, "remote_ip"},
    {Part::object, "url"},
    {Part::object, "filename"},
    {Part::device, "device_name"},
    {Part::operation, "log_component"},
    {Part::host, "host"},
    {Part::outcome, "log_subtype"},
    {Part::outcome, "status"},
    {Part::destination, "domain"},
    {Part::destination, "dst_ip"},
    {Part::url, "url"},
    {Part::content_type, "content_type"},
    {Part::referer, "referer"},
    {Part::bytes_out, "bytes_sent"},
    {Part::bytes_out, "sent_bytes"},
    {Part::bytes_in, "bytes_received"},
    {Part::bytes_in, "recv_bytes"},
});
constexpr std::array details = std::to_array<DetailOf>({
    {"GivenAddress", "ipaddress"},
    {"BytesIn", "bytes_received"},
    {"BytesIn", "recv_bytes"},
    {"BytesOut", "bytes_sent"},
    {"BytesOut", "sent_bytes"},
    {"Reason", "message"},
    {"Threat", "virus"},
    {"Outcome", "log_subtype"},
    {"Url", "url"},
});
constexpr std::array kinds = std::to_array<Kind>({
    {{"log_component", "*VPN*"},
     {"status", "Established|Successful"},
     Action::vpn_opened,
     Verdict::success},
    {{"log_component", "*VPN*"}, {"status", "Failed"}, Action::vpn_opened, Verdict::failure},
    {{"log_component", "*VPN*"}, {"status", "Terminated"}, Action::vpn_closed, Verdict::success},
    {{"log_subtype", "Virus"}, {"virus"}, Action::malware_found},
});
constexpr Product table = {"Sophos Firewall", signs, parts, details, kinds};
}  // namespace sophos

// Palo Alto Networks, by the names of read/appliance/columns.cpp.
namespace palo_alto {
constexpr std::array signs = {Test{"receive_time"}, Test{"type"}};
constexpr std::array parts = std::to_array<Meaning>({
    {Part::time, "time_generated"},  {Part::time, "receive_time"},
    {Part::account, "srcuser"},      {Part::account, "normalize_user"},
    {Part::address, "public_ip"},    {Part::address, "public_ipv6"},
    {Part::address, "src"},          {Part::object, "misc"},
    {Part::device, "device_name"},   {Part::device, "serial"},
    {Part::session, "sessionid"},    {Part::operation, "eventid"},
    {Part::operation, "subtype"},    {Part::operation, "type"},
    {Part::host, "machinename"},     {Part::outcome, "status"},
    {Part::outcome, "action"},       {Part::agent, "user_agent"},
    {Part::destination, "dst"},      {Part::url, "misc"},
    {Part::referer, "referer"},      {Part::content_type, "contenttype"},
    {Part::bytes_out, "bytes_sent"}, {Part::bytes_in, "bytes_received"},
    {Part::method, "http_method"},
});
constexpr std::array details = std::to_array<DetailOf>({
    {"GivenAddress", "private_ip"},
    {"Country", "srcregion"},
    {"BytesIn", "bytes_received"},
    {"BytesOut", "bytes_sent"},
    {"Reason", "reason"},
    {"Threat", "threatid"},
    {"Outcome", "action"},
    {"Url", "misc"},
    {"Sha256", "filedigest"},
});
constexpr std::array kinds = std::to_array<Kind>({
    {{"type", "GLOBALPROTECT"},
     {"eventid", "gateway-connected|gateway-tunnel-latency"},
     Action::vpn_opened},
    {{"type", "GLOBALPROTECT"}, {"eventid", "gateway-logout"}, Action::vpn_closed},
    {{"type", "GLOBALPROTECT"}, {"eventid", "gateway-auth|portal-auth"}, Action::vpn_opened},
    {{"type", "THREAT"},
     {"subtype", "virus|wildfire-virus|wildfire|spyware|ml-virus"},
     Action::malware_found},
    {{"type", "AUTHENTICATION"}, {"event", "*success*"}, Action::logon, Verdict::success},
    {{"type", "AUTHENTICATION"}, {"event", "*fail*"}, Action::logon, Verdict::failure},
});
constexpr Product table = {"Palo Alto Networks", signs, parts, details, kinds};
}  // namespace palo_alto

// pfSense's filterlog.
namespace filterlog {
constexpr std::array signs = {Test{"rulenr"}, Test{"ipversion"}};
constexpr std::array parts = std::to_array<Meaning>({
    {Part::address, "src"},
    {Part::outcome, "action"},
    {Part::destination, "dst"},
});
constexpr Product table = {"filterlog", signs, parts, {}, {}};
}  // namespace filterlog

// Zscaler, NSS feeds of web logs (tab-separated pairs or JSON).
namespace zscaler {
constexpr std::array signs = {Test{"ClientIP"}, Test{"urlcategory"}};
constexpr std::array parts = std::to_array<Meaning>({
    {Part::time, "datetime"},
    {Part::account, "user"},
    {Part::account, "login"},
    {Part::address, "ClientIP"},
    {Part::object, "url"},
    {Part::operation, "requestmethod"},
    {Part::host, "devicehostname"},
    {Part::outcome, "action"},
    {Part::agent, "useragent"},
    {Part::code, "status"},
    {Part::destination, "hostname"},
    {Part::url, "url"},
    {Part::method, "requestmethod"},
    {Part::referer, "refererURL"},
    {Part::content_type, "contenttype"},
    {Part::bytes_out, "requestsize"},
    {Part::bytes_in, "responsesize"},
});
constexpr std::array details = std::to_array<DetailOf>({
    {"BytesIn", "responsesize"},
    {"BytesOut", "requestsize"},
    {"Threat", "threatname"},
    {"Outcome", "action"},
    {"Url", "url"},
    {"Reason", "reason"},
});
constexpr std::array kinds = std::to_array<Kind>({
    {{"threatcategory", "*virus*|*malware*|*trojan*|*spyware*|*ransom*|*worm*"},
     {"threatname", "*"},
     Action::malware_found},
});
constexpr Product table = {"Zscaler", signs, parts, details, kinds};
}  // namespace zscaler

// A mail gateway of Cisco, "Consolidated Event Logs" of AsyncOS 14.
namespace cisco_mail {
constexpr std::array signs = {Test{"deviceVendor", "Cisco"}, Test{"ESAMID"}};
constexpr std::array parts = std::to_array<Meaning>({
    {Part::time, "end"},
    {Part::time, "start"},
    {Part::account, "suser"},
    {Part::target, "duser"},
    {Part::address, "sourceAddress"},
    {Part::address, "src"},
    {Part::device, "dvchost"},
    {Part::device, "dvc"},
    {Part::operation, "name"},
});
constexpr std::array details = std::to_array<DetailOf>({
    {"Subject", "msg"},
    {"Status", "act"},
    {"MessageId", "ESAICID"},
    {"Direction", "deviceDirection"},
});
constexpr std::array kinds = std::to_array<Kind>({
    {{"act", "DELIVERED"}, {}, Action::message_traced, Verdict::success},
    {{"act", "DROPPED|BOUNCED|QUARANTINED|ABORTED|DQ*"},
     {},
     Action::message_traced,
     Verdict::failure},
    {{"duser"}, {}, Action::message_traced},
});
constexpr Product table = {"Cisco Secure Email", signs, parts, details, kinds};
}  // namespace cisco_mail

// Whatever names its fields as CEF, LEEF or most appliances do.  Antivirus consoles send CEF:
// GravityZone, Kaspersky Security Center, ESET Protect, Apex Central.
namespace common {
constexpr std::array parts = std::to_array<Meaning>({
    {Part::time, "eventtime"},
    {Part::time, "rt"},
    {Part::time, "devTime"},
    {Part::time, "deviceReceiptTime"},
    {Part::time, "start"},
    {Part::time, "end"},
    {Part::time, "timestamp"},
    {Part::time, "ts"},
    {Part::day, "date"},
    {Part::clock, "time"},
    {Part::time, "time"},
    {Part::zone, "tz"},
    {Part::zone, "timezone"},
    {Part::account, "suser"},
    {Part::account, "usrName"},
    {Part::account, "user"},
    {Part::account, "usr"},
    {Part::account, "username"},
    {Part::account, "srcuser"},
    {Part::account, "duser"},
    {Part::target, "duser"},
    {Part::address, "src"},
    {Part::address, "srcip"},
    {Part::address, "sourceAddress"},
    {Part::address, "remip"},
    {Part::address, "srcaddr"},
    {Part::address, "c6a2"},
    {Part::object, "filePath"},
    {Part::object, "fileName"},
    {Part::object, "fname"},
    {Part::object, "request"},
    {Part::object, "url"},
    {Part::device, "dvchost"},
    {Part::device, "deviceHostName"},
    {Part::device, "dvc"},
    {Part::device, "devname"},
    {Part::device, "fw"},
    {Part::device, "devid"},
    {Part::device, "dhost"},
    {Part::operation, "name"},
    {Part::operation, "deviceEventClassId"},
    {Part::operation, "subtype"},
    {Part::operation, "logtype"},
    {Part::operation, "type"},
    {Part::host, "shost"},
    {Part::host, "srcname"},
    {Part::host, "identHostName"},
    {Part::outcome, "outcome"},
    {Part::outcome, "act"},
    {Part::outcome, "action"},
    {Part::outcome, "status"},
    {Part::outcome, "result"},
    {Part::agent, "requestClientApplication"},
    {Part::destination, "destinationDnsDomain"},
    {Part::destination, "dhost"},
    {Part::destination, "dst"},
    {Part::destination, "dstip"},
    {Part::url, "request"},
    {Part::url, "url"},
    {Part::method, "requestMethod"},
    {Part::method, "method"},
    {Part::referer, "requestContext"},
    {Part::bytes_out, "out"},
    {Part::bytes_out, "sentbyte"},
    {Part::bytes_out, "srcBytes"},
    {Part::bytes_in, "in"},
    {Part::bytes_in, "dstBytes"},
    {Part::bytes_in, "rcvdbyte"},
});
constexpr std::array details = std::to_array<DetailOf>({
    {"Threat", "BitdefenderGZMalwareName"},
    {"Threat", "Threat Name"},
    {"Threat", "VirusName"},
    {"Threat", "malwareName"},
    {"EventClass", "deviceEventClassId"},
    {"Product", "deviceProduct"},
    {"Message", "msg"},
    {"Outcome", "act"},
    {"Url", "request"},
    {"Url", "url"},
    {"Sha256", "fileHash"},
    {"GivenAddress", "FTNTFGTtunnelip"},
    {"BytesIn", "in"},
    {"BytesOut", "out"},
});
constexpr std::array kinds = std::to_array<Kind>({
    {{"BitdefenderGZMalwareName"}, {}, Action::malware_found},
    {{"deviceEventClassId", "GNRL_EV_OBJECT_NOTCURED*"},
     {},
     Action::malware_found,
     Verdict::failure},
    {{"deviceEventClassId",
      "GNRL_EV_OBJECT_CURED*|GNRL_EV_OBJECT_DELETED*|GNRL_EV_OBJECT_BLOCKED*|"
      "GNRL_EV_OBJECT_QUARANTINED*"},
     {},
     Action::malware_found,
     Verdict::success},
    {{"deviceEventClassId", "GNRL_EV_VIRUS_FOUND*|GNRL_EV_SUSPICIOUS_OBJECT_FOUND*|AV:*"},
     {},
     Action::malware_found},
    {{"cat", "ESET Threat Event|Anti-Malware|AntiMalware|Antivirus"}, {}, Action::malware_found},
    {{"FTNTFGTsubtype", "vpn"}, {"act", "tunnel-up"}, Action::vpn_opened, Verdict::success},
    {{"FTNTFGTsubtype", "vpn"}, {"act", "tunnel-down"}, Action::vpn_closed, Verdict::success},
    {{"FTNTFGTsubtype", "vpn"}, {"act", "ssl-login-fail"}, Action::vpn_opened, Verdict::failure},
    {{"name", "*malware*|*virus*|*ransomware*|*threat detected*"}, {"act"}, Action::malware_found},
    {{"name", "*logon*|*login*|*log in*|*sign-in*|*authentication*"}, {"outcome"}, Action::logon},
});
constexpr Product table = {"common", {}, parts, details, kinds};
}  // namespace common

}  // namespace

std::span<const Product* const> known_products() {
  static constexpr std::array<const Product*, 11> all = {
      &fortigate::table, &stormshield::table, &sophos::table, &palo_alto::table, &filterlog::table,
      &zscaler::table,   &cisco_mail::table,  &deep_security, &apex_central,     &panda,
      &common::table};
  return all;
}

}  // namespace digue::read
