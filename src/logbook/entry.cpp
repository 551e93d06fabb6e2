#include "logbook/entry.h"

#include <array>

#include "base/json_writer.h"
#include "logbook/tree.h"

namespace digue::logbook {

static constexpr std::array<std::string_view, 4> precision_names = {"second", "minute", "hour",
                                                                    "day"};

std::string_view precision_name(Precision precision) {
  return precision_names[static_cast<std::size_t>(precision)];
}

std::optional<Precision> precision_named(std::string_view name) {
  for (std::size_t i = 0; i < precision_names.size(); ++i)
    if (precision_names[i] == name) return static_cast<Precision>(i);
  return std::nullopt;
}

static std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string moment_text(const Moment& moment) {
  if (!moment.at.known()) return {};
  std::string text = rfc3339(moment.at + moment.offset_minutes * minute_ms);
  text.pop_back();  // the Z
  const int minutes = std::abs(moment.offset_minutes);
  return text + (moment.offset_minutes < 0 ? "-" : "+") + two_digits(minutes / 60) + ":" +
         two_digits(minutes % 60);
}

// "+01:00" at the end, or Z.
static std::optional<int> offset_of(std::string_view text) {
  if (text.ends_with('Z') || text.ends_with('z')) return 0;
  if (text.size() < 6) return std::nullopt;
  const auto tail = text.substr(text.size() - 6);
  const auto digit = [&](std::size_t i) {
    return tail[i] >= '0' && tail[i] <= '9' ? tail[i] - '0' : 1000;
  };
  const int hours = digit(1) * 10 + digit(2), minutes = digit(4) * 10 + digit(5);
  if ((tail[0] != '+' && tail[0] != '-') || tail[3] != ':' || hours > 18 || minutes > 59)
    return std::nullopt;
  return (tail[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

std::optional<Moment> read_moment(std::string_view text) {
  const auto at = parse_rfc3339(text);
  const auto offset = offset_of(text);
  if (!at || !offset) return std::nullopt;
  return Moment{*at, *offset, Precision::second};
}

static void write_digest(JsonWriter& json, std::string_view name,
                         const std::optional<Digest>& digest) {
  json.key(name);
  if (digest)
    json.text(to_hex(*digest));
  else
    json.null();
}

static void write_introduction(JsonWriter& json, const std::optional<Introduction>& introduction) {
  json.key("introduces");
  if (!introduction) {
    json.null();
    return;
  }
  json.begin_object()
      .member("holder", introduction->machine ? "machine" : "person")
      .member("public_key", to_hex(introduction->key))
      .end_object();
}

std::string header_bytes(const Header& header) {
  JsonWriter json;
  json.begin_object()
      .member("version", format_version)
      .member("incident", header.incident)
      .member("kind", header.kind)
      .member("author", header.author)
      .member("key", header.key);
  write_digest(json, "previous", header.previous);
  json.member("after_size", header.after_size);
  write_digest(json, "after", header.after);
  json.member("occurred_at", moment_text(header.occurred))
      .member("occurred_precision", precision_name(header.occurred.precision))
      .member("recorded_at", rfc3339(header.recorded));
  write_digest(json, "supersedes", header.supersedes);
  write_digest(json, "redacts", header.redacts);
  write_introduction(json, header.introduces);
  json.member("accounts", header.references.accounts)
      .member("hosts", header.references.hosts)
      .member("indicators", header.references.indicators)
      .member("evidence", header.references.evidence)
      .member("items", header.references.items)
      .member("body", to_hex(header.body))
      .end_object();
  return json.take();
}

std::string signed_bytes(std::string_view header) {
  std::string bytes = "digue logbook entry 1\n";
  bytes += header;
  return bytes;
}

Digest body_hash(std::string_view salt, std::string_view body) {
  return hash_of({salt, body});
}

}  // namespace digue::logbook
