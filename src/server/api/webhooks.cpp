// Webhooks of an incident, by whoever leads it: what leaves it is their decision, and is written in
// its logbook.
#include "server/webhooks/webhooks.h"

#include "base/json_writer.h"
#include "finding/json.h"
#include "server/api/fields.h"
#include "server/api/routes.h"
#include "server/sentences.h"
#include "server/webhooks/sender.h"

namespace digue::server {

using http::Response;

static std::string webhook_json(const Webhook& webhook, const std::string& secret = {}) {
  JsonWriter json;
  json.begin_object()
      .member("webhook", webhook.id)
      .member("name", webhook.name)
      .member("url", webhook.url)
      .member("channel", channel_name(webhook.channel))
      .member("made_by", webhook.made_by);
  finding::write_time(json, "made", webhook.made);
  json.member("next", webhook.next);
  if (!secret.empty()) json.member("secret", secret);
  json.end_object();
  return json.take();
}

static std::string attempt_json(const Attempt& attempt) {
  JsonWriter json;
  json.begin_object()
      .member("entry", attempt.entry)
      .member("state", attempt.state)
      .member("reason", attempt.reason)
      .member("status", attempt.status)
      .member("tries", attempt.tries);
  finding::write_time(json, "at", attempt.at);
  finding::write_time(json, "again", attempt.again);
  json.end_object();
  return json.take();
}

// With where they may go: nowhere when the server was not started for any.
Response list_webhooks(const Call& call) {
  const auto webhooks = call.services.webhooks.of(call.arguments.front());
  auto response = page_response(call, webhooks.size(),
                                [&](std::size_t i) { return webhook_json(webhooks[i]); });
  if (response.status != 200) return response;
  JsonWriter json;
  json.begin_object().member("hosts", call.services.webhook_hosts).end_object();
  const auto hosts = json.take();
  response.body.replace(response.body.size() - 1, 1, "," + hosts.substr(1));
  return response;
}

// Where it may go; the trouble when it may not.
static std::optional<Trouble> wrong_url(const Call& call, const std::string& text) {
  const auto url = http::read_url(text);
  if (!url) return Trouble{422, tell<sentences::bad_webhook_url>(), "/url"};
  if (call.services.webhook_hosts.empty()) return Trouble{409, tell<sentences::webhooks_are_off>()};
  if (!may_go_to(*url, call.services.webhook_hosts))
    return Trouble{422, tell<sentences::webhook_not_allowed>(url->host), "/url"};
  return std::nullopt;
}

// Told from the entry after the one that says so.
Response add_webhook(const Call& call) {
  static constexpr std::string_view channels[] = {"in-band", "out-of-band"};
  Fields fields(call.request.body);
  Webhook webhook;
  webhook.incident = call.arguments.front();
  webhook.name = fields.text("name", 100, Fields::required);
  webhook.url = fields.text("url", 2048, Fields::required);
  const bool carries = fields.word("channel", channels, Fields::required) == channels[1];
  if (const auto trouble = fields.trouble()) return call.problem(*trouble);
  if (const auto trouble = wrong_url(call, webhook.url)) return call.problem(*trouble);
  webhook.channel = carries ? Channel::out_of_band : Channel::in_band;
  webhook.language = call.language;
  webhook.made_by = call.person->display_name;
  const auto host = http::read_url(webhook.url)->host;
  const auto said = carries ? tell<sentences::webhook_made_with_lines>(webhook.name, host)
                            : tell<sentences::webhook_made>(webhook.name, host);
  if (const auto noted = note_decision(call, said); !noted) return call.problem(noted.error());
  call.incident->read([&](const incident::State& state, const std::string&) {
    webhook.next = state.log.back().position + 1;
  });
  const auto made = call.services.webhooks.add(webhook);
  return made ? json_response(201, webhook_json(*made, made->secret)) : call.problem(made.error());
}

static std::optional<Webhook> webhook_of(const Call& call) {
  for (auto& one : call.services.webhooks.of(call.arguments.front()))
    if (one.id == call.arguments[1]) return std::move(one);
  return std::nullopt;
}

static Response no_such_webhook(const Call& call) {
  return call.problem({404, tell<sentences::no_such_webhook>(call.arguments[1])});
}

Response remove_webhook(const Call& call) {
  const auto webhook = webhook_of(call);
  if (!webhook) return no_such_webhook(call);
  const auto removed = call.services.webhooks.remove(webhook->incident, webhook->id);
  if (!removed) return call.problem(removed.error());
  const auto noted = note_decision(call, tell<sentences::webhook_removed>(webhook->name));
  return noted ? Response{.status = 204} : call.problem(noted.error());
}

Response list_deliveries(const Call& call) {
  const auto webhook = webhook_of(call);
  if (!webhook) return no_such_webhook(call);
  std::optional<Trouble> trouble;
  const auto paging = paging_of(call, trouble);
  if (trouble) return call.problem(*trouble);
  const auto page = call.services.webhooks.attempts(webhook->id, paging.first(), paging.per_page);
  if (!page) return call.problem(page.error());
  std::vector<std::string> items;
  for (const auto& one : page->attempts) items.push_back(attempt_json(one));
  return page_response(paging, page->total, items);
}

}  // namespace digue::server
