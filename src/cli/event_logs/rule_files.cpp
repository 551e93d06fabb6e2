#include "cli/event_logs/rule_files.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include "base/json_writer.h"
#include "cli/casework/page.h"
#include "cli/event_logs/sentences.h"
#include "detect/sigma/left_out.h"
#include "detect/sigma/own_rules.h"
#include "evidence/walk.h"

namespace digue::cli::event_logs {

namespace {

using detect::sigma::Loaded;
using detect::sigma::Refusal;

constexpr std::size_t reasons_shown = 12;
constexpr std::size_t refusals_shown = 20;

bool is_among(const std::vector<std::string>& named, std::string_view name) {
  return std::find(named.begin(), named.end(), name) != named.end();
}

bool is_rule_file(const std::filesystem::path& path) {
  return path.extension() == ".yml" || path.extension() == ".yaml";
}

// Files to a loader in their order, read as YAML on every processor, so many at a time.
class RuleReader {
 public:
  explicit RuleReader(detect::sigma::Loader& loader)
      : loader_(loader), threads_(std::max(1U, std::thread::hardware_concurrency())) {}

  void add(std::string bytes, const std::string& name) {
    waiting_.push_back({std::move(bytes), name, {}});
    if (waiting_.size() == files_at_once) flush();
  }
  void flush() {
    {
      std::vector<std::jthread> helpers;
      for (unsigned i = 1; i < threads_ && i < waiting_.size(); ++i)
        helpers.emplace_back([this] { work(); });
      work();
    }
    for (auto& file : waiting_) loader_.add(std::move(file.content));
    waiting_.clear();
    next_ = 0;
  }

 private:
  static constexpr std::size_t files_at_once = 512;
  struct File {
    std::string bytes, name;
    detect::sigma::FileContent content;
  };
  void work() {
    for (auto at = next_++; at < waiting_.size(); at = next_++) {
      File& file = waiting_[at];
      file.content = detect::sigma::read_file(file.bytes, file.name);
    }
  }

  detect::sigma::Loader& loader_;
  unsigned threads_;
  std::vector<File> waiting_;
  std::atomic<std::size_t> next_ = 0;
};

class RulesPage : casework::Page {
 public:
  RulesPage(Session& session, const Loaded& loaded)
      : Page(session), session_(session), loaded_(loaded) {}

  void show() {
    part(tell<sentences::heading_rules>());
    paragraph(tell<sentences::rules_asked>(loaded_.rules.rules().size()));
    if (const auto correlations = loaded_.rules.correlations().size(); correlations != 0)
      paragraph(tell<sentences::correlations_asked>(correlations));
    if (const auto filters = loaded_.filters.size(); filters != 0)
      paragraph(tell<sentences::filters_used>(filters));
    left_out();
    refused();
  }

 private:
  // Counted by reason, the most frequent first.
  void left_out() {
    if (loaded_.left_out.empty()) return;
    const auto reasons = detect::sigma::reasons_of(loaded_.left_out);
    paragraph(tell<sentences::rules_left_out_count>(loaded_.left_out.size()));
    std::size_t rest = 0;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
      if (i < reasons_shown)
        session_.print(wrapped(
            std::to_string(reasons[i].rules) + "  " + reasons[i].why.in(session_.language), 2, 4));
      else
        rest += reasons[i].rules;
    }
    if (rest != 0) paragraph(tell<sentences::and_more>(rest), 2);
  }

  void refused() {
    if (loaded_.refusals.empty()) return;
    paragraph(tell<sentences::rules_not_loaded>(loaded_.refusals.size()));
    for (std::size_t i = 0; i < std::min(refusals_shown, loaded_.refusals.size()); ++i) {
      const Refusal& refusal = loaded_.refusals[i];
      paragraph(tell<sentences::refusal>(refusal.file, refusal.line, refusal.why), 2);
    }
    if (loaded_.refusals.size() > refusals_shown)
      paragraph(tell<sentences::and_more>(loaded_.refusals.size() - refusals_shown), 2);
  }

  Session& session_;
  const Loaded& loaded_;
};

void write_rule(std::string& lines, std::string_view status, const std::string& file, int line,
                const std::string& id, const std::string& title, const std::string& reason) {
  JsonWriter json;
  json.begin_object().member("type", "sigma-rule").member("file", file).member("line", line);
  json.member("id", id).member("title", title).member("status", status);
  json.member("reason", reason).end_object();
  lines += json.bytes();
  lines += '\n';
}

}  // namespace

Rules load_rules(Session& session, const std::vector<std::string>& named, bool own,
                 detect::sigma::Choice choice) {
  detect::sigma::Loader loader(std::move(choice));
  if (own || is_among(named, own_word)) detect::sigma::add_own_rules(loader);
  std::vector<std::filesystem::path> paths(named.begin(), named.end());
  std::erase(paths, std::filesystem::path(own_word));
  const auto walk = evidence::walk(paths);
  RuleReader reader(loader);
  bool lost = false;
  const auto lose = [&](const Message& message) {
    session.note(message);
    lost = true;
  };
  for (const auto& skipped : walk.skipped)
    if (!skipped.junk) lose(tell<sentences::left_out>(skipped.name, skipped.why));
  for (const auto& file : walk.files) {
    // A file that the person named is read whatever it is called.
    if (!is_rule_file(file.path) && !is_among(named, file.path.string())) continue;
    if (auto bytes = session.files.read(file.path))
      reader.add(std::move(*bytes), file.name);
    else
      lose(bytes.error().message);
  }
  reader.flush();
  return {loader.finish(), lost};
}

void show_rules(Session& session, const Loaded& loaded) {
  RulesPage(session, loaded).show();
}

std::string rules_json(const Loaded& loaded, Language language) {
  std::string lines;
  for (const auto& rule : loaded.left_out)
    write_rule(lines, "skipped", rule.file, rule.line, rule.id, rule.title, rule.why.in(language));
  for (const auto& rule : loaded.refusals)
    write_rule(lines, "not-loaded", rule.file, rule.line, "", rule.title, rule.why.in(language));
  return lines;
}

}  // namespace digue::cli::event_logs
