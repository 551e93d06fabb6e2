#include "read/syslog/postfix.h"

#include <algorithm>

#include "read/wording.h"

namespace digue::read::syslog {

namespace {

using event::Action;
using event::Verdict;

constexpr std::size_t max_id_bytes = 20;

constexpr std::array refusals = {
    Wording{"NOQUEUE: {Status}: RCPT from {}[{address}]: {Reason}; from=<{account}> to=<{target}>",
            Action::message_traced, Verdict::failure},
    Wording{"warning: {}[{address}]: SASL {} authentication failed: {Reason}, "
            "sasl_username={account}",
            Action::sign_in, Verdict::failure},
    Wording{"warning: {}[{address}]: SASL {} authentication failed: {Reason}", Action::sign_in,
            Verdict::failure},
};

// What is only counted, and found again by its address.
constexpr std::array connections = {
    Wording{"connect from {}[{address}]"},
    Wording{"disconnect from {}[{address}]"},
    Wording{"lost connection after {} from {}[{address}]"},
    Wording{"timeout after {} from {}[{address}]"},
};

// "4F1A22" or the long form "4ZBXyM2Y3Kz1"; the rest is behind ": ".
std::string_view take_id(std::string_view& text) {
  const std::size_t colon = text.substr(0, max_id_bytes + 2).find(": ");
  const auto id = text.substr(0, colon);
  const bool good =
      colon != std::string_view::npos && id.size() >= 5 && id.size() <= max_id_bytes &&
      std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      });
  if (!good || id == "warning" || id == "NOQUEUE") return {};
  text.remove_prefix(colon + 2);
  return id;
}

// The value of "name=" up to a comma or a space; what stands within <> when it does.
std::string_view value(std::string_view text, std::string_view name) {
  while (!text.starts_with(name)) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) return {};
    text.remove_prefix(space + 1);
  }
  text.remove_prefix(name.size());
  if (text.starts_with('<')) return text.substr(1, std::min(text.find('>'), text.size()) - 1);
  return text.substr(0, text.find_first_of(", "));
}

Verdict verdict_of_status(std::string_view status) {
  if (status == "sent") return Verdict::success;
  return status == "deferred" ? Verdict::interrupted : Verdict::failure;
}

}  // namespace

bool Postfix::tell(const Message& message, Said& said) {
  auto text = message.text;
  const auto id = take_id(text);
  if (id.empty()) return matches_any(refusals, text, said) || matches_any(connections, text, said);
  if (text.starts_with("client=")) return tell_client(id, text, said);
  if (text.starts_with("to=<")) return tell_delivery(id, message.program, text, said);
  if (text == "removed") return queue_.forget(id), true;
  if (text.starts_with("from=<")) return tell_sender(id, text, said);
  if (!text.starts_with("message-id=")) return false;
  auto& queued = queue_.of(id);
  queued.message_id = value(text, "message-id=");
  queued.says_id = true;
  return true;
}

bool Postfix::tell_sender(std::string_view id, std::string_view text, Said& said) {
  auto& queued = queue_.of(id);
  queued.sender = value(text, "from=");
  queued.size = value(text, "size=");
  queued.says_sender = true;
  said.set(Part::account, queued.sender);
  return true;
}

bool Postfix::tell_client(std::string_view id, std::string_view text, Said& said) {
  auto& queued = queue_.of(id);
  queued.address = in_brackets(value(text, "client="));
  queued.account = value(text, "sasl_username=");
  queued.says_client = true;
  said.set(Part::address, queued.address);
  if (queued.account.empty()) return true;
  said.set(Part::account, queued.account);
  said.action = Action::sign_in;
  said.verdict = Verdict::success;
  return true;
}

bool Postfix::tell_delivery(std::string_view id, std::string_view program, std::string_view text,
                            Said& said) {
  const auto status = value(text, "status=");
  const auto relay = in_brackets(value(text, "relay="));
  said.set(Part::target, value(text, "to="));
  const bool to_filter =
      program.ends_with("/smtp") && (relay.starts_with("127.") || relay == "::1");
  said.verdict = verdict_of_status(status);
  if (to_filter || status.empty()) return true;
  said.action = Action::message_traced;
  if (!queue_.tell(id, said)) lacking_ = id;
  said.detail("Status", status);
  said.detail("ToIP", relay);
  return true;
}

}  // namespace digue::read::syslog
