#include "server/webhooks/sender.h"

#include <algorithm>
#include <optional>

#include "base/json_writer.h"
#include "base/text.h"
#include "incident/json.h"

namespace digue::server {

bool may_go_to(const http::Url& url, const std::vector<std::string>& hosts) {
  const auto with_port = url.host + ":" + std::to_string(url.port);
  return std::any_of(hosts.begin(), hosts.end(), [&](const std::string& one) {
    const auto host = lower(one);
    return host == with_port || (url.has_usual_port() && host == url.host);
  });
}

namespace {

struct Next {
  std::uint64_t entry = 0;
  std::string body;
};

// Of a webhook in band: which incident, which entry, and nothing else.
std::string body_of(const Webhook& webhook, const incident::LogLine& line) {
  JsonWriter json;
  json.begin_object()
      .member("type", "entry")
      .member("incident", webhook.incident)
      .member("entry", line.position)
      .end_object();
  auto body = json.take();
  if (webhook.channel == Channel::out_of_band)
    body.insert(body.size() - 1, ",\"line\":" + incident::log_line_json(line, webhook.language));
  return body;
}

// The first line that it was not told.
std::optional<Next> next_of(const Webhook& webhook, OpenIncident& open) {
  static_cast<void>(open.refresh());
  std::optional<Next> out;
  open.read([&](const incident::State& state, const std::string&) {
    const auto line = std::lower_bound(
        state.log.begin(), state.log.end(), webhook.next,
        [](const incident::LogLine& one, std::uint64_t next) { return one.position < next; });
    if (line != state.log.end()) out = Next{line->position, body_of(webhook, *line)};
  });
  return out;
}

std::string reason_of(const http::Posted& posted) {
  switch (posted.delivery) {
    case http::Delivery::answered:
      return posted.status / 100 == 2 ? "" : "status";
    case http::Delivery::untrusted:
      return "untrusted";
    case http::Delivery::unreadable:
      return "unreadable";
    case http::Delivery::too_slow:
      return "too-slow";
    case http::Delivery::unreachable:
      break;
  }
  return "unreachable";
}

// When to try again after so many tries; unknown when it is given up.
Instant next_try(int tries, Instant now) {
  const auto index = static_cast<std::size_t>(tries - 1);
  return index < std::size(retry_after_ms) ? now + retry_after_ms[index] : Instant::unknown;
}

}  // namespace

Sender::Sender(Webhooks& webhooks, Incidents& incidents, Clock& clock,
               std::vector<std::string> hosts, Post post)
    : webhooks_(webhooks),
      incidents_(incidents),
      clock_(clock),
      hosts_(std::move(hosts)),
      post_(std::move(post)) {}

void Sender::start() {
  thread_ = std::jthread([this](const std::stop_token& stop) {
    std::mutex idle;
    std::unique_lock lock(idle);
    while (!stop.stop_requested())
      if (!step(stop)) stopping_.wait_for(lock, stop, webhook_period, [] { return false; });
  });
}

void Sender::stop() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  thread_.join();
}

bool Sender::step(const std::stop_token& stop) {
  bool told = false;
  for (const auto& webhook : webhooks_.all())
    if (!stop.stop_requested() && step(webhook, stop)) told = true;
  return told;
}

// The same delivery has the same id however often it is tried: who receives it takes it once.
Attempt Sender::attempt(const Webhook& webhook, std::uint64_t entry, const std::string& body,
                        const std::stop_token& stop) {
  const auto url = http::read_url(webhook.url);
  const Instant now = clock_.now();
  Attempt out{webhook.id, entry, "waiting", "unreachable", 0, 0, now, Instant::unknown};
  if (!url) return out;
  const auto id = webhook.id + "-" + std::to_string(entry);
  const auto seconds = now.milliseconds / second_ms;
  const auto posted =
      post_(*url,
            {{"webhook-id", id},
             {"webhook-timestamp", std::to_string(seconds)},
             {"webhook-signature", signature_of(webhook.secret, id, seconds, body)}},
            body, stop);
  out.reason = reason_of(posted);
  out.status = posted.status;
  return out;
}

bool Sender::step(const Webhook& webhook, const std::stop_token& stop) {
  const auto url = http::read_url(webhook.url);
  if (!url || !may_go_to(*url, hosts_)) return false;
  const auto open = incidents_.find(webhook.incident);
  const auto next = open ? next_of(webhook, *open) : std::nullopt;
  if (!next) return false;
  const auto before = webhooks_.waiting(webhook.id, next->entry);
  if (!before || (*before && clock_.now() < (*before)->again)) return false;
  auto tried = attempt(webhook, next->entry, next->body, stop);
  if (stop.stop_requested() && !tried.reason.empty()) return false;  // cut by our own end
  tried.tries = (*before ? (*before)->tries : 0) + 1;
  if (!tried.reason.empty()) tried.again = next_try(tried.tries, tried.at);
  tried.state = tried.reason.empty() ? "delivered" : tried.again.known() ? "waiting" : "given-up";
  return webhooks_.tell(tried).has_value();
}

}  // namespace digue::server
