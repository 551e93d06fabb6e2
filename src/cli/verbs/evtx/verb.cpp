// digue evtx FILE...: Windows event logs to JSON Lines or XML, whole or damaged.
#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cerrno>
#include <cstring>
#include <memory>
#include <thread>

#include "base/json_writer.h"
#include "cli/verbs/evtx/decode.h"
#include "cli/verbs/evtx/sentences.h"
#include "evidence/walk.h"
#include "read/format.h"

namespace digue::cli::verbs {

namespace {

using read::evtx::Damage;
using read::evtx::Facts;

constexpr unsigned max_threads = 64;

struct Options {
  std::vector<std::string> paths;
  bool xml = false;
  unsigned threads = 0;  // 0: as many as there are processors
};

// Records to standard output; what is known of each log beside them.
class Writer final : public Receiver {
 public:
  Writer(Session& session, bool xml) : session_(session), xml_(xml) {
    if (xml_) text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Events>\n");
  }

  void begin(const Log& log) override {
    told_ = 0;
    if (!xml_) return;
    read::evtx::Buffer name;
    read::evtx::write_utf8(name, read::evtx::Escape::xml, log.name);
    text("<Log File=\"" + std::string(name.text()) + "\">\n");
  }

  bool text(std::string_view text) override {
    if (error_ == 0 && std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
      error_ = errno;
    return error_ == 0;
  }

  void damage(const Log& log, const Damage& damage) override {
    if (++told_ > max_damage_told) return;
    if (!as_json())
      return session_.note(
          tell<sentences::evtx_damage>(log.name, damage.bytes, damage.offset, damage.what));
    JsonWriter json;
    json.begin_object().member("type", "unreadable").member("file", log.name);
    json.member("offset", damage.offset).member("bytes", damage.bytes);
    json.member("reason", tell<sentences::evtx_reason>(damage.what).in(session_.language));
    json.end_object();
    line(json.bytes());
  }

  void end(const Log& log, const Facts& facts) override {
    all_ += facts;
    const auto header = read::evtx::read_file_header(log.file.bytes());
    const auto missing = read::evtx::missing_chunks(header, facts.chunks);
    cut_ = cut_ || missing != 0;
    if (xml_) text("</Log>\n");
    if (as_json())
      line(facts_json(log, header, facts));
    else
      note_facts(log, header, facts);
  }

  // Nothing, or why standard output failed.
  int finish() {
    if (xml_) text("</Events>\n");
    if (error_ == 0 && std::fflush(stdout) != 0) error_ = errno;
    return error_;
  }
  bool lost() const { return cut_ || all_.unreadable != 0; }

 private:
  // XML leaves no place for JSON on standard output.
  bool as_json() const { return session_.json && !xml_; }
  void line(std::string_view json) {
    text(json);
    text("\n");
  }

  static std::string facts_json(const Log& log, const read::evtx::FileHeader& header,
                                const Facts& facts) {
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

  void note_facts(const Log& log, const read::evtx::FileHeader& header, const Facts& facts) {
    if (told_ > max_damage_told)
      session_.note(tell<sentences::evtx_damage_rest>(log.name, told_ - max_damage_told));
    if (!header.found || !header.checksum) session_.note(tell<sentences::evtx_header>(log.name));
    if (const auto missing = read::evtx::missing_chunks(header, facts.chunks); missing != 0)
      session_.note(tell<sentences::evtx_missing>(log.name, missing));
    if (facts.bad_chunk_checksums + facts.bad_record_checksums != 0)
      session_.note(tell<sentences::evtx_checksums>(log.name, facts.bad_chunk_checksums,
                                                    facts.bad_record_checksums, facts.chunks));
    if (facts.remains != 0) session_.note(tell<sentences::evtx_remains>(log.name, facts.remains));
    session_.note(tell<sentences::evtx_facts>(log.name, facts.records, facts.recovered));
  }

  Session& session_;
  bool xml_;
  std::uint64_t told_ = 0;
  Facts all_;
  bool cut_ = false;
  int error_ = 0;
};

// The logs among the files that were given; what is named and is none is told.
std::vector<Log> logs_of(Session& session, const Options& options, bool& lost) {
  const auto walk = evidence::walk(
      std::vector<std::filesystem::path>(options.paths.begin(), options.paths.end()));
  std::vector<Log> logs;
  for (const auto& skipped : walk.skipped) {
    if (skipped.junk) continue;
    session.note(tell<sentences::evtx_left_out>(skipped.name, skipped.why));
    lost = true;
  }
  for (const auto& file : walk.files) {
    auto mapped = MappedFile::open(file.path);
    if (!mapped) {
      session.note(mapped.error().message);
      lost = true;
    } else if (read::evtx::looks_like_log(mapped->bytes().substr(0, read::sample_bytes)) == 0) {
      session.note(tell<sentences::evtx_not_a_log>(file.name));
      lost = true;
    } else {
      logs.push_back({file.name, std::move(*mapped)});
    }
  }
  return logs;
}

unsigned threads_of(const Options& options) {
  const unsigned wanted =
      options.threads != 0 ? options.threads : std::thread::hardware_concurrency();
  return std::clamp(wanted, 1U, max_threads);
}

Exit run(Session& session, const Options& options) {
  bool lost = false;
  const auto logs = logs_of(session, options, lost);
  if (logs.empty()) return session.note(tell<sentences::evtx_no_log>()), Exit::unreadable;
  Writer writer(session, options.xml);
  const Ended ended = decode(logs, {options.xml, threads_of(options)}, writer);
  if (const int error = writer.finish(); error != 0)
    return session.note(tell<sentences::evtx_cannot_write>(std::strerror(error))), Exit::failed;
  if (ended == Ended::out_of_memory)
    return session.note(tell<sentences::evtx_out_of_memory>()), Exit::failed;
  if (ended == Ended::not_shut_in)
    return session.note(tell<sentences::evtx_not_shut_in>()), Exit::failed;
  return lost || writer.lost() ? Exit::unreadable : Exit::done;
}

class EvtxVerb final : public Verb {
 public:
  std::string_view name() const override { return "evtx"; }
  const Sentence& summary() const override { return sentences::evtx_summary; }

  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    app.add_option("FILE", options->paths, text(sentences::option_evtx_paths))->required();
    app.add_flag("--xml", options->xml, text(sentences::option_evtx_xml));
    app.add_option("--threads", options->threads, text(sentences::option_evtx_threads))
        ->check(CLI::Range(1U, max_threads));
    return [options](Session& session) { return run(session, *options); };
  }
};

}  // namespace

const Verb& evtx_verb() {
  static const EvtxVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
