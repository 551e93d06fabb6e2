// digue evtx FILE...: Windows event logs to JSON Lines or XML, whole or damaged.
#include "cli/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cerrno>
#include <memory>
#include <optional>
#include <set>

#include "base/json_writer.h"
#include "cli/event_logs/decode.h"
#include "cli/event_logs/ending.h"
#include "cli/event_logs/sentences.h"
#include "cli/verbs/evtx/sentences.h"

namespace digue::cli::verbs {

namespace {

using event_logs::Ended;
using event_logs::Log;
using read::evtx::Damage;
using read::evtx::Facts;
using read::evtx::Record;

struct Options {
  std::vector<std::string> paths, only;
  bool xml = false;
  unsigned threads = 0;  // 0: as many as there are processors
};

std::string json_string(std::string_view text) {
  JsonWriter json;
  return json.text(text).take();
}

// The members that were named.
class Named final : public read::evtx::Selection {
 public:
  explicit Named(const std::vector<std::string>& names) : names_(names.begin(), names.end()) {}
  std::uint32_t number(read::evtx::Section, std::string_view name) override {
    return names_.contains(name) ? 0 : unwanted;
  }

 private:
  std::set<std::string, std::less<>> names_;
};

// One piece, rendered.
class Rendered final : public event_logs::Work {
 public:
  explicit Rendered(const Options& options) : xml_(options.xml) {
    if (!options.only.empty()) only_.emplace(options.only);
  }

  void begin(const Log& log, std::size_t) override {
    out.clear();
    if (log_ == &log) return;
    log_ = &log;
    prefix_ = "{\"type\":\"record\",\"file\":" + json_string(log.name) + ",\"record_id\":";
  }

  const char* record(Record& record) override { return xml_ ? as_xml(record) : as_json(record); }

  read::evtx::Buffer out;

 private:
  const char* as_json(Record& record) {
    const std::size_t begin = out.size();
    out.add(prefix_);
    numbers_.number(record.id());
    if (record.recovered()) {
      out.add(",\"recovered\":true,\"offset\":");
      numbers_.number(record.offset());
    }
    const char* why = only_ ? record.json(out, *only_) : record.json(out);
    if (why != nullptr)
      out.shrink_to(begin);
    else
      out.add('\n');
    return why;
  }

  const char* as_xml(Record& record) {
    const std::size_t begin = out.size();
    if (record.recovered()) {
      out.add("<Recovered Offset=\"");
      numbers_.number(record.offset());
      out.add("\">");
    }
    const char* why = record.xml(out);
    if (why != nullptr) return out.shrink_to(begin), why;
    out.add(record.recovered() ? "</Recovered>\n" : "\n");
    return nullptr;
  }

  bool xml_;
  std::optional<Named> only_;
  const Log* log_ = nullptr;
  std::string prefix_;
  read::evtx::ValueWriter numbers_{out};
};

// Records to standard output; what is known of each log beside them.
class Writer final : public event_logs::Receiver {
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

  bool piece(const Log&, event_logs::Work& work) override {
    return text(static_cast<Rendered&>(work).out.text());
  }

  void damage(const Log& log, const Damage& damage) override {
    if (++told_ > event_logs::max_damage_told) return;
    if (as_json())
      line(event_logs::damage_json(log, damage, session_.language));
    else
      session_.note(event_logs::damage_message(log, damage));
  }

  void end(const Log& log, const Facts& facts) override {
    lost_ = lost_ || event_logs::is_lacking(log, facts);
    if (xml_) text("</Log>\n");
    if (as_json())
      line(event_logs::facts_json(log, facts));
    else
      event_logs::note_facts(session_, log, facts, told_);
  }

  // 0, or why standard output failed.
  int finish() {
    if (xml_) text("</Events>\n");
    if (error_ == 0 && std::fflush(stdout) != 0) error_ = errno;
    return error_;
  }
  bool lost() const { return lost_; }

 private:
  // XML leaves no place for JSON on standard output.
  bool as_json() const { return session_.json && !xml_; }
  void line(std::string_view json) {
    text(json);
    text("\n");
  }
  bool text(std::string_view text) {
    if (error_ == 0 && std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
      error_ = errno;
    return error_ == 0;
  }

  Session& session_;
  bool xml_;
  std::uint64_t told_ = 0;
  bool lost_ = false;
  int error_ = 0;
};

Exit run(Session& session, const Options& options) {
  const auto found = event_logs::find_logs(session, options.paths);
  if (found.logs.empty())
    return session.note(tell<event_logs::sentences::no_log>()), Exit::unreadable;
  Writer writer(session, options.xml);
  const Ended ended = decode(
      found.logs, event_logs::threads_for(options.threads),
      [&] { return std::make_unique<Rendered>(options); }, writer);
  const int error = writer.finish();
  return exit_of(session, ended, error, found.lost || writer.lost());
}

class EvtxVerb final : public Verb {
 public:
  std::string_view name() const override { return "evtx"; }
  const Sentence& summary() const override { return sentences::evtx_summary; }

  Run declare(CLI::App& app, Language language) const override {
    const auto options = std::make_shared<Options>();
    const auto text = [&](const Sentence& sentence) { return std::string(sentence.in(language)); };
    app.add_option("FILE", options->paths, text(sentences::option_evtx_paths))->required();
    auto* const xml = app.add_flag("--xml", options->xml, text(sentences::option_evtx_xml));
    app.add_option("--only", options->only, text(sentences::option_evtx_only))
        ->excludes(xml)
        ->allow_extra_args(false);
    app.add_option("--threads", options->threads, text(event_logs::sentences::option_threads))
        ->check(CLI::Range(1U, event_logs::max_threads));
    return [options](Session& session) { return run(session, *options); };
  }
};

}  // namespace

const Verb& evtx_verb() {
  static const EvtxVerb verb;
  return verb;
}

}  // namespace digue::cli::verbs
