// What one Windows host of the site writes of itself: Security, System, Defender's log and, on some
// sites, Sysmon's.  The system is French: names of groups, services and states are; codes and SIDs
// are the same everywhere.
#pragma once
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exercise/evtx/event.h"
#include "exercise/site.h"

namespace digue::exercise::windows {

// How a session is opened (LogonType).
enum class Way : std::uint8_t { screen = 2, network = 3, service = 5, remote_desktop = 10 };

// An account and the number of its session, which ties its acts.
struct Session {
  Account account;
  std::string id;  // "0x3e7a21"
};

// A group of the directory, by what Windows calls it in French and the end of its SID.
struct Group {
  std::string name;
  std::uint32_t relative;
};
inline constexpr std::uint32_t domain_admins = 512;

// What runs on a server and holds its files: stopped by a restart, and by ransomware.
struct Service {
  std::string_view display, key;
};
std::span<const Service> stopped_services();

struct Threat {
  std::string name, path;
  bool cleaned = true;
};

// Events may be told in any order.  Not thread-safe.
class Scribe {
 public:
  Scribe(const Site& site, const Host& host);

  Session open(Instant time, const Account& account, Way way, std::string_view address,
               bool administrator = false);
  void close(Instant time, const Session& session, Way way);
  void refuse(Instant time, const Account& account, std::string_view address, bool known = true);
  void run(Instant time, const Session& session, std::string_view image, std::string_view command,
           std::string_view parent = "C:\\Windows\\System32\\cmd.exe");
  void ticket(Instant time, const Account& account, const Host& service, std::string_view address);
  void make_account(Instant time, const Session& by, const Account& made);
  void make_group(Instant time, const Session& by, const Group& group);
  void add_member(Instant time, const Session& by, const Group& group, const Account& member);
  void install_service(Instant time, std::string_view name, std::string_view image,
                       std::string_view start = "Démarrage à la demande");
  void service_state(Instant time, std::string_view display, std::string_view key, bool running);
  void ask_restart(Instant time, const Account& by);
  void clear_security_log(Instant time, const Session& by);
  void clear_system_log(Instant time, const Session& by);
  void find_threat(Instant time, const Account& user, const Threat& threat);
  void end_protection(Instant time);
  void update_protection(Instant time);
  // Of nobody's: the system's own session.
  Session system() const;

  // One file a log, in a folder of the host's name.  Of a log that was cleared, what came before
  // is gone.  How many records are left.
  Result<std::uint64_t> save(const std::filesystem::path& folder);
  const Host& host() const { return *host_; }

 private:
  using Values = std::vector<std::pair<std::string_view, std::string>>;
  void write(Instant time, std::string_view provider, std::uint16_t id, const Values& values,
             std::string user = "");
  void write_group(Instant time, std::uint16_t id, const Session& by, const Group& group);
  void threat(Instant time, std::uint16_t id, const Account& user, const Threat& threat);
  std::string number();
  std::string qualified(const Account& account) const;

  const Site* site_;
  const Host* host_;
  Random random_;
  std::map<std::string_view, std::vector<evtx::Event>> logs_;  // by channel
};

// The scribes of a site's hosts.
class Fleet {
 public:
  explicit Fleet(const Site& site) : site_(&site) {}
  Scribe& on(const Host& host);
  Scribe& on(Host::Role role) { return on(site_->host(role)); }
  Result<std::uint64_t> save(const std::filesystem::path& folder);

 private:
  const Site* site_;
  std::map<std::string, Scribe> scribes_;
};

}  // namespace digue::exercise::windows
