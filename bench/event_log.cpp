// bench_event_log OUT MIB: a Windows Security log of that size, to measure readers with.  Chunks of
// logons, privileges and processes, each about full, sixty-four of them over and over.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "read/evtx/maker_testing.h"

namespace {

using namespace digue::read::evtx::testing;

struct Kinds {
  Definition event = event_definition("Microsoft-Windows-Security-Auditing", "Security");
  Definition logon = data_definition(
      {"SubjectUserSid", "SubjectUserName", "SubjectDomainName", "SubjectLogonId", "TargetUserSid",
       "TargetUserName", "TargetDomainName", "TargetLogonId", "LogonType", "LogonProcessName",
       "AuthenticationPackageName", "WorkstationName", "LogonGuid", "ProcessId", "ProcessName",
       "IpAddress", "IpPort"},
      'L');
  Definition process = data_definition(
      {"SubjectUserSid", "SubjectUserName", "SubjectDomainName", "SubjectLogonId", "NewProcessId",
       "NewProcessName", "TokenElevationType", "ProcessId", "CommandLine"},
      'P');
};

MadeValue sid(std::uint64_t n) {
  return {0x13, sid_bytes({21, 111, 222, 333, static_cast<std::uint32_t>(1100 + n % 400)})};
}

std::vector<MadeValue> logon_values(std::uint64_t n) {
  const auto name = "utilisateur" + std::to_string(n % 400);
  return {{0x13, sid_bytes({18})},
          text_value("SRV-FICHIERS$"),
          text_value("CHV"),
          number_value(0x15, 999, 8),
          sid(n),
          text_value(name),
          text_value("CHV"),
          number_value(0x15, 0x40000 + n * 7919, 8),
          number_value(0x08, n % 5 + 2, 4),
          text_value("Kerberos"),
          text_value("Kerberos"),
          text_value("POSTE-" + std::to_string(n % 900)),
          {0x0f, little(n * 0x9e3779b97f4a7c15, 8) + little(n, 8)},
          number_value(0x10, 0, 8),
          text_value("-"),
          text_value("10.12." + std::to_string(n % 250) + "." + std::to_string(n % 199)),
          text_value(std::to_string(49152 + n % 16000))};
}

std::vector<MadeValue> process_values(std::uint64_t n) {
  return {sid(n),
          text_value("utilisateur" + std::to_string(n % 400)),
          text_value("CHV"),
          number_value(0x15, 0x40000 + n * 7919, 8),
          number_value(0x10, 4096 + n % 8192, 8),
          text_value("C:\\Windows\\System32\\svchost.exe"),
          text_value("%%1936"),
          number_value(0x10, 664, 8),
          text_value("C:\\Windows\\System32\\svchost.exe -k netsvcs -p -s \"Service" +
                     std::to_string(n % 90) + "\"")};
}

std::string full_chunk(const Kinds& kinds, std::uint64_t& id) {
  constexpr std::size_t largest_record = 6000;  // with the definitions that the first ones bring
  ChunkMaker chunk;
  while (chunk.has_room(largest_record)) {
    const bool logon = id % 3 != 0;
    const auto time = made_filetime + id * 12'345'678;
    chunk.add(id, time, kinds.event,
              event_values(logon ? 4624 : 4688, id, time, "srv-fichiers.chv.example",
                           nested_value(logon ? kinds.logon : kinds.process,
                                        logon ? logon_values(id) : process_values(id))));
    ++id;
  }
  return chunk.finish();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return std::fprintf(stderr, "usage: bench_event_log OUT MIB\n"), 2;
  const Kinds kinds;
  std::uint64_t id = 1;
  std::vector<std::string> chunks(64);
  for (auto& chunk : chunks) chunk = full_chunk(kinds, id);
  std::ofstream out(arguments[1], std::ios::binary);
  out << make_log({});
  const long wanted = std::atol(arguments[2]) * 16;
  for (long i = 0; i < wanted; ++i) out << chunks[static_cast<std::size_t>(i) % chunks.size()];
  return out.good() ? 0 : 1;
}
