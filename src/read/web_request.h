// A request of a client to a server or a proxy, as a line of an access log tells it.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "read/format.h"
#include "read/lines.h"
#include "read/said.h"

namespace digue::read {

struct WebRequest {
  Instant time;
  bool time_is_local = false;             // no zone was written, nor told
  std::string_view client, user, method;  // views into the line; "" when not said
  std::int32_t status = 0;
  bool denied = false;  // by the proxy's own rules, whatever the status
  // Of a proxy; a server's own log names no host.
  std::string_view url, content_type;
  std::optional<std::string_view> referer;  // nothing: not logged
  std::optional<std::uint64_t> bytes_out, bytes_in;
  std::string_view agent = {};
};

inline void tell_traffic(Filler& filler, const WebRequest& request) {
  const auto destination = destination_of({}, request.url);
  if (request.url.empty()) return;
  filler.traffic({.client = request.client,
                  .account = request.user,
                  .destination = destination,
                  .url = request.url,
                  .method = request.method,
                  .content_type = request.content_type,
                  .referer = request.referer,
                  .bytes_out = request.bytes_out,
                  .bytes_in = request.bytes_in,
                  .refused = request.denied,
                  .status = request.status,
                  .agent = request.agent,
                  .is_served = destination.empty()});
}

inline void add_event(Filler& filler, const Line& line, const WebRequest& request) {
  auto& event = begin_event(filler, line);
  event.time = request.time;
  event.time_is_local = request.time_is_local;
  tell_traffic(filler, request);
  if (!filler.is_kept()) return;
  event.operation = filler.text(request.method);
  event.account = filler.name(request.user);
  event.address = filler.address(request.client);
  event.error_code = request.status;
  const bool failed = request.denied || request.status >= 400;
  event.verdict = failed ? event::Verdict::failure : event::Verdict::success;
  if (event.address == event::no_symbol) filler.detail("Host", lower(request.client));
}

// A log with a request a line, of which `request_of` makes nothing when the line is no such one.
// `certainty`: of recognise(), when all lines of the sample are.
class RequestLines final : public Format {
 public:
  using RequestOf = std::optional<WebRequest> (*)(std::string_view line);

  RequestLines(std::string_view name, int certainty, RequestOf request_of)
      : name_(name), certainty_(certainty), request_of_(request_of) {}

  std::string_view name() const override { return name_; }
  event::Family family() const override { return event::Family::none; }
  bool reads_single_lines() const override { return true; }
  int recognise(std::string_view sample) const override {
    return sure_by_lines(sample, certainty_,
                         [&](std::string_view line) { return request_of_(line).has_value(); });
  }
  void read(std::string_view text, const Told&, Sink& sink) const override {
    Filler filler(sink);
    read_lines(text, sink, name_, [&](const Line& line) {
      const auto request = request_of_(line.text);
      if (request) add_event(filler, line, *request);
      return request.has_value();
    });
  }

 private:
  std::string_view name_;
  int certainty_;
  RequestOf request_of_;
};

}  // namespace digue::read
