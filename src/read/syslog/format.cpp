// Syslog, as Debian, appliances and collectors write it (read/syslog/message.h).
#include "base/text.h"
#include "read/filler.h"
#include "read/lines.h"
#include "read/syslog/message.h"

namespace digue::read {

namespace {

class SyslogFormat final : public Format {
 public:
  std::string_view name() const override { return "syslog"; }
  event::Family family() const override { return event::Family::none; }
  bool reads_single_lines() const override { return true; }
  int recognise(std::string_view sample) const override {
    return sure_by_lines(
        sample, 70, [](std::string_view line) { return syslog::take_apart(line).has_value(); });
  }
  void read(std::string_view text, const Told&, Sink& sink) const override {
    Filler filler(sink);
    read_lines(text, sink, name(), [&](const Line& line) { return fill(line, filler); });
  }

 private:
  static bool fill(const Line& line, Filler& filler) {
    const auto message = syslog::take_apart(line.text);
    if (!message) return false;
    const auto who = syslog::who_is_in(*message);
    auto& event = begin_event(filler, line);
    event.time = message->time;
    event.time_is_local = message->time_is_local;
    event.operation = filler.text(message->program);
    event.account = filler.name(who.account);
    event.target = filler.name(who.target);
    event.address = filler.address(who.address);
    event.device = filler.name(message->host);
    event.verdict = verdict(message->text);
    // The machine that wrote the line, when it names no client.
    if (event.address == event::no_symbol) filler.detail_unless_empty("Host", lower(message->host));
    return true;
  }

  static event::Verdict verdict(std::string_view text) {
    for (const std::string_view mark :
         {"reject:", "auth failed", "Failed password", "authentication failed",
          "authentication failure", "Invalid user"})
      if (contains_ignoring_case(text, mark)) return event::Verdict::failure;
    for (const std::string_view mark : {"Login: user=", "sasl_username=", "Accepted "})
      if (text.find(mark) != std::string_view::npos) return event::Verdict::success;
    return event::Verdict::unknown;
  }
};

}  // namespace

const Format& syslog_format() {
  static const SyslogFormat format;
  return format;
}

}  // namespace digue::read
