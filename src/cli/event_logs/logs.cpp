#include "cli/event_logs/logs.h"

#include "analysis/export_reader.h"
#include "analysis/request_matches.h"
#include "base/json_writer.h"
#include "cli/event_logs/sentences.h"
#include "evidence/walk.h"
#include "read/format.h"

namespace digue::cli::event_logs {

using read::evtx::Damage;
using read::evtx::Facts;

using Kind = Export::Kind;

// Nothing when no rule is for such a file.
static std::optional<Kind> kind_of(const read::Format& format) {
  if (!analysis::rule_channel_of(format.name()).empty()) return Kind::of_cloud;
  if (format.family() == event::Family::windows_log) return Kind::windows_events;
  if (analysis::may_hold_requests(format.name())) return Kind::requests;
  return std::nullopt;
}

Found find_logs(Session& session, const std::vector<std::string>& paths, Asked asked) {
  const auto walk = evidence::walk(std::vector<std::filesystem::path>(paths.begin(), paths.end()));
  Found found;
  const auto lose = [&](const Message& message) {
    session.note(message);
    found.lost = true;
  };
  for (const auto& skipped : walk.skipped)
    if (!skipped.junk) lose(tell<sentences::left_out>(skipped.name, skipped.why));
  for (const auto& file : walk.files) {
    auto mapped = MappedFile::open(file.path);
    if (!mapped) {
      lose(mapped.error().message);
      continue;
    }
    const auto bytes = mapped->bytes();
    if (read::evtx::looks_like_log(bytes.substr(0, read::sample_bytes)) != 0) {
      found.logs.push_back({file.name, std::move(*mapped)});
      continue;
    }
    const auto* format = asked == Asked::event_logs ? nullptr : read::recognise_file(bytes);
    const auto kind = format == nullptr ? std::nullopt : kind_of(*format);
    if (kind)
      found.exports.push_back({file.name, std::move(*mapped), *kind,
                               analysis::rule_channel_of(format->name()), format});
    else
      lose(asked == Asked::event_logs ? tell<sentences::not_a_log>(file.name)
                                      : tell<sentences::not_for_rules>(file.name));
  }
  return found;
}

std::string damage_json(const Log& log, const Damage& damage, Language language) {
  JsonWriter json;
  json.begin_object().member("type", "unreadable").member("file", log.name);
  json.member("offset", damage.offset).member("bytes", damage.bytes);
  json.member("reason", tell<sentences::reason>(damage.what).in(language));
  json.end_object();
  return json.take();
}

Message damage_message(const Log& log, const Damage& damage) {
  return tell<sentences::damage>(log.name, damage.bytes, damage.offset, damage.what);
}

std::string facts_json(const Log& log, const Facts& facts) {
  const auto header = read::evtx::read_file_header(log.file.bytes());
  JsonWriter json;
  json.begin_object().member("type", "event-log").member("file", log.name);
  json.member("bytes", log.file.bytes().size());
  json.member("header", !header.found ? "missing" : header.checksum ? "good" : "bad");
  json.member("dirty", header.dirty).member("full", header.full);
  json.member("chunks", facts.chunks);
  json.member("missing_chunks", read::evtx::missing_chunks(header, facts.chunks));
  json.member("bad_chunk_checksums", facts.bad_chunk_checksums);
  json.member("bad_record_checksums", facts.bad_record_checksums);
  json.member("records", facts.records).member("recovered", facts.recovered);
  json.member("repeated", facts.repeated).member("remains", facts.remains);
  json.member("unreadable", facts.unreadable).end_object();
  return json.take();
}

void note_facts(Session& session, const Log& log, const Facts& facts, std::uint64_t damages) {
  const auto header = read::evtx::read_file_header(log.file.bytes());
  if (damages > max_damage_told)
    session.note(tell<sentences::damage_rest>(log.name, damages - max_damage_told));
  if (!header.found || !header.checksum) session.note(tell<sentences::bad_header>(log.name));
  if (const auto missing = read::evtx::missing_chunks(header, facts.chunks); missing != 0)
    session.note(tell<sentences::missing>(log.name, missing));
  if (facts.bad_chunk_checksums + facts.bad_record_checksums != 0)
    session.note(tell<sentences::checksums>(log.name, facts.bad_chunk_checksums,
                                            facts.bad_record_checksums, facts.chunks));
  if (facts.remains != 0) session.note(tell<sentences::remains>(log.name, facts.remains));
  session.note(tell<sentences::facts>(log.name, facts.records, facts.recovered));
}

bool is_lacking(const Log& log, const Facts& facts) {
  const auto header = read::evtx::read_file_header(log.file.bytes());
  return facts.unreadable != 0 || read::evtx::missing_chunks(header, facts.chunks) != 0;
}

}  // namespace digue::cli::event_logs
