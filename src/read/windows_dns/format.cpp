// The debug log of Windows' DNS server:
//   3/8/2026 2:11:07 AM 0E2C PACKET  000000D5A1B2C3D0 UDP Rcv 10.20.1.14      5c1b   Q [0001   D
//   NOERROR] A      (5)login(11)portail-chv(7)example(0)
// The date is in the form of the server's language; questions that it received are events, what it
// sends and answers are only counted.  The lines that explain the columns are no records.
#include "base/text.h"
#include "read/line_times.h"
#include "read/said.h"

namespace digue::read {

namespace {

constexpr std::string_view mark = " PACKET ";

struct Packet {
  std::string_view date, client, type, name;
  bool received = false, is_answer = false;
};

// "3/8/2026 2:11:07 AM 0E2C PACKET  0000 UDP Rcv 10.20.1.14 5c1b R Q [8081 DR NOERROR] A name"
std::optional<Packet> take_apart(std::string_view line) {
  const std::size_t at = line.find(mark);
  if (at > 64) return std::nullopt;  // npos too
  Packet packet;
  const auto before = trimmed(line.substr(0, at));
  packet.date = trimmed(before.substr(0, std::min(before.rfind(' '), before.size())));
  auto rest = line.substr(at + mark.size());
  take_field(rest);  // where the packet is in memory
  const auto protocol = take_field(rest);
  if (protocol != "UDP" && protocol != "TCP") return std::nullopt;
  packet.received = take_field(rest) == "Rcv";
  packet.client = take_field(rest);
  const std::size_t open = rest.find('['), close = rest.find(']');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return std::nullopt;
  packet.is_answer = rest.substr(0, open).find(" R ") != std::string_view::npos;
  rest.remove_prefix(close + 1);
  packet.type = take_field(rest);
  packet.name = take_field(rest);
  return packet;
}

// "(5)login(7)example(0)" is "login.example".
std::string dotted(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const std::size_t close = name.find(')');
    if (name.front() != '(' || close == std::string_view::npos) return std::string();
    name.remove_prefix(close + 1);
    const auto label = name.substr(0, name.find('('));
    name.remove_prefix(label.size());
    if (label.empty()) continue;
    if (!out.empty()) out += '.';
    out += label;
  }
  return out;
}

void show_dates(std::string_view text, DateOrderScan& scan) {
  Lines lines(text);
  for (Line line; lines.next(line);)
    if (const auto packet = take_apart(line.text)) scan.see(packet->date);
}

void tell(const Packet& packet, const std::string& name, Said& said) {
  said.set(Part::operation, packet.received ? "Rcv" : "Snd");
  said.set(Part::address, packet.client);
  if (!packet.received || packet.is_answer || name.empty()) return;
  said.action = event::Action::name_looked_up;
  said.verdict = event::Verdict::success;
  said.set(Part::object, name);
  said.detail("RecordType", packet.type);
}

class WindowsDnsFormat final : public Format {
 public:
  std::string_view name() const override { return "windows-dns"; }
  event::Family family() const override { return event::Family::none; }
  int recognise(std::string_view sample) const override {
    if (sample.substr(0, 4096).find("DNS Server log file creation") != std::string_view::npos)
      return 90;
    return sure_by_lines(sample, 90,
                         [](std::string_view line) { return take_apart(line).has_value(); });
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    Filler filler(sink);
    LineTimes times(text, told, nullptr, [text](DateOrderScan& scan) { show_dates(text, scan); });
    Said said;
    const auto is_row = [](const Line& line) {
      return line.text.find(mark) != std::string_view::npos;
    };
    read_rows(text, sink, name(), is_row, [&](const Line& line) {
      const auto packet = take_apart(line.text);
      if (!packet) return false;
      const auto asked = dotted(packet->name);
      said.clear();
      tell(*packet, asked, said);
      add_event(filler, line, said, times.of_text(packet->date));
      return true;
    });
    times.remark(sink);
  }
};

}  // namespace

const Format& windows_dns_format() {
  static const WindowsDnsFormat format;
  return format;
}

}  // namespace digue::read
