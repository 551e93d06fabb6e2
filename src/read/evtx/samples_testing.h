// Small logs made to order, for golden pairs and for the fuzzer to start from: a French domain,
// with what the sheets ask of Windows logs.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "read/evtx/maker_testing.h"

namespace digue::read::evtx::testing {

// Adds records one after another, a second apart.
class SampleLog {
 public:
  explicit SampleLog(std::uint64_t first_id = 1) : id_(first_id) {}

  // An event of a provider, with named texts (or typed values).
  void add(const Definition& event, std::uint16_t event_id, const Definition& data,
           std::vector<MadeValue> values) {
    chunk.add(id_, time(), event,
              event_values(event_id, id_, time(), "DC01.chv.example",
                           nested_value(data, std::move(values))));
    ++id_;
  }
  void add(const Element& root) { chunk.add(id_, time(), root), ++id_; }
  std::uint64_t time() const { return made_filetime + id_ * 10'000'000; }

  // Without the zeros after the last record: a log that was cut there is whole all the same.
  std::string log() const { return make_log({chunk.finish().substr(0, chunk.used())}); }

  ChunkMaker chunk;

 private:
  std::uint64_t id_;
};

inline MadeValue domain_sid(std::uint32_t rid) {
  return {0x13, sid_bytes({21, 111, 222, 333, rid})};
}

inline std::string sample_security() {
  const auto event = event_definition("Microsoft-Windows-Security-Auditing", "Security");
  const auto logon =
      data_definition({"SubjectUserName", "TargetUserSid", "TargetUserName", "TargetDomainName",
                       "TargetLogonId", "LogonType", "WorkstationName", "IpAddress", "Status"},
                      'L');
  const auto logon_of = [](std::string_view user, std::string_view address, std::uint64_t status) {
    return std::vector<MadeValue>{text_value("-"),
                                  domain_sid(1105),
                                  text_value(user),
                                  text_value("CHV"),
                                  number_value(0x15, 0x4c2b1, 8),
                                  number_value(0x08, 10, 4),
                                  text_value("-"),
                                  text_value(address),
                                  number_value(0x14, status, 4)};
  };
  const auto member = data_definition({"MemberName", "MemberSid", "TargetUserName", "TargetSid",
                                       "SubjectUserName", "SubjectDomainName", "SubjectLogonId"},
                                      'M');
  const auto member_of = [](std::string_view name, std::u16string_view group, MadeValue sid) {
    return std::vector<MadeValue>{text_value(name),
                                  domain_sid(1107),
                                  {0x01, utf16(group)},
                                  std::move(sid),
                                  text_value("Karim.Berard"),
                                  text_value("CHV"),
                                  number_value(0x15, 0x4c2b1, 8)};
  };
  const auto account = data_definition({"TargetUserName", "TargetDomainName", "TargetSid",
                                        "SubjectUserName", "SubjectDomainName", "SubjectLogonId"},
                                       'A');
  const std::vector<MadeValue> made_account = {
      text_value("svc-sauvegarde"), text_value("CHV"), domain_sid(1107),
      text_value("Karim.Berard"),   text_value("CHV"), number_value(0x15, 0x4c2b1, 8)};
  const auto privileges = data_definition(
      {"SubjectUserSid", "SubjectUserName", "SubjectDomainName", "SubjectLogonId", "PrivilegeList"},
      'P');
  SampleLog log;
  log.add(event, 4625, logon, logon_of("karim.berard", "203.0.113.33", 0xc000006d));
  log.add(event, 4624, logon, logon_of("karim.berard", "203.0.113.33", 0));
  log.add(event, 4672, privileges,
          {domain_sid(1105), text_value("karim.berard"), text_value("CHV"),
           number_value(0x15, 0x4c2b1, 8), text_value("SeDebugPrivilege\r\n\t\t\tSeBackup")});
  log.add(event, 4720, account, made_account);
  log.add(event, 4728, member,
          member_of("CN=svc-sauvegarde,CN=Users,DC=chv", u"Admins du domaine", domain_sid(512)));
  log.add(event, 4732, member, member_of("-", u"Administrateurs", {0x13, sid_bytes({32, 544})}));
  log.add(event, 4756, member,
          member_of("-", u"Administrateurs de l\u2019entreprise", domain_sid(519)));
  log.add(event, 4724, account, made_account);
  log.add(event, 4726, account, made_account);
  log.add(event, 5156, data_definition({"Application"}, 'O'), {text_value("x.exe")});
  return log.log();
}

inline std::string sample_system() {
  const auto services = event_definition("Service Control Manager", "System", 'S');
  const auto installed =
      data_definition({"ServiceName", "ImagePath", "ServiceType", "StartType", "AccountName"}, 'I');
  const Definition cleared{
      "Cleared: UserData",
      {"UserData",
       {},
       {},
       {{"LogFileCleared",
         {{"xmlns", {"http://manifests.microsoft.com/win/2004/08/windows/eventlog"}}},
         {},
         {{"SubjectUserSid", {}, {slot(0)}},
          {"SubjectUserName", {}, {slot(1)}},
          {"SubjectDomainName", {}, {slot(2)}},
          {"Channel", {}, {slot(3)}},
          {"BackupPath", {}, {optional_slot(4)}}}}}}};
  const Definition classic{
      "Classic provider",
      {"EventData", {}, {}, {{"Data", {}, {slot(0)}}, {"Binary", {}, {slot(1)}}}}};
  auto short_guid = cleared;
  short_guid.guid.resize(16);
  SampleLog log(300);
  log.add(services, 7045, installed,
          {text_value("PSEXESVC"), text_value("%SystemRoot%\\PSEXESVC.exe"),
           text_value("user mode service"), text_value("demand start"), text_value("LocalSystem")});
  log.add(event_definition("Microsoft-Windows-Eventlog", "System", 'C'), 104, short_guid,
          {domain_sid(500),
           text_value("Administrateur"),
           text_value("CHV"),
           text_value("Security"),
           {0, ""}});
  log.add(event_definition("Application Popup", "System", 'Q'), 26, classic,
          {{0x81, utf16(std::u16string_view(u"one\0two\0", 8))}, {0x0e, "\x01\x02"}});
  return log.log();
}

// As the event viewer saves what it shows: no template.
inline std::string sample_without_template() {
  const Element root{"Event",
                     {{"xmlns", {"http://schemas.microsoft.com/win/2004/08/events/event"}}},
                     {},
                     {{"System",
                       {},
                       {},
                       {{"Provider", {{"Name", {"Microsoft-Windows-Windows Defender"}}}},
                        {"EventID", {}, {{"1116"}}},
                        {"Level", {}, {{"3"}}},
                        {"TimeCreated", {{"SystemTime", {"2021-10-29T17:00:00.123Z"}}}},
                        {"EventRecordID", {}, {{"41"}}},
                        {"Channel", {}, {{"Microsoft-Windows-Windows Defender/Operational"}}},
                        {"Computer", {}, {{"PC-ACCUEIL.chv.example"}}}}},
                      {"EventData",
                       {},
                       {},
                       {{"Data", {{"Name", {"Threat Name"}}}, {{"Ransom:Win32/Example"}}},
                        {"Data", {{"Name", {"Detection User"}}}, {{"CHV\\accueil"}}},
                        {"Data", {{"Name", {"Path"}}}, {{"file:_C:\\Users\\accueil\\facture.exe"}}},
                        {"Data", {{"Name", {"Unused"}}}}}}}};
  SampleLog log(41);
  log.add(root);
  log.add(root);
  return log.log();
}

// One record in place, one erased but still there, one whose template is written over; a wrong
// checksum.
inline std::string sample_recovered() {
  const auto event = event_definition("Microsoft-Windows-Security-Auditing", "Security");
  const auto data = data_definition({"SubjectUserName"}, 'R');
  SampleLog log(70);
  log.add(event, 1100, data, {text_value("first")});
  const auto kept = log.chunk.used();
  log.add(event, 1101, data, {text_value("erased")});
  auto chunk = log.chunk.finish(kept, 70).substr(0, log.chunk.used());
  chunk[chunk.find(utf16("first"))] = 'F';
  return make_log({chunk}, 1);
}

inline std::vector<std::pair<std::string, std::string>> sample_logs() {
  return {{"security.evtx", sample_security()},
          {"system.evtx", sample_system()},
          {"without-template.evtx", sample_without_template()},
          {"recovered.evtx", sample_recovered()}};
}

}  // namespace digue::read::evtx::testing
