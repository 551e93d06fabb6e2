#include "detect/sigma/log_sources.h"

#include <array>

#include "detect/sigma/cloud_logs.h"
#include "detect/sigma/request_logs.h"

namespace digue::detect::sigma {

namespace {

using Name = Dialect::Name;
using Word = Dialect::Word;

constexpr std::array<Name, 8> process_names = {{{"Image", "NewProcessName"},
                                                {"ParentImage", "ParentProcessName"},
                                                {"ProcessId", "NewProcessId"},
                                                {"ParentProcessId", "ProcessId"},
                                                {"IntegrityLevel", "MandatoryLabel"},
                                                {"LogonId", "SubjectLogonId"},
                                                {"User", "SubjectUserName"},
                                                {"ParentUser", "SubjectUserName"}}};
constexpr std::array<Word, 4> process_words = {{{"IntegrityLevel", "low", "S-1-16-4096"},
                                                {"IntegrityLevel", "medium", "S-1-16-8192"},
                                                {"IntegrityLevel", "high", "S-1-16-12288"},
                                                {"IntegrityLevel", "system", "S-1-16-16384"}}};
constexpr Dialect process_dialect{process_names, process_words};

constexpr std::array<Name, 5> connection_names = {{{"Image", "Application"},
                                                   {"Initiated", "Direction"},
                                                   {"SourceIp", "SourceAddress"},
                                                   {"DestinationIp", "DestAddress"},
                                                   {"DestinationPort", "DestPort"}}};
constexpr std::array<Word, 2> connection_words = {
    {{"Initiated", "true", "%%14593"}, {"Initiated", "false", "%%14592"}}};
constexpr Dialect connection_dialect{connection_names, connection_words};

constexpr std::array<Name, 3> antivirus_names = {
    {{"Signature", "Threat Name"}, {"Filename", "Path"}, {"Action", "Action Name"}}};
constexpr Dialect antivirus_dialect{antivirus_names, {}};

constexpr std::array<Name, 3> registry_names = {
    {{"Image", "ProcessName"}, {"User", "SubjectUserName"}, {"LogonId", "SubjectLogonId"}}};
constexpr std::array<Dialect::Made, 3> registry_made = {
    {{"TargetObject", {"ObjectName", "ObjectValueName"}, registry_path},
     {"Details", {"NewValueType", "NewValue"}, registry_details},
     {"EventType", {"OperationType"}, registry_event_type}}};
constexpr Dialect registry_dialect{registry_names, {}, registry_made};
// 4657 tells values that are set and values that are deleted.
constexpr LogPlace::Where registry_is_set{"EventType", "SetValue"};
constexpr LogPlace::Where registry_is_deleted{"EventType", "DeleteValue"};

constexpr std::string_view sysmon = "microsoft-windows-sysmon/operational";
constexpr std::string_view powershell = "microsoft-windows-powershell/operational";
constexpr std::string_view powershell_core = "powershellcore/operational";
constexpr std::string_view classic_powershell = "windows powershell";
constexpr std::string_view security = "security";
constexpr std::string_view defender = "microsoft-windows-windows defender/operational";

struct Ids {
  std::array<std::uint32_t, 6> numbers{};
  std::size_t count = 0;
};
template <class... Numbers>
constexpr Ids ids(Numbers... numbers) {
  return {{static_cast<std::uint32_t>(numbers)...}, sizeof...(numbers)};
}

struct CategoryRow {
  std::string_view category;
  std::string_view channel;
  Ids ids;
  const Dialect* dialect = nullptr;
  LogPlace::Where where = {};
};
constexpr CategoryRow categories[] = {
    {"process_creation", sysmon, ids(1)},
    {"process_creation", security, ids(4688), &process_dialect},
    {"file_change", sysmon, ids(2)},
    {"network_connection", sysmon, ids(3)},
    {"network_connection", security, ids(5156), &connection_dialect},
    {"sysmon_status", sysmon, ids(4, 16)},
    {"process_termination", sysmon, ids(5)},
    {"driver_load", sysmon, ids(6)},
    {"image_load", sysmon, ids(7)},
    {"create_remote_thread", sysmon, ids(8)},
    {"raw_access_thread", sysmon, ids(9)},
    {"process_access", sysmon, ids(10)},
    {"file_event", sysmon, ids(11)},
    {"registry_add", sysmon, ids(12)},
    {"registry_delete", sysmon, ids(12)},
    {"registry_delete", security, ids(4657), &registry_dialect, registry_is_deleted},
    {"registry_set", sysmon, ids(13)},
    {"registry_set", security, ids(4657), &registry_dialect, registry_is_set},
    {"registry_rename", sysmon, ids(14)},
    {"registry_event", sysmon, ids(12, 13, 14)},
    {"registry_event", security, ids(4657), &registry_dialect},
    {"create_stream_hash", sysmon, ids(15)},
    {"pipe_created", sysmon, ids(17, 18)},
    {"wmi_event", sysmon, ids(19, 20, 21)},
    {"dns_query", sysmon, ids(22)},
    {"file_delete", sysmon, ids(23, 26)},
    {"clipboard_capture", sysmon, ids(24)},
    {"process_tampering", sysmon, ids(25)},
    {"file_delete_detected", sysmon, ids(26)},
    {"file_block_executable", sysmon, ids(27)},
    {"file_block_shredding", sysmon, ids(28)},
    {"file_executable_detected", sysmon, ids(29)},
    {"sysmon_error", sysmon, ids(255)},
    {"ps_module", powershell, ids(4103)},
    {"ps_module", powershell_core, ids(4103)},
    {"ps_script", powershell, ids(4104)},
    {"ps_script", powershell_core, ids(4104)},
    {"ps_classic_start", classic_powershell, ids(400)},
    {"ps_classic_provider_start", classic_powershell, ids(600)},
    {"ps_classic_script", classic_powershell, ids(800)},
    {"antivirus", defender, ids(1006, 1007, 1015, 1116, 1117, 1119), &antivirus_dialect},
};

struct ServiceRow {
  std::string_view service, channel;
};
constexpr ServiceRow services[] = {
    {"application", "application"},
    {"applocker", "microsoft-windows-applocker/exe and dll"},
    {"applocker", "microsoft-windows-applocker/msi and script"},
    {"applocker", "microsoft-windows-applocker/packaged app-deployment"},
    {"applocker", "microsoft-windows-applocker/packaged app-execution"},
    {"appmodel-runtime", "microsoft-windows-appmodel-runtime/admin"},
    {"appxdeployment-server", "microsoft-windows-appxdeploymentserver/operational"},
    {"appxpackaging-om", "microsoft-windows-appxpackaging/operational"},
    {"audit-cve", "application"},
    {"bitlocker", "microsoft-windows-bitlocker/bitlocker management"},
    {"bits-client", "microsoft-windows-bits-client/operational"},
    {"capi2", "microsoft-windows-capi2/operational"},
    {"certificateservicesclient-lifecycle-system",
     "microsoft-windows-certificateservicesclient-lifecycle-system/operational"},
    {"codeintegrity-operational", "microsoft-windows-codeintegrity/operational"},
    {"dhcp", "microsoft-windows-dhcp-server/operational"},
    {"diagnosis-scripted", "microsoft-windows-diagnosis-scripted/operational"},
    {"dns-client", "microsoft-windows-dns-client/operational"},
    {"dns-client", "microsoft-windows-dns client events/operational"},
    {"dns-server", "dns server"},
    {"dns-server-analytic", "microsoft-windows-dns-server/analytical"},
    {"dns-server-audit", "microsoft-windows-dns-server/audit"},
    {"driver-framework", "microsoft-windows-driverframeworks-usermode/operational"},
    {"firewall-as", "microsoft-windows-windows firewall with advanced security/firewall"},
    {"hyper-v-worker", "microsoft-windows-hyper-v-worker-admin"},
    {"hyper-v-worker", "microsoft-windows-hyper-v-worker-operational"},
    {"iis-configuration", "microsoft-iis-configuration/operational"},
    {"kernel-event-tracing", "microsoft-windows-kernel-eventtracing/admin"},
    {"kernel-shimengine", "microsoft-windows-kernel-shimengine/operational"},
    {"kernel-shimengine", "microsoft-windows-kernel-shimengine/diagnostic"},
    {"ldap", "microsoft-windows-ldap-client/debug"},
    {"ldap_debug", "microsoft-windows-ldap-client/debug"},
    {"lsa-server", "microsoft-windows-lsa/operational"},
    {"microsoft-servicebus-client", "microsoft-servicebus-client/admin"},
    {"microsoft-servicebus-client", "microsoft-servicebus-client/operational"},
    {"msexchange-management", "msexchange management"},
    {"ntfs", "microsoft-windows-ntfs/operational"},
    {"ntlm", "microsoft-windows-ntlm/operational"},
    {"openssh", "openssh/operational"},
    {"powershell", powershell},
    {"powershell", powershell_core},
    {"powershell-classic", classic_powershell},
    {"printservice-admin", "microsoft-windows-printservice/admin"},
    {"printservice-operational", "microsoft-windows-printservice/operational"},
    {"security", security},
    {"security-mitigations", "microsoft-windows-security-mitigations/kernel mode"},
    {"security-mitigations", "microsoft-windows-security-mitigations/kernelmode"},
    {"security-mitigations", "microsoft-windows-security-mitigations/user mode"},
    {"security-mitigations", "microsoft-windows-security-mitigations/usermode"},
    {"sense", "microsoft-windows-sense/operational"},
    {"shell-core", "microsoft-windows-shell-core/operational"},
    {"smbclient-connectivity", "microsoft-windows-smbclient/connectivity"},
    {"smbclient-security", "microsoft-windows-smbclient/security"},
    {"smbserver-connectivity", "microsoft-windows-smbserver/connectivity"},
    {"sysmon", sysmon},
    {"system", "system"},
    {"taskscheduler", "microsoft-windows-taskscheduler/operational"},
    {"terminalservices-localsessionmanager",
     "microsoft-windows-terminalservices-localsessionmanager/operational"},
    {"user-device-registration", "microsoft-windows-user device registration/admin"},
    {"vhdmp", "microsoft-windows-vhdmp/operational"},
    {"windefend", defender},
    {"wmi", "microsoft-windows-wmi-activity/operational"},
};

bool has_channel(std::string_view service, std::string_view channel) {
  for (const ServiceRow& row : services)
    if (row.service == service && row.channel == channel) return true;
  return false;
}

}  // namespace

std::vector<LogPlace> places_of(const LogSource& source) {
  const bool windows = source.product == "windows";
  const bool any_product = source.product.empty() && source.category == "antivirus";
  if (!windows && !any_product) {
    auto elsewhere = cloud_places_of(source);
    return elsewhere.empty() ? request_places_of(source) : elsewhere;
  }
  std::vector<LogPlace> places;
  if (source.category.empty() && source.service.empty()) places.push_back({});
  if (source.category.empty())
    for (const ServiceRow& row : services)
      if (row.service == source.service) places.push_back({row.channel, {}, nullptr});
  for (const CategoryRow& row : categories)
    if (row.category == source.category &&
        (source.service.empty() || has_channel(source.service, row.channel)))
      places.push_back(
          {row.channel, std::span(row.ids.numbers).first(row.ids.count), row.dialect, row.where});
  return places;
}

std::string name_of(const LogSource& source) {
  std::string name;
  for (const auto* part : {&source.product, &source.category, &source.service}) {
    if (part->empty()) continue;
    if (!name.empty()) name += '/';
    name += *part;
  }
  return name.empty() ? "?" : name;
}

}  // namespace digue::detect::sigma
