// Syslog, as Debian, appliances and collectors write it (read/syslog/message.h).  Of one file the
// lines of many programs and products: each is read as its own (read/syslog/programs.h, postfix.h,
// read/appliance/tables.h), what is of none by the names that most use.
#include "base/text.h"
#include "read/appliance/carriers.h"
#include "read/appliance/log_lines.h"
#include "read/appliance/tables.h"
#include "read/syslog/postfix.h"
#include "read/syslog/programs.h"

namespace digue::read {

namespace {

// The lines of one file, from one message to the next.
class SyslogLines {
 public:
  SyslogLines(std::string_view text, const Told& told, Sink& sink)
      : sink_(sink),
        filler_(sink),
        times_(text, told, syslog::yearless_time),
        products_(known_products()) {}

  bool fill(const Line& line) {
    const auto message = syslog::take_apart(line.text);
    if (!message) return false;
    said_.clear();
    tell(*message);
    auto when = syslog::time_of(*message, line.offset, times_);
    if (!when.time.known()) when = time_said(said_, times_);
    said_.set(Part::operation, message->program);
    said_.set(Part::device, message->host);
    // The machine that wrote the line, when it names no client.
    if (said_[Part::address].empty()) said_.set(Part::host, message->host);
    add_event(filler_, line, said_, when);
    return true;
  }

  void finish() const { times_.remark(sink_); }

 private:
  void tell(const syslog::Message& message) {
    if (message.program.starts_with("postfix")) {
      if (postfix_.tell(message, said_)) return;
    } else if (syslog::tell_program(message.program, message.text, said_) || tell_fields(message)) {
      return;
    }
    const auto who = syslog::who_is_in(message);
    said_.set(Part::account, who.account);
    said_.set(Part::target, who.target);
    said_.set(Part::address, who.address);
    if (said_.verdict == event::Verdict::unknown) said_.verdict = verdict(message.text);
  }

  // Named fields in the place of a text, or structured ones (RFC 5424).
  bool tell_fields(const syslog::Message& message) {
    scratch_.clear();
    products_.begin();
    const bool filter =
        message.program == "filterlog" && carry_filterlog(message.text, products_, scratch_);
    const bool any = filter || carry_cef(message.text, products_, scratch_) ||
                     carry_leef(message.text, products_, scratch_) ||
                     carry_palo_alto(message.text, products_, scratch_) ||
                     carry_pairs(message.text, products_, scratch_) ||
                     carry_pairs(message.structured, products_, scratch_);
    return any && products_.tell(said_) != nullptr;
  }

  static event::Verdict verdict(std::string_view text) {
    for (const std::string_view mark :
         {"reject:", "auth failed", "authentication failed", "authentication failure"})
      if (contains_ignoring_case(text, mark)) return event::Verdict::failure;
    return event::Verdict::unknown;
  }

  Sink& sink_;
  Filler filler_;
  LineTimes times_;
  Products products_;
  Scratch scratch_;
  Said said_;
  syslog::Postfix postfix_;
};

class SyslogFormat final : public Format {
 public:
  std::string_view name() const override { return "syslog"; }
  event::Family family() const override { return event::Family::none; }
  bool reads_single_lines() const override { return true; }
  int recognise(std::string_view sample) const override {
    return sure_by_lines(
        sample, 70, [](std::string_view line) { return syslog::take_apart(line).has_value(); });
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    SyslogLines lines(text, told, sink);
    read_lines(text, sink, name(), [&](const Line& line) { return lines.fill(line); });
    lines.finish();
  }
};

}  // namespace

const Format& syslog_format() {
  static const SyslogFormat format;
  return format;
}

}  // namespace digue::read
