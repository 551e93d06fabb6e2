#include "finding/link_user.h"

#include "base/json_writer.h"
#include "finding/json.h"

namespace digue::finding {

std::string_view link_status(const LinkUser& user) {
  if (user.posted.known()) return "posted";
  if (user.downloaded.known()) return "downloaded";
  if (user.replied.known()) return "replied";
  if (user.opened.known()) return "opened";
  if (user.tunnelled.known()) return "tunnelled";
  if (user.blocked.known()) return "blocked";
  if (user.resolved.known()) return "resolved";
  return "received";
}

std::string_view opener_name(Opener opener) {
  switch (opener) {
    case Opener::unknown:
      return "";
    case Opener::many_recipients:
      return "recipients";
    case Opener::with_deliveries:
      return "deliveries";
    case Opener::before_all:
      return "before";
    case Opener::soon:
      return "soon";
  }
  return "";
}

std::string to_json(const LinkUser& user, std::string_view link, std::span<const Source> sources) {
  JsonWriter json;
  json.begin_object().member("type", "link-user").member("link", link).member("user", user.user);
  json.member("status", link_status(user));
  write_time(json, "received", user.received);
  write_time(json, "resolved", user.resolved);
  write_time(json, "blocked", user.blocked);
  write_time(json, "tunnelled", user.tunnelled);
  write_time(json, "opened", user.opened);
  write_time(json, "posted", user.posted);
  write_time(json, "downloaded", user.downloaded);
  write_time(json, "replied", user.replied);
  if (user.time_is_local) json.member("time_is_local", true);
  json.member("addresses", user.addresses).member("machines", user.machines);
  json.key("automatic");
  if (user.opener == Opener::unknown)
    json.null();
  else
    json.text(opener_name(user.opener));
  json.key("evidence").begin_array();
  for (const auto& [place] : user.evidence) {
    json.begin_object();
    json.member("file", place.source < sources.size() ? sources[place.source].file : "");
    json.member("record", place.record);
    if (place.line != 0) json.member("line", place.line);
    json.member("offset", place.offset).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace digue::finding
