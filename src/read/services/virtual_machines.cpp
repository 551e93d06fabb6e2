#include <algorithm>

#include "read/services/services.h"

namespace digue::read::services {

using event::Action;
using event::Verdict;

std::span<const Wording> host_agent() {
  static constexpr std::array wordings = {
      Wording{"*Event {} : {Message}"},
      Wording{"*Task Created : haTask-{object}-vim.VirtualMachine.powerOff-",
              Action::machine_stopped, Verdict::unknown},
      Wording{"*Task Created : haTask-{object}-vim.VirtualMachine.unregister-",
              Action::machine_removed, Verdict::unknown},
      Wording{"*Task Created : haTask-{object}-vim.ManagedEntity.destroy-", Action::machine_removed,
              Verdict::unknown},
      Wording{"*Task Created : haTask-{object}-vim.VirtualMachine.removeAllSnapshots-",
              Action::snapshot_removed, Verdict::unknown},
      Wording{"*Task Created : haTask-{object}-vim.vm.Snapshot.remove-", Action::snapshot_removed,
              Verdict::unknown},
  };
  return wordings;
}

std::span<const Wording> host_alarms() {
  static constexpr std::array wordings = {
      Wording{"[{}] {}: [esx.audit.net.firewall.disabled] {Message}", Action::protection_disabled,
              Verdict::success},
      Wording{"[{}] {}: [{operation}] {Message}"},
  };
  return wordings;
}

std::span<const Wording> host_shell() {
  static constexpr std::array wordings = {
      Wording{"[shell.cmd@6876 subject=\"{account}\" object=\"{}\" command=\"{CommandLine}\"",
              Action::process_started, Verdict::success},
      Wording{"[{account}]: {CommandLine}", Action::process_started, Verdict::success},
  };
  return wordings;
}

std::span<const Wording> vcenter() {
  static constexpr std::array wordings = {
      Wording{"*Event [{}] [{}] [{}] [{operation}] [{}] [{account}] [{}] [{}] [{Message}]"},
  };
  return wordings;
}

bool tell_message(std::string_view message, Said& said) {
  static constexpr std::array wordings = {
      Wording{"User {account}@{address} logged in as {agent}", Action::logon, Verdict::success},
      Wording{"User {account}@{address} logged out", Action::logoff, Verdict::success},
      Wording{"Cannot login user {account}@{address}: {Reason}", Action::logon, Verdict::failure},
      Wording{"Cannot login {account}@{address}", Action::logon, Verdict::failure},
      Wording{"{object} on {device} in {} is powered off", Action::machine_stopped,
              Verdict::success},
      Wording{"{object} on {device} in {} is suspended", Action::machine_stopped, Verdict::success},
      Wording{"{object} on {device} in {} is reset", Action::machine_stopped, Verdict::success},
      Wording{"{object} on {device} in {} is powered on", Action::machine_started,
              Verdict::success},
      Wording{"Virtual machine {object} is powered off", Action::machine_stopped, Verdict::success},
      Wording{"Removed {object} on {device} from ", Action::machine_removed, Verdict::success},
      Wording{"Unregistered {object} on {device} from ", Action::machine_removed, Verdict::success},
      Wording{"Task: Power Off virtual machine", Action::machine_stopped, Verdict::unknown},
      Wording{"Task: Delete virtual machine", Action::machine_removed, Verdict::unknown},
      Wording{"Task: Remove all snapshots", Action::snapshot_removed, Verdict::unknown},
      Wording{"Task: Remove snapshot", Action::snapshot_removed, Verdict::unknown},
  };
  return matches_any(wordings, message, said);
}

void tell_quoted(Said& said) {
  const auto& details = said.details();
  const auto message = std::find_if(details.begin(), details.end(),
                                    [](const auto& one) { return one.name == "Message"; });
  if (message != details.end()) tell_message(message->value, said);
}

}  // namespace digue::read::services
