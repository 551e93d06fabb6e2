// The access log of Olfeo's proxy, as it sends or exports it:
//   10.0.1.2 - m.durand [15/04/2024 12:50:04] "GET http://host/path HTTP/1.1" 200 - - 1000 Services
// Client, user, date without a zone, request, status, two dashes, then the number and the name of
// the URL's category.  Neither sizes nor referer.  The day comes first.
// Olfeo's export in Squid's form is read as squid.
#include "base/number.h"
#include "read/line_times.h"
#include "read/web_request.h"

namespace digue::read {

namespace {

struct OlfeoLine {
  std::string_view date;
  WebRequest request;
};

// Takes what stands before the mark off, and the mark; nothing when there is none.
std::optional<std::string_view> take_until(std::string_view& rest, std::string_view mark) {
  const auto at = rest.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const auto taken = rest.substr(0, at);
  rest.remove_prefix(at + mark.size());
  return taken;
}

// "15/04/2024 12:50:04"
bool is_date(std::string_view text) {
  return text.size() == 19 && text[2] == '/' && text[5] == '/' && text[10] == ' ' &&
         text[13] == ':' && text[16] == ':';
}

std::optional<OlfeoLine> take_apart(std::string_view line) {
  OlfeoLine out;
  auto& request = out.request;
  request.client = take_field(line);
  if (take_field(line) != "-") return std::nullopt;
  const auto user = take_until(line, " [");
  const auto date = take_until(line, "] \"");
  const auto asked = take_until(line, "\" ");
  if (!user || !date || !asked || !is_date(*date)) return std::nullopt;
  out.date = *date;
  request.user = unless_dash(trimmed(*user));
  const auto space = asked->find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  request.method = asked->substr(0, space);
  request.url = asked->substr(space + 1, asked->rfind(" HTTP/") - space - 1);
  const auto status = whole_number<std::int32_t>(take_field(line));
  if (!status || take_field(line) != "-" || take_field(line) != "-") return std::nullopt;
  request.status = *status;
  return out;
}

class OlfeoFormat final : public Format {
 public:
  std::string_view name() const override { return "olfeo"; }
  event::Family family() const override { return event::Family::none; }
  bool reads_single_lines() const override { return true; }
  int recognise(std::string_view sample) const override {
    return sure_by_lines(sample, 88,
                         [](std::string_view line) { return take_apart(line).has_value(); });
  }
  void read(std::string_view text, const Told& told, Sink& sink) const override {
    Told ours = told;
    ours.date_order = DateOrder::day_first;
    Filler filler(sink);
    LineTimes times(text, ours);
    read_lines(text, sink, name(), [&](const Line& line) { return fill(line, times, filler); });
    times.remark(sink);
  }

 private:
  static bool fill(const Line& line, LineTimes& times, Filler& filler) {
    auto taken = take_apart(line.text);
    if (!taken) return false;
    const auto when = times.of_text(taken->date);
    taken->request.time = when.time;
    taken->request.time_is_local = when.is_local;
    add_event(filler, line, taken->request);
    return true;
  }
};

}  // namespace

const Format& olfeo_format() {
  static const OlfeoFormat format;
  return format;
}

}  // namespace digue::read
