#include "exercise/windows/kinds.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace digue::exercise::windows {

namespace {

using evtx::Kind;
using evtx::Type;

constexpr std::string_view security_id = "{54849625-5478-4994-A5BA-3E3B0328C30D}";
constexpr std::string_view eventlog_id = "{FC65DDD8-D6EF-4962-83D5-6E5CFE9CE148}";
constexpr std::string_view services_id = "{555908D1-A6D7-4695-8E1E-26931D2012F4}";
constexpr std::string_view defender_id = "{11CD958A-C507-4EF3-B3F2-5FD9DFBD2C78}";
constexpr std::string_view starter_id = "{B0AA8734-56F7-41CC-B2F4-DE228E98B946}";
constexpr std::string_view sysmon_id = "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}";
constexpr std::string_view defender_log = "Microsoft-Windows-Windows Defender/Operational";
constexpr std::string_view sysmon_log = "Microsoft-Windows-Sysmon/Operational";
constexpr std::string_view eventlog_space =
    "http://manifests.microsoft.com/win/2004/08/windows/eventlog";

constexpr std::uint64_t success = 0x8020000000000000, failure = 0x8010000000000000,
                        classic = 0x8080000000000000, plain = 0x8000000000000000;

// A field is a name, or a name, a colon and the letter of its type.
constexpr std::pair<char, Type> letters[] = {
    {'s', Type::sid},  {'n', Type::number}, {'x', Type::hex64}, {'h', Type::hex32},
    {'g', Type::guid}, {'b', Type::binary}, {'t', Type::text}};

// Lists that several kinds share.
constexpr std::pair<std::string_view, std::string_view> shared[] = {
    {"@subject", "SubjectUserSid:s,SubjectUserName,SubjectDomainName,SubjectLogonId:x"},
    {"@user", "TargetUserSid:s,TargetUserName,TargetDomainName"},
    {"@member",
     "MemberName,MemberSid:s,TargetUserName,TargetDomainName,TargetSid:s,@subject,PrivilegeList"},
    {"@group",
     "TargetUserName,TargetDomainName,TargetSid:s,@subject,PrivilegeList,SamAccountName,"
     "SidHistory"},
    {"@threat",
     "Product Name,Product Version,Detection ID,Detection Time,Unused,Unused2,Threat ID,Threat "
     "Name,Severity ID,Severity Name,Category ID,Category Name,FWLink,Status Code,Status "
     "Description,State,Source ID,Source Name,Process Name,Detection User,Unused3,Path,Origin ID,"
     "Origin Name,Execution ID,Execution Name,Type ID,Type Name,Pre Execution Status,Action "
     "ID,Action Name,Unused4,Error Code,Error Description,Unused5,Post Clean Status,Additional "
     "Actions ID,Additional Actions String,Remediation User,Unused6,Security intelligence "
     "Version,Engine Version"}};

struct Row {
  std::string_view provider, provider_id, channel;
  std::uint16_t id;
  std::uint8_t version, level;
  std::uint16_t task;
  std::uint64_t keywords;
  std::string_view fields;
  std::string_view user_data = {};
};

constexpr Row audit(std::uint16_t id, std::uint8_t version, std::uint16_t task,
                    std::string_view fields, std::uint64_t keywords = success) {
  return {security, security_id, "Security", id, version, 0, task, keywords, fields};
}
constexpr Row service(std::uint16_t id, std::string_view fields) {
  return {services, services_id, "System", id, 0, 4, 0, classic, fields};
}
constexpr Row protection(std::uint16_t id, std::uint8_t level, std::string_view fields) {
  return {defender, defender_id, defender_log, id, 0, level, 0, plain, fields};
}

constexpr Row rows[] = {
    audit(4624, 2, 12544,
          "@subject,@user,TargetLogonId:x,LogonType:n,LogonProcessName,AuthenticationPackageName,"
          "WorkstationName,LogonGuid:g,TransmittedServices,LmPackageName,KeyLength:n,"
          "ProcessId:x,ProcessName,IpAddress,IpPort,ImpersonationLevel,"
          "RestrictedAdminMode,TargetOutboundUserName,TargetOutboundDomainName,"
          "VirtualAccount,TargetLinkedLogonId:x,ElevatedToken"),
    audit(4625, 0, 12544,
          "@subject,@user,Status:h,FailureReason,SubStatus:h,LogonType:n,LogonProcessName,"
          "AuthenticationPackageName,WorkstationName,TransmittedServices,"
          "LmPackageName,KeyLength:n,ProcessId:x,ProcessName,IpAddress,IpPort",
          failure),
    audit(4634, 0, 12545, "@user,TargetLogonId:x,LogonType:n"),
    audit(4672, 0, 12548, "@subject,PrivilegeList"),
    audit(4688, 2, 13312,
          "@subject,NewProcessId:x,NewProcessName,TokenElevationType,ProcessId:x,CommandLine,@user,"
          "TargetLogonId:x,ParentProcessName,MandatoryLabel:s"),
    audit(4720, 0, 13824,
          "TargetUserName,TargetDomainName,TargetSid:s,@subject,PrivilegeList,SamAccountName,"
          "DisplayName,UserPrincipalName"),
    audit(4727, 0, 13826, "@group"),
    audit(4728, 0, 13826, "@member"),
    audit(4737, 0, 13826, "@group"),
    audit(4768, 0, 14339,
          "TargetUserName,TargetDomainName,TargetSid:s,ServiceName,ServiceSid:s,TicketOptions:h,"
          "Status:h,TicketEncryptionType:h,PreAuthType,IpAddress,IpPort,CertIssuerName,"
          "CertSerialNumber,CertThumbprint"),
    audit(4769, 0, 14337,
          "TargetUserName,TargetDomainName,ServiceName,ServiceSid:s,TicketOptions:h,"
          "TicketEncryptionType:h,IpAddress,IpPort,Status:h,LogonGuid:g,TransmittedServices"),
    {eventlog, eventlog_id, "Security", 1102, 0, 4, 104, 0x4020000000000000, "@subject",
     "LogFileCleared"},
    {eventlog, eventlog_id, "System", 104, 0, 4, 104, plain,
     "SubjectUserName,SubjectDomainName,Channel,BackupPath", "LogFileCleared"},
    service(7036, "param1,param2,Binary:b"),
    service(7040, "param1,param2,param3,param4"),
    {starter, starter_id, "System", 1074, 0, 4, 0, classic,
     "param1,param2,param3,param4,param5,param6,param7"},
    service(7045, "ServiceName,ImagePath,ServiceType,StartType,AccountName"),
    protection(1001, 4,
               "Product Name,Product Version,Scan ID,Scan Type,Scan Parameters,Domain,User"),
    protection(1116, 3, "@threat"),
    protection(1117, 4, "@threat"),
    protection(1118, 3, "@threat"),
    protection(2000, 4,
               "Product Name,Product Version,Current security intelligence Version,Previous "
               "security intelligence Version,Update Source,Security intelligence Type"),
    protection(5001, 4, "Product Name,Product Version"),
    {sysmon, sysmon_id, sysmon_log, 1, 5, 4, 1, plain,
     "RuleName,UtcTime,ProcessGuid:g,ProcessId:n,Image,FileVersion,Description,Product,Company,"
     "OriginalFileName,CommandLine,CurrentDirectory,User,LogonGuid:g,LogonId:x,"
     "TerminalSessionId:n,IntegrityLevel,Hashes,ParentProcessGuid:g,ParentProcessId:n,"
     "ParentImage,ParentCommandLine,ParentUser"},
};

void add_field(std::string_view field, std::vector<evtx::Field>& fields) {
  const auto colon = field.find(':');
  const char letter = colon == std::string_view::npos ? 't' : field[colon + 1];
  for (const auto& [known, type] : letters)
    if (known == letter) fields.push_back({std::string(field.substr(0, colon)), type});
}

// NOLINTNEXTLINE(misc-no-recursion): lists stand in lists of the table above, two deep
void add_fields(std::string_view list, std::vector<evtx::Field>& fields) {
  while (!list.empty()) {
    const auto one = list.substr(0, list.find(','));
    list.remove_prefix(std::min(one.size() + 1, list.size()));
    if (!one.starts_with('@')) add_field(one, fields);
    for (const auto& [name, members] : shared)
      if (name == one) add_fields(members, fields);
  }
}

Kind kind_from(const Row& row) {
  Kind kind{row.provider, row.provider_id, row.channel,  row.id, row.version,
            row.level,    row.task,        row.keywords, {}};
  add_fields(row.fields, kind.fields);
  if (row.user_data.empty()) return kind;
  kind.user_data = row.user_data;
  kind.user_data_space = eventlog_space;
  return kind;
}

using Key = std::pair<std::string_view, std::uint16_t>;

std::map<Key, Kind> all_kinds() {
  std::map<Key, Kind> kinds;
  for (const auto& row : rows) kinds.emplace(Key(row.provider, row.id), kind_from(row));
  return kinds;
}

}  // namespace

const Kind& kind_of(std::string_view provider, std::uint16_t id) {
  static const auto kinds = all_kinds();
  return kinds.find({provider, id})->second;
}

std::size_t index_of(const Kind& kind, std::string_view field) {
  const auto found = std::find_if(kind.fields.begin(), kind.fields.end(),
                                  [&](const evtx::Field& one) { return one.name == field; });
  return static_cast<std::size_t>(found - kind.fields.begin());
}

}  // namespace digue::exercise::windows
