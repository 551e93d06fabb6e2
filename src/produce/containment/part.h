// What one measure puts into its script; each measure has a file of its own (inbox_rules.cpp...).
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "produce/containment/containment.h"
#include "produce/powershell.h"

namespace digue::produce::containment {

// `find` reads and runs even in a dry run; `change` runs for each object found, which is $_, and
// only with -Apply.
struct Command {
  Code find, change;
};

struct Action {
  Message what;                    // "Disable the rule “x” of y"
  std::optional<Command> command;  // nothing: `what` is a task to do by hand
  Message undo_what;
  std::optional<Command> undo;  // nothing: the reverse script prints undo_what as a task
};

// A reading of the present state, kept as <name>.clixml and <name>.json.
struct Saving {
  std::string name;  // [a-z0-9-]
  Code read;
};

struct Part {
  Measure measure;
  Message title, impact;
  std::vector<std::string> modules;       // "ExchangeOnlineManagement", "Microsoft.Graph.Users"...
  std::vector<std::string> graph_scopes;  // for Connect-MgGraph; empty: Exchange only
  std::vector<Saving> savings;
  std::vector<Action> actions;
  std::vector<Code> helpers;       // functions of PowerShell that the commands call
  bool undo_reads_saved = false;   // the reverse script needs the folder that the script saved to
  std::optional<Message> no_undo;  // why there is no reverse script
};

Part block_account_part(const Request& request);
Part revoke_sessions_part(const Request& request);
Part reset_password_part(const Request& request);
Part second_factor_part(const Request& request);
Part inbox_rules_part(const Request& request);
Part forwarding_part(const Request& request);
Part applications_part(const Request& request);
Part mail_flow_part(const Request& request);
Part audit_logs_part(const Request& request);

// An action whose command is there, or the same as a task by hand when a word was refused.
// The undoing is kept either way.
struct Doing {
  Message what;
  std::optional<Code> find, change;
};
Action action_of(Doing doing, Doing undoing);
// An action that nothing undoes; `why` is what the reverse script says of it.
Action final_action_of(Doing doing, Message why);
// A task that the script prints.
Action task_of(Message what);

inline constexpr std::string_view exchange_module = "ExchangeOnlineManagement";

// Adds a reading of the present state, once; a refused one becomes a task, so that it is not
// forgotten.
void add_saving(Part& part, std::string_view name, std::optional<Code> read, const Message& what);

// The state under that name, ignoring case; nothing when the evidence did not say.
std::optional<std::string> state_of(const finding::Subject& subject, std::string_view name);
std::vector<std::string> all_states_of(const finding::Subject& subject, std::string_view name);
bool state_is(const finding::Subject& subject, std::string_view name, std::string_view value);
// The subjects of that kind.
std::vector<finding::Subject> subjects_of_kind(const Request& request, std::string_view kind);
// The accounts of the request and the mailboxes of its subjects of these kinds, once each.
std::vector<std::string> mailboxes_of(const Request& request,
                                      std::initializer_list<std::string_view> kinds);
std::vector<std::string> accounts_of(const Request& request);

}  // namespace digue::produce::containment
