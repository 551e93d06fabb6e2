#include "read/syslog/programs.h"

#include "base/text.h"
#include "read/services/services.h"

namespace digue::read::syslog {

namespace {

using event::Action;
using event::Verdict;

constexpr std::array sshd = {
    Wording{"Accepted {} for {account} from {address} port ", Action::logon, Verdict::success},
    Wording{"Failed {} for invalid user {account} from {address} port ", Action::logon,
            Verdict::failure},
    Wording{"Failed {} for {account} from {address} port ", Action::logon, Verdict::failure},
    Wording{"error: PAM: Authentication failure for {account} from {address}", Action::logon,
            Verdict::failure},
    Wording{"Invalid user {account} from {address} port ", Action::other, Verdict::failure},
    Wording{"Disconnected from user {account} {address} port ", Action::logoff, Verdict::success},
    Wording{"Connection from {address} port "},
};

constexpr std::array sudo = {
    Wording{"{account} : TTY={} ; PWD={} ; USER={target} ; COMMAND={CommandLine}",
            Action::process_started, Verdict::success},
};

constexpr std::array dovecot = {
    Wording{"{application}-login: Login: user=<{account}>*rip={address},", Action::sign_in,
            Verdict::success},
    Wording{"{application}-login: Logged in: user=<{account}>*rip={address},", Action::sign_in,
            Verdict::success},
    Wording{"{application}-login: *(auth failed*user=<{account}>*rip={address},", Action::sign_in,
            Verdict::failure},
    Wording{"auth{}: {}({account},{address}"},
    Wording{"imap({account})"},
    Wording{"pop3({account})"},
    Wording{"lmtp({account})"},
};

// "Cisco Secure Firewall ASA Series Syslog Messages": 722051, 113019, 113005 and 113015, 605004,
// 605005, 611101, 716001, 106023, 302013.
constexpr std::array asa = {
    Wording{"Group <{Group}> User <{account}> IP <{address}> IPv4 Address <{GivenAddress}>",
            Action::vpn_opened, Verdict::success},
    Wording{"Group = {Group}, Username = {account}, IP = {address}, Session disconnected. Session "
            "Type: {}, Duration: {Duration}, Bytes xmt: {BytesOut}, Bytes rcv: {BytesIn}, Reason: "
            "{Reason}",
            Action::vpn_closed, Verdict::success},
    Wording{"AAA user authentication Rejected : reason = {Reason} : server = {} : user = {account} "
            ": user IP = {address}",
            Action::vpn_opened, Verdict::failure},
    Wording{"Login permitted from {address}/{} for user \"{account}\"", Action::logon,
            Verdict::success},
    Wording{"Login denied from {address}/{} for user \"{account}\"", Action::logon,
            Verdict::failure},
    Wording{"User authentication succeeded: IP address: {address}, Uname: {account}", Action::logon,
            Verdict::success},
    Wording{"Group <{}> User <{account}> IP <{address}>"},
    Wording{"Group = {}, Username = {account}, IP = {address},"},
    Wording{"Deny {} src {}:{address}/", Action::other, Verdict::failure},
    Wording{"Built {} connection {} for {}:{address}/", Action::other, Verdict::success},
};

struct Program {
  std::string_view name;  // what its name begins with
  std::span<const Wording> wordings;
};

std::span<const Program> programs() {
  static const auto known = std::to_array<Program>({
      {"sshd", sshd},
      {"sudo", sudo},
      {"dovecot", dovecot},
      {"%ASA-", asa},
      {"%FTD-", asa},
      {"openvpn", services::openvpn()},
      {"ovpn-", services::openvpn()},
      {"named", services::name_server()},
      {"dnsmasq", services::name_server()},
      {"unbound", services::name_server()},
      {"hostd", services::host_agent()},
      {"vpxd", services::vcenter()},
      {"vobd", services::host_alarms()},
      {"shell", services::host_shell()},
      {"ESXShell", services::host_shell()},
  });
  return known;
}

}  // namespace

bool tell_program(std::string_view program, std::string_view text, Said& said) {
  text = trimmed(text);
  for (const auto& known : programs()) {
    if (!starts_with_ignoring_case(program, known.name)) continue;
    if (!matches_any(known.wordings, text, said)) return false;
    services::tell_quoted(said);
    return true;
  }
  return false;
}

}  // namespace digue::read::syslog
