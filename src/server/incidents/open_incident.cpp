#include "server/incidents/open_incident.h"

#include <algorithm>

#include "base/hash.h"
#include "incident/json.h"
#include "incident/kinds.h"
#include "server/sentences.h"

namespace digue::server {

Result<std::shared_ptr<OpenIncident>> OpenIncident::open(const std::filesystem::path& path,
                                                         const logbook::Settings& settings,
                                                         HasNews has_news) {
  DIGUE_TRY(auto logbook, logbook::Logbook::open(path, settings));
  return of(std::move(logbook), path, std::move(has_news));
}

Result<std::shared_ptr<OpenIncident>> OpenIncident::of(logbook::Logbook logbook,
                                                       const std::filesystem::path& path,
                                                       HasNews has_news) {
  std::shared_ptr<OpenIncident> open(
      new OpenIncident(std::move(logbook), path, std::move(has_news)));
  DIGUE_CHECK(open->fold_again());
  open->told_ = open->fold_.state().log.size();
  return open;
}

// mutex_ is held alone, as in the next two.
void OpenIncident::keep_root() {
  root_ = to_hex(tree_.root());
  if (shown_.insert_or_assign(root_, next_).second) shown_order_.push_back(root_);
  if (shown_order_.size() <= max_shown_roots) return;
  shown_.erase(shown_order_.front());
  shown_order_.pop_front();
}

// Or nobody else has the incident yet.
Outcome OpenIncident::fold_again() {
  std::vector<logbook::Entry> entries;
  DIGUE_CHECK(logbook_.each(0, [&](const auto& entry) { entries.push_back(entry); }));
  fold_ = incident::LiveFold(incident::fold(id_, entries));
  tree_ = logbook::Tree();
  for (const auto& entry : entries) tree_.add(entry.leaf);
  next_ = entries.empty() ? 0 : entries.back().position + 1;
  keep_root();
  return {};
}

// The same.
Outcome OpenIncident::add(const std::vector<logbook::Entry>& entries) {
  for (const auto& entry : entries) {
    if (!fold_.add(entry)) return fold_again();
    tree_.add(entry.leaf);
    next_ = entry.position + 1;
  }
  keep_root();
  return {};
}

// An entry that gives a role, or that undoes one.
static bool may_change_roles(const logbook::Entry& entry) {
  const auto& kind = entry.header.kind;
  return kind == incident::kinds::role || kind == incident::kinds::withdrawn ||
         entry.header.supersedes;
}

// Nothing is read when the entry `wanted` was taken in meanwhile, with that of another writer.
Outcome OpenIncident::take_in(std::optional<std::uint64_t> wanted) {
  const std::lock_guard one_reads(taking_);
  if (wanted && *wanted < next_) return {};
  std::vector<logbook::Entry> added;
  DIGUE_CHECK(logbook_.each(next_, [&](const auto& entry) { added.push_back(entry); }));
  if (added.empty()) return {};
  const std::unique_lock lock(mutex_);
  DIGUE_CHECK(add(added));
  if (std::any_of(added.begin(), added.end(), may_change_roles)) cut_off_who_may_not_read();
  has_news_();
  return {};
}

Outcome OpenIncident::refresh() {
  return take_in(std::nullopt);
}

void OpenIncident::read(
    const std::function<void(const incident::State&, const std::string&)>& look) {
  const std::shared_lock lock(mutex_);
  look(fold_.state(), root_);
}

// The entry is on disk: should reading it back fail, it is told all the same.
Result<Written> OpenIncident::written(const Result<logbook::Receipt>& receipt) {
  if (!receipt) return fail(receipt.error());
  static_cast<void>(take_in(receipt->position));
  return Written{*receipt, receipt->recorded};
}

Result<Written> OpenIncident::write(const Act& act) {
  const std::lock_guard one_at_a_time(acting_);
  DIGUE_CHECK(refresh());
  const auto receipt = [&] {
    const std::shared_lock lock(mutex_);
    return act(logbook_, fold_.state());
  }();
  return written(receipt);
}

// How many positions a root covers.  One that was shown before the server was started again, or by
// the terminal, is found by building the tree once more.  mutex_ is held.
std::optional<std::uint64_t> OpenIncident::positions_under(const std::string& root) const {
  if (const auto shown = shown_.find(root); shown != shown_.end()) return shown->second;
  std::optional<std::uint64_t> found;
  logbook::Tree tree;
  const auto read = logbook_.each(0, [&](const logbook::Entry& entry) {
    if (found) return;
    tree.add(entry.leaf);
    if (to_hex(tree.root()) == root) found = entry.position + 1;
  });
  return read ? found : std::nullopt;
}

// The same.
std::optional<OpenIncident::Changes> OpenIncident::changes_since(const std::string& root) const {
  const auto seen = positions_under(root);
  Changes changes{seen.has_value(), root_, {}};
  if (!changes.known) return changes;
  const auto& log = fold_.state().log;
  const auto undoes = [&](const incident::LogLine& line) {
    return std::any_of(log.begin(), log.end(),
                       [&](const auto& one) { return one.corrected_by == line.position; });
  };
  for (const auto& line : log) {
    if (line.position < *seen || changes.lines.size() >= max_changes) continue;
    if (line.kind != incident::kinds::note || undoes(line)) changes.lines.push_back(line);
  }
  return changes.lines.empty() ? std::nullopt : std::optional(changes);
}

Result<Written> OpenIncident::write(const Act& act, const std::string& seen_root,
                                    std::optional<Changes>& changes) {
  return write(
      [&](logbook::Logbook& logbook, const incident::State& state) -> Result<logbook::Receipt> {
        if (changes = changes_since(seen_root); changes)
          return fail<sentences::changed_meanwhile>(Error::Kind::refused);
        return act(logbook, state);
      });
}

Result<Written> OpenIncident::append(
    const std::function<Result<logbook::Receipt>(logbook::Logbook&)>& add) {
  return written(add(logbook_));
}

static std::string text_of(const incident::LogLine& line, Language language) {
  return http::event_text({"entry", line.position, incident::log_line_json(line, language)});
}

// Made once for each language that is listened in; mutex_ is held alone.
void OpenIncident::send(const std::function<std::string(Language)>& text) {
  for (const auto language : {Language::french, Language::english}) {
    const auto wants = [&](const Listener& one) { return one.language == language; };
    if (std::none_of(listeners_.begin(), listeners_.end(), wants)) continue;
    const auto frame = http::frame_of(text(language));
    std::erase_if(listeners_,
                  [&](const Listener& one) { return wants(one) && !one.stream->send(frame); });
  }
}

// The same.
void OpenIncident::cut_off_who_may_not_read() {
  std::erase_if(listeners_, [&](const Listener& one) {
    if (one.may_read(fold_.state())) return false;
    one.stream->cut_off();
    return true;
  });
}

// mutex_ is held alone.
void OpenIncident::tell_new_lines() {
  const auto& log = fold_.state().log;
  const auto first = std::exchange(told_, log.size());
  if (first >= log.size()) return;
  send([&](Language language) {
    std::string text;
    for (std::size_t i = first; i < log.size(); ++i) text += text_of(log[i], language);
    return text;
  });
}

void OpenIncident::tell() {
  const std::unique_lock lock(mutex_);
  tell_new_lines();
}

void OpenIncident::tell_all(std::string_view name,
                            const std::function<std::string(Language)>& data) {
  const std::unique_lock lock(mutex_);
  tell_new_lines();
  send([&](Language language) { return http::event_text({name, std::nullopt, data(language)}); });
}

Result<incident::TakenOver> OpenIncident::take(const incident::Analysis& analysis) {
  const std::lock_guard one_at_a_time(acting_);
  auto taken = incident::take_findings(logbook_, analysis);
  static_cast<void>(refresh());
  return taken;
}

void OpenIncident::listen(const std::shared_ptr<http::EventStream>& stream, Language language,
                          std::optional<std::uint64_t> after, MayRead may_read) {
  static_cast<void>(refresh());
  const std::unique_lock lock(mutex_);
  tell_new_lines();
  const auto& log = fold_.state().log;
  if (after) {
    const auto first = std::find_if(log.begin(), log.end(),
                                    [&](const auto& line) { return line.position > *after; });
    const auto missed = static_cast<std::size_t>(log.end() - first);
    if (missed > max_backlog_events) {
      const auto data = "{\"from\":" + std::to_string(first->position) + "}";
      stream->send(http::frame_of(http::event_text({"behind", log.back().position, data})));
    } else {
      std::string text;
      for (auto line = first; line != log.end(); ++line) text += text_of(*line, language);
      if (!text.empty()) stream->send(http::frame_of(std::move(text)));
    }
  }
  listeners_.push_back({stream, language, std::move(may_read)});
}

bool OpenIncident::has_listeners() const {
  const std::shared_lock lock(mutex_);
  return !listeners_.empty();
}

}  // namespace digue::server
