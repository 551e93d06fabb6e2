#include "finding/sighting.h"

#include "base/json_writer.h"
#include "finding/json.h"

namespace digue::finding {

std::string to_json(const Sighting& sighting, std::string_view indicator, std::string_view kind,
                    std::span<const Source> sources) {
  const auto& place = sighting.place;
  JsonWriter json;
  json.begin_object().member("type", "sighting").member("indicator", indicator);
  json.member("kind", kind);
  json.member("file", place.source < sources.size() ? sources[place.source].file : "");
  if (place.record != 0) json.member("record", place.record);
  if (place.line != 0) json.member("line", place.line);
  json.member("offset", place.offset);
  write_time(json, "time", sighting.time);
  if (sighting.time_is_local) json.member("time_is_local", true);
  json.member("account", sighting.account).member("host", sighting.host).end_object();
  return json.take();
}

}  // namespace digue::finding
