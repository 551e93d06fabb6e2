// Syslog, as Debian, appliances and collectors write it (read/syslog/message.h).  Of one file the
// lines of many programs and products: each is read as its own (read/syslog/programs.h, postfix.h,
// read/appliance/tables.h), what is of none by the names that most use.
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "read/appliance/carriers.h"
#include "read/appliance/log_lines.h"
#include "read/appliance/tables.h"
#include "read/syslog/postfix.h"
#include "read/syslog/programs.h"

namespace digue::read {

namespace {

// One message after the other, to events.
class SyslogLines {
 public:
  SyslogLines(Sink& sink, LineTimes& times, syslog::Postfix& postfix)
      : sink_(sink), filler_(sink), times_(times), products_(known_products()), postfix_(postfix) {}

  bool fill(const Line& line) {
    const auto message = syslog::take_apart(line.text);
    if (!message) return false;
    said_.clear();
    auto when = syslog::time_of(*message, line.offset, times_);
    if (!is_passed_over(*message, when)) tell(*message);
    if (!when.time.known()) when = time_said(said_, times_);
    said_.set(Part::operation, message->program);
    said_.set(Part::device, message->host);
    // The machine that wrote the line, when it names no client.
    if (said_[Part::address].empty()) said_.set(Part::host, message->host);
    add_event(filler_, line, said_, when);
    return true;
  }

 private:
  bool is_passed_over(const syslog::Message& message, const ReadDate& when) const {
    return message.program.starts_with("postfix") &&
           syslog::Postfix::is_only_counted(message.text) && when.time.known() &&
           !sink_.keeps(event::Action::other, when.time);
  }
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
  LineTimes& times_;
  Products products_;
  Scratch scratch_;
  Said said_;
  syslog::Postfix& postfix_;
};

class SyslogReading final : public Reading {
 public:
  SyslogReading(std::string_view text, LineTimes times, bool is_first)
      : text_(text), times_(times), fresh_(std::move(times)), postfix_(is_first) {}

  std::unique_ptr<Reading> part() const override {
    return std::make_unique<SyslogReading>(text_, fresh_, false);
  }
  std::uint32_t read(std::size_t begin, std::size_t end, Sink& sink) override {
    SyslogLines lines(sink, times_, postfix_);
    return read_lines(Lines(text_, begin, end), sink, "syslog", [&](const Line& line) {
      postfix_.begin();
      if (!lines.fill(line)) return false;
      if (const auto id = postfix_.lacking(); !id.empty())
        deliveries_.push_back(
            {line, sink.trail().events.size() - 1, id, postfix_.queue().known(id)});
      return true;
    });
  }
  void join(Reading& next, Sink& its) override {
    auto& later = static_cast<SyslogReading&>(next);
    fill_deliveries(later, its);
    postfix_.queue().join(later.postfix_.queue());
    times_.join(later.times_);
  }
  void finish(Sink& sink) const override { times_.remark(sink); }

 private:
  // One that was told without what parts before this may say of its message.
  struct Delivery {
    Line line;
    std::size_t event;
    std::string_view id;
    QueuedMessage known;
  };

  // Their lines are read again, now that it is known what was said of their messages.
  void fill_deliveries(SyslogReading& later, Sink& its) {
    LineTimes times = fresh_;
    syslog::Postfix postfix;
    std::optional<SyslogLines> lines;
    for (const auto& delivery : later.deliveries_) {
      const auto message =
          postfix_.queue().before(later.postfix_.queue(), delivery.id, delivery.known);
      if (!message) continue;
      if (!lines) lines.emplace(its, times, postfix);
      postfix.queue().of(delivery.id) = *message;
      lines->fill(delivery.line);
      auto& events = its.trail().events;
      const auto place = events[delivery.event].place;
      events[delivery.event] = events.back();
      events[delivery.event].place = place;
      events.pop_back();
    }
  }

  std::string_view text_;
  LineTimes times_;
  const LineTimes fresh_;
  syslog::Postfix postfix_;
  std::vector<Delivery> deliveries_;
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
  bool reads_parts() const override { return true; }
  std::unique_ptr<Reading> reading(std::string_view text, const Told& told) const override {
    LineTimes times(text, told, syslog::yearless_time);
    times.look();
    return std::make_unique<SyslogReading>(text, std::move(times), true);
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    const auto whole = reading(text, told);
    whole->read(0, text.size(), sink);
    whole->finish(sink);
  }
};

}  // namespace

const Format& syslog_format() {
  static const SyslogFormat format;
  return format;
}

}  // namespace digue::read
