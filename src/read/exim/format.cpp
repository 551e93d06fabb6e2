// Exim's mainlog: who hands in a message (<=), what becomes of it for each recipient (=>, ->, **,
// ==), who is refused.
//   2026-03-08 02:11:07 1kXyZ1-0001AB-Cd <= jean@x H=(pc) [10.20.1.14] A=login:jean S=2211 id=a@pc
#include "base/text.h"
#include "read/mail_queue.h"
#include "read/services/own_log.h"

namespace digue::read {

namespace {

using event::Action;
using event::Verdict;

constexpr std::array refusals = {
    Wording{"{} authenticator failed for {}[{address}]{}: {Reason} (set_id={account})",
            Action::sign_in, Verdict::failure},
    Wording{"{} authenticator failed for {}[{address}]", Action::sign_in, Verdict::failure},
    Wording{"H={}[{address}] *F=<{account}> {Status} RCPT <{target}>: {Reason}",
            Action::message_traced, Verdict::failure},
};

bool take_head(std::string_view line, Head& head) {
  if (!take_iso_head(line, head)) return false;
  if (head.text.starts_with('[')) skip_past(head.text, "] ");  // the process, when it is logged
  return true;
}

// "1kXyZ1-0001AB-Cd", and longer parts since 4.97.
std::string_view take_id(std::string_view& text) {
  const auto id = text.substr(0, text.find(' '));
  const auto first = id.find('-'), last = id.rfind('-');
  const bool good = first == 6 && last != first && (id.size() == 16 || id.size() == 23);
  if (!good) return {};
  text.remove_prefix(std::min(id.size() + 1, text.size()));
  return id;
}

bool is_mine(const Head& head) {
  auto text = head.text;
  if (!take_id(text).empty()) return true;
  for (const std::string_view start :
       {"H=", "SMTP ", "no host name", "no IP address", "Start queue", "End queue", "exim ",
        "TLS error", "unexpected disconnection"})
    if (text.starts_with(start)) return true;
  return text.find(" authenticator failed for ") != std::string_view::npos;
}

// " A=login:jean": the value of a field; of a quoted one, what is within.
std::string_view field(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(name);
  if (at == std::string_view::npos) return {};
  const auto value = text.substr(at + name.size());
  if (value.starts_with('"'))
    return value.substr(1, std::min(value.find('"', 1), value.size()) - 1);
  return value.substr(0, value.find(' '));
}

// " H=mx.example [198.51.100.25]:25"
std::string_view host_address(std::string_view text) {
  const std::size_t host = text.find(" H=");
  return host == std::string_view::npos ? std::string_view() : in_brackets(text.substr(host));
}

// "local <jean@x> R=..." or the address alone; a colon ends it before a reason.
std::string_view recipient_of(std::string_view text) {
  text = text.substr(0, text.find(" R="));
  if (const auto open = text.find('<'); open != std::string_view::npos)
    return text.substr(open + 1, text.find('>', open) - open - 1);
  text = text.substr(0, text.find(' '));
  if (text.ends_with(':')) text.remove_suffix(1);
  return text;
}

class EximLines {
 public:
  EximLines(std::string_view text, const Told& told, Sink& sink)
      : sink_(sink), filler_(sink), times_(text, told) {}

  bool fill(const Line& line) {
    Head head;
    if (!take_head(line.text, head)) return false;
    said_.clear();
    said_.set(Part::operation, "exim");
    tell(head.text);
    add_event(filler_, line, said_, times_.of_text(head.date));
    return true;
  }
  void finish() const { times_.remark(sink_); }

 private:
  void tell(std::string_view text) {
    const auto id = take_id(text);
    if (id.empty()) {
      matches_any(refusals, text, said_);
      return;
    }
    const auto mark = take_field(text);
    text = trimmed(text);
    if (mark == "<=") return tell_arrival(id, text);
    if (mark == "Completed") return queue_.forget(id);
    if (mark == "=>" || mark == "->") return tell_delivery(id, text, Verdict::success, "delivered");
    if (mark == "**") return tell_delivery(id, text, Verdict::failure, "failed");
    if (mark == "==") return tell_delivery(id, text, Verdict::interrupted, "deferred");
  }

  void tell_arrival(std::string_view id, std::string_view text) {
    auto& queued = queue_.of(id);
    queued.sender = text.substr(0, text.find(' '));
    if (queued.sender == "<>") queued.sender = {};
    queued.address = host_address(text);
    const auto signed_in = field(text, " A=");
    const auto colon = signed_in.find(':');
    if (colon != std::string_view::npos) queued.account = signed_in.substr(colon + 1);
    queued.message_id = field(text, " id=");
    queued.size = field(text, " S=");
    queued.subject = field(text, " T=");
    queued.says_client = queued.says_id = queued.says_sender = true;
    said_.set(Part::account, queued.account.empty() ? queued.sender : queued.account);
    said_.set(Part::address, queued.address);
    if (queued.account.empty()) return;
    said_.action = Action::sign_in;
    said_.verdict = Verdict::success;
  }

  void tell_delivery(std::string_view id, std::string_view text, Verdict verdict,
                     std::string_view status) {
    said_.action = Action::message_traced;
    said_.verdict = verdict;
    said_.set(Part::target, recipient_of(text));
    queue_.tell(id, said_);
    said_.detail("Status", status);
    said_.detail("ToIP", host_address(text));
  }

  Sink& sink_;
  Filler filler_;
  LineTimes times_;
  Said said_;
  MailQueue queue_;
};

class EximFormat final : public Format {
 public:
  std::string_view name() const override { return "exim"; }
  event::Family family() const override { return event::Family::none; }
  bool reads_single_lines() const override { return true; }
  int recognise(std::string_view sample) const override {
    return sure_by_lines(sample, 85, [](std::string_view line) {
      Head head;
      return take_head(line, head) && is_mine(head);
    });
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    EximLines lines(text, told, sink);
    read_lines(text, sink, name(), [&](const Line& line) { return lines.fill(line); });
    lines.finish();
  }
};

}  // namespace

const Format& exim_format() {
  static const EximFormat format;
  return format;
}

}  // namespace digue::read
