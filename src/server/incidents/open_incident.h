// An incident that the server holds open: its logbook, its fold kept up as entries arrive, and who
// listens to it.
//
// Listeners are told what came by tell(), all of it at once: who writes does not wait for them.
//
// Everything may be called from several threads.  What depends on the state is written by one
// person at a time; lines of the logbook are not held up by it, and share commits
// (logbook/logbook.h).  The same file may be written by another program meanwhile: refresh() takes
// in what it added.
#pragma once
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

#include "incident/fold.h"
#include "incident/take.h"
#include "logbook/logbook.h"
#include "logbook/tree.h"
#include "server/http/event_stream.h"

namespace digue::server {

// To one listener at once; with more to say, it is told to read the log instead.
inline constexpr std::size_t max_backlog_events = 1000;

// Roots that a reader may have seen and come back with; the others are looked for in the logbook.
inline constexpr std::size_t max_shown_roots = 10'000;
// Of what changed, told to who came too late.
inline constexpr std::size_t max_changes = 50;

// An entry that is on disk.
struct Written {
  logbook::Receipt receipt;
  Instant recorded;
};

class OpenIncident {
 public:
  // `has_news`: called, from any thread, when there is something to tell(); must not call back.
  using HasNews = std::function<void()>;
  static Result<std::shared_ptr<OpenIncident>> open(const std::filesystem::path& path,
                                                    const logbook::Settings& settings,
                                                    HasNews has_news);
  // Of a logbook that was just made at `path`.
  static Result<std::shared_ptr<OpenIncident>> of(logbook::Logbook logbook,
                                                  const std::filesystem::path& path,
                                                  HasNews has_news);

  const std::string& id() const { return id_; }
  const std::filesystem::path& path() const { return path_; }
  const logbook::Logbook& logbook() const { return logbook_; }

  // The state as it stands, and the root of the tree over its entries, in hex; `look` must not
  // write.
  void read(const std::function<void(const incident::State&, const std::string& root)>& look);

  using Act = std::function<Result<logbook::Receipt>(logbook::Logbook&, const incident::State&)>;
  // What `act` checks against the state still holds when its entry is written.
  Result<Written> write(const Act& act);
  // What the log has since a root that was shown: nothing when it is the last one, or when lines
  // written by hand alone came after it, which decide nothing.
  struct Changes {
    bool known = true;  // false: no root that this logbook ever had; `lines` says nothing
    std::string root;   // as it is now
    std::vector<incident::LogLine> lines;
  };
  // The same, but nothing is done when somebody else changed something since the writer looked.
  Result<Written> write(const Act& act, const std::string& seen_root,
                        std::optional<Changes>& changes);
  // What needs no state: a line of the logbook.
  Result<Written> append(const std::function<Result<logbook::Receipt>(logbook::Logbook&)>& add);

  // What an analysis found, as entries.
  Result<incident::TakenOver> take(const incident::Analysis& analysis);
  // An event that is no entry; `data` is made once for each language that is listened in.
  void tell_all(std::string_view name, const std::function<std::string(Language)>& data);

  // Takes in what was added to the file.
  Outcome refresh();
  // Sends the listeners the lines that they were not told yet: made once for each language, one
  // frame for all.
  void tell();
  // Sends every line after `after` (else those to come) until the stream is closed, or a change of
  // roles leaves the reader with none: `may_read` is asked then; it must not call back.
  using MayRead = std::function<bool(const incident::State&)>;
  void listen(const std::shared_ptr<http::EventStream>& stream, Language language,
              std::optional<std::uint64_t> after, MayRead may_read);
  bool has_listeners() const;

 private:
  struct Listener {
    std::shared_ptr<http::EventStream> stream;
    Language language;
    MayRead may_read;
  };
  OpenIncident(logbook::Logbook logbook, std::filesystem::path path, HasNews has_news)
      : logbook_(std::move(logbook)),
        path_(std::move(path)),
        id_(logbook_.incident()),
        has_news_(std::move(has_news)),
        fold_(incident::State()) {}
  Outcome fold_again();
  Outcome take_in(std::optional<std::uint64_t> wanted);
  Outcome add(const std::vector<logbook::Entry>& entries);
  Result<Written> written(const Result<logbook::Receipt>& receipt);
  std::optional<std::uint64_t> positions_under(const std::string& root) const;
  std::optional<Changes> changes_since(const std::string& root) const;
  void keep_root();
  void tell_new_lines();
  void cut_off_who_may_not_read();
  void send(const std::function<std::string(Language)>& text);

  logbook::Logbook logbook_;
  std::filesystem::path path_;
  std::string id_;
  HasNews has_news_;

  std::mutex acting_;  // taken before the next two
  std::mutex
      taking_;  // held to read new entries, taken before mutex_: reading may wait for a commit
  // Of what follows.
  mutable std::shared_mutex mutex_;
  incident::LiveFold fold_;
  logbook::Tree tree_;
  std::string root_;
  std::map<std::string, std::uint64_t> shown_;  // roots, and how many positions they cover
  std::deque<std::string> shown_order_;         // the oldest first
  std::uint64_t next_ = 0;  // position of the first entry that is not in the fold; changed with
                            // taking_ held too
  std::size_t told_ = 0;    // lines that listeners have been sent
  std::vector<Listener> listeners_;
};

}  // namespace digue::server
