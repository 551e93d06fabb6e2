#include "read/collector.h"

#include "base/json_writer.h"
#include "event/event.h"

namespace digue::read {

static std::string_view verdict_name(event::Verdict verdict) {
  switch (verdict) {
    case event::Verdict::success:
      return "success";
    case event::Verdict::failure:
      return "failure";
    case event::Verdict::interrupted:
      return "interrupted";
    case event::Verdict::unknown:
      break;
  }
  return "";
}

static void write_text(JsonWriter& out, std::string_view name, std::string_view text) {
  if (!text.empty()) out.member(name, text);
}

static void write_details(JsonWriter& out, const event::Trail& trail, const event::Event& event) {
  if (event.details_count == 0) return;
  out.key("details").begin_array();
  for (const auto& detail : trail.details_of(event)) {
    out.begin_array().text(trail.text(detail.name)).text(trail.text(detail.value)).end_array();
  }
  out.end_array();
}

static std::string event_line(const event::Trail& trail, const event::Event& event) {
  JsonWriter out;
  out.begin_object();
  out.member("record", event.place.record).member("line", event.place.line);
  write_text(out, "time", rfc3339(event.time));
  if (event.time_is_local) out.member("time_is_local", true);
  out.member("action", event::action_name(event.action));
  write_text(out, "operation", trail.text(event.operation));
  write_text(out, "verdict", verdict_name(event.verdict));
  if (event.error_code != 0) out.member("error_code", event.error_code);
  write_text(out, "family", event::family_name(event.family));
  write_text(out, "account", trail.text(event.account));
  write_text(out, "target", trail.text(event.target));
  write_text(out, "object", trail.text(event.object));
  write_text(out, "address", trail.text(event.address));
  write_text(out, "session", trail.text(event.session));
  write_text(out, "token", trail.text(event.token));
  write_text(out, "device", trail.text(event.device));
  write_text(out, "application", trail.text(event.application));
  write_text(out, "agent", trail.text(event.agent));
  write_details(out, trail, event);
  out.end_object();
  return out.take() + "\n";
}

std::string as_json_lines(const Collector& collector) {
  std::string text;
  for (const auto& event : collector.read().events) text += event_line(collector.read(), event);
  for (const auto& rejection : collector.rejections()) {
    JsonWriter out;
    out.begin_object().member("rejected_line", rejection.line);
    out.member("reason", rejection.reason.english).end_object();
    text += out.take() + "\n";
  }
  for (const auto& remark : collector.remarks()) {
    JsonWriter out;
    out.begin_object().member("remark", remark.english).end_object();
    text += out.take() + "\n";
  }
  return text;
}

}  // namespace digue::read
