// Zimbra's audit.log and mailbox.log:
//   2026-03-08 02:11:07,123 INFO  [qtp1-45] [name=jean@x;oip=203.0.113.9;ua=zclient;] security -
//   cmd=Auth; account=jean@x; protocol=soap;
// What surrounds the message (who, from where, with what) is in brackets before it.
#include "read/services/own_log.h"

namespace digue::read {

namespace {

using event::Action;
using event::Verdict;

constexpr std::array wordings = {
    Wording{"cmd=Auth; account={account}; protocol={application}; error={Reason};", Action::sign_in,
            Verdict::failure},
    Wording{"cmd=Auth; account={account}; protocol={application};", Action::sign_in,
            Verdict::success},
    Wording{"cmd=AdminAuth; account={account}; error={Reason};", Action::sign_in, Verdict::failure},
    Wording{"cmd=AdminAuth; account={account};", Action::sign_in, Verdict::success},
    Wording{"cmd=ModifyAccount; name={target}; *zimbraPrefMailForwardingAddress="
            "{ForwardingSmtpAddress};",
            Action::forwarding_set, Verdict::success},
    Wording{"cmd=ModifyPrefs; *zimbraPrefMailForwardingAddress={ForwardingSmtpAddress};",
            Action::forwarding_set, Verdict::success},
    Wording{"cmd=CreateAccount; name={target};", Action::user_added, Verdict::success},
    Wording{"cmd=DeleteAccount; name={target};", Action::user_removed, Verdict::success},
    Wording{"cmd=SetPassword; name={target};", Action::password_changed, Verdict::success},
    Wording{"Sending message to MTA at {}: Message-ID={InternetMessageId}, ", Action::mail_sent,
            Verdict::success},
    Wording{"user {account} authenticated, mechanism={}", Action::sign_in, Verdict::success},
    Wording{"authentication failed for [{account}]", Action::sign_in, Verdict::failure},
};

// "name=jean@x;oip=203.0.113.9;ip=127.0.0.1;ua=zclient/8.8;"
std::string_view context_value(std::string_view context, std::string_view name) {
  for (std::size_t at = context.find(name); at != std::string_view::npos;
       at = context.find(name, at + 1)) {
    if (at != 0 && context[at - 1] != ';') continue;
    const auto value = context.substr(at + name.size());
    return value.substr(0, value.find(';'));
  }
  return {};
}

// "INFO  [thread] [context] category - message"
bool tell(std::string_view text, Said& said) {
  if (!skip_past(text, "[") || !skip_past(text, "] [")) return false;
  const std::size_t close = text.find("] ");
  if (close == std::string_view::npos) return false;
  const auto context = text.substr(0, close);
  text.remove_prefix(close + 2);
  said.set(Part::operation, text.substr(0, text.find(' ')));
  if (!skip_past(text, " - ")) return false;
  matches_any(wordings, text, said);
  said.set(Part::account, context_value(context, "name="));
  // The client, where a proxy stands before the server.
  said.set(Part::address, context_value(context, "oip="));
  said.set(Part::address, context_value(context, "ip="));
  said.set(Part::agent, context_value(context, "ua="));
  if (said.action == Action::forwarding_set || said.action == Action::mail_sent)
    said.set(Part::target, said[Part::account]);
  return true;
}

bool is_mine(const Head& head) {
  for (const std::string_view level : {"INFO  [", "WARN  [", "ERROR [", "DEBUG [", "FATAL ["})
    if (head.text.starts_with(level)) return head.text.find("] [") != std::string_view::npos;
  return false;
}

}  // namespace

const Format& zimbra_format() {
  static const OwnLogFormat format({"zimbra", 80, take_iso_head, is_mine, tell});
  return format;
}

}  // namespace digue::read
