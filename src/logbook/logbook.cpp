#include "logbook/logbook.h"

#include <fcntl.h>
#include <unistd.h>

#include <condition_variable>
#include <cstdlib>
#include <mutex>

#include "logbook/audit.h"
#include "logbook/checkpoint.h"
#include "logbook/rows.h"
#include "logbook/sentences.h"
#include "logbook/sql_text.h"
#include "logbook/witness.h"
#include "logbook/writer.h"
#include "store/in_use.h"
#include "store/migration.h"

namespace digue::logbook {

static constexpr store::Migration migrations[] = {{1, sql::schema_1}};

std::filesystem::path default_state_folder() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::filesystem::path(value == nullptr ? "" : value);
  };
  if (const auto own = variable("DIGUE_STATE"); !own.empty()) return own;
  if (const auto state = variable("XDG_STATE_HOME"); !state.empty()) return state / "digue";
  return variable("HOME") / ".local" / "state" / "digue";
}

static std::string host_name() {
  char name[256] = {};
  return ::gethostname(name, sizeof name - 1) == 0 && name[0] != '\0' ? name : "machine";
}

struct Logbook::State {
  State(store::Connection opened, SigningKey machine_key, std::string incident_name,
        const Settings& given)
      : settings(given),
        connection(std::move(opened)),
        machine(std::move(machine_key)),
        incident(std::move(incident_name)),
        witness(settings.state_folder, incident),
        writer(connection, incident, *settings.clock, machine) {}

  Result<Receipt> submit(Pending& pending);
  void submit_all(std::span<Pending> pending);
  Outcome look();
  void compare_with_witness(const std::string& kept, const Audit& audit);
  Outcome introduce_machine();

  Settings settings;
  mutable store::Connection connection;
  SigningKey machine;
  std::string incident;
  Witness witness;
  Writer writer;
  Opening opening;

  // Held for the queue and for reading; a leader writes with `leading` set and the lock free, so
  // that the next batch gathers meanwhile.
  mutable std::mutex mutex;
  mutable std::condition_variable changed;
  std::vector<Pending*> queue;
  mutable bool leading = false;

  // Waits until the connection is nobody's, and takes it for as long as it lives.
  class Turn {
   public:
    explicit Turn(const State& state) : state_(state), lock_(state.mutex) {
      state_.changed.wait(lock_, [&] { return !state_.leading; });
    }

   private:
    const State& state_;
    std::unique_lock<std::mutex> lock_;
  };
};

Logbook::Logbook(std::unique_ptr<State> state) : state_(std::move(state)) {}
Logbook::Logbook(Logbook&&) noexcept = default;
Logbook& Logbook::operator=(Logbook&&) noexcept = default;
Logbook::~Logbook() = default;

const std::string& Logbook::incident() const {
  return state_->incident;
}
const Opening& Logbook::opening() const {
  return state_->opening;
}

// The name of a new file must survive a power cut as its content does.
static void sync_folder_of(const std::filesystem::path& path) {
  const auto folder = std::filesystem::absolute(path).parent_path();
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

static Outcome make_tables(store::Connection& connection, std::string_view incident) {
  DIGUE_CHECK(store::migrate(connection, migrations));
  DIGUE_TRY(auto insert, connection.prepare(sql::insert_logbook));
  return insert.bind_text(1, incident).execute();
}

Result<Logbook> Logbook::create(const std::filesystem::path& path, std::string_view incident,
                                const Settings& settings) {
  DIGUE_TRY(auto machine, machine_key(settings.state_folder));
  DIGUE_TRY(auto connection, store::Connection::open(path, {.mode = store::OpenMode::create,
                                                            .file_layer = settings.file_layer}));
  DIGUE_CHECK(make_tables(connection, incident));
  sync_folder_of(path);
  auto state = std::make_unique<State>(std::move(connection), std::move(machine),
                                       std::string(incident), settings);
  DIGUE_CHECK(state->writer.prepare());
  DIGUE_CHECK(state->introduce_machine());
  return Logbook(std::move(state));
}

// A sealed copy, a read-only medium: it can be read as it is.
static bool is_writable(const std::filesystem::path& path) {
  const auto folder = std::filesystem::absolute(path).parent_path();
  return ::access(path.c_str(), W_OK) == 0 && ::access(folder.c_str(), W_OK) == 0;
}

static bool was_closed_abruptly(const std::filesystem::path& path) {
  std::error_code error;
  const auto journal = std::filesystem::file_size(path.string() + "-wal", error);
  return !error && journal > 0 && !store::is_open(path);
}

Result<Logbook> Logbook::open(const std::filesystem::path& path, const Settings& settings) {
  DIGUE_TRY(auto machine, machine_key(settings.state_folder));
  std::error_code error;
  const bool read_only = std::filesystem::exists(path, error) && !is_writable(path);
  const bool abrupt = was_closed_abruptly(path);
  DIGUE_TRY(auto connection,
            store::Connection::open(
                path, {.mode = read_only ? store::OpenMode::read_only : store::OpenMode::existing,
                       .file_layer = settings.file_layer}));
  DIGUE_TRY(std::string incident, read_incident(connection));
  auto state = std::make_unique<State>(std::move(connection), std::move(machine),
                                       std::move(incident), settings);
  state->opening.read_only = read_only;
  state->opening.closed_abruptly = abrupt;
  DIGUE_CHECK(state->writer.prepare());
  DIGUE_CHECK(state->look());
  return Logbook(std::move(state));
}

// A machine that meets the logbook for the first time brings its key in, before it signs anything.
Outcome Logbook::State::introduce_machine() {
  const Draft draft{.kind = std::string(key_kind),
                    .author = settings.machine_name.empty() ? host_name() : settings.machine_name};
  Pending pending{.draft = &draft, .introduces = Introduction{machine.public_key(), true}};
  DIGUE_TRY(const Receipt receipt, submit(pending));
  static_cast<void>(receipt);
  return {};
}

void Logbook::State::compare_with_witness(const std::string& kept, const Audit& audit) {
  if (kept.empty()) return;
  const auto note = read_checkpoint(kept);
  if (!note) {
    opening.notices.push_back(tell<sentences::witness_broken>(witness.path().string()));
    return;
  }
  const auto& checkpoint = note->checkpoint;
  const auto leaves = std::span(audit.leaves());
  if (checkpoint.size > leaves.size())
    opening.problems.push_back(tell<sentences::went_back>(checkpoint.size, leaves.size()));
  else if (root_of(leaves.first(checkpoint.size)) != checkpoint.root)
    opening.problems.push_back(tell<sentences::other_history>(checkpoint.size));
}

// The rows and the head of one moment.
static Result<std::string> read_all(store::Connection& connection, Audit& audit) {
  DIGUE_TRY(const auto reading, store::Transaction::begin_reading(connection));
  DIGUE_CHECK(each_row(connection, 0, [&](const Row& row) { audit.add(row); }));
  return read_head(connection);
}

// Chains, tree, contents and the head are checked at each opening; signatures by verify().  The
// witness is read first: another program may be adding entries, and notes each after its commit.
Outcome Logbook::State::look() {
  const std::string kept = witness.last();
  Audit audit(incident, false);
  DIGUE_TRY(const std::string head, read_all(connection, audit));
  // Tables that another hand changed are read, never written: nobody knows what a write would do.
  if (auto tables = store::check_tables(connection, migrations); !tables) {
    opening.read_only = true;
    opening.problems.push_back(tables.error().message);
  }
  const Verdict verdict = audit.finish(head, {});
  opening.entries = verdict.entries;
  // Stopped between making the file and its first entry: nothing was said yet, nothing is lost.
  const bool unborn = verdict.entries == 0 && head.empty();
  if (!unborn)
    for (const auto& problem : verdict.problems) opening.problems.push_back(problem.message);
  compare_with_witness(kept, audit);
  if (opening.closed_abruptly && opening.problems.empty())
    opening.notices.push_back(tell<sentences::closed_abruptly>(opening.entries));
  auto& edge = writer.edge();
  for (const auto& leaf : audit.leaves()) edge.tree.add(leaf);
  if (!audit.leaves().empty()) edge.last = audit.leaves().back();
  edge.last_by_key = audit.last_by_key();
  writer.set_head(head);
  const bool can_write =
      !opening.read_only && (opening.problems.empty() || settings.despite_damage);
  if (can_write && !audit.keys().contains(machine.id())) return introduce_machine();
  return {};
}

// The first thread that finds nobody writing leads: it commits what is queued, its own entry among
// it, while the others wait and the next batch gathers.
void Logbook::State::submit_all(std::span<Pending> pending) {
  if (pending.empty()) return;
  std::unique_lock lock(mutex);
  for (auto& one : pending) queue.push_back(&one);
  while (!pending.back().done) {
    if (leading) {
      changed.wait(lock);
      continue;
    }
    leading = true;
    const std::vector<Pending*> batch = std::exchange(queue, {});
    lock.unlock();
    writer.commit(batch);
    witness.keep(writer.head());
    lock.lock();
    leading = false;
    for (Pending* one : batch) one->done = true;
    changed.notify_all();
  }
}

Result<Receipt> Logbook::State::submit(Pending& pending) {
  submit_all(std::span(&pending, 1));
  return std::move(*pending.result);
}

static Outcome check_draft(const Draft& draft) {
  if (draft.kind.empty() || draft.author.empty())
    return fail<sentences::entry_incomplete>(Error::Kind::bad_input);
  if (draft.body.size() > max_body_bytes)
    return fail<sentences::entry_too_big>(Error::Kind::bad_input, max_body_bytes);
  return {};
}

static Outcome check_opening(const Opening& opening, const Settings& settings) {
  const bool damaged = !opening.problems.empty();
  if (damaged && (opening.read_only || !settings.despite_damage))
    return fail<sentences::damaged>(Error::Kind::refused, opening.problems.front());
  if (opening.read_only) return fail<sentences::cannot_be_written>(Error::Kind::refused);
  return {};
}

Result<Receipt> Logbook::append(const Draft& draft, const SigningKey* key) {
  DIGUE_CHECK(check_draft(draft));
  DIGUE_CHECK(check_opening(opening(), state_->settings));
  Pending pending{.draft = &draft, .key = key};
  return state_->submit(pending);
}

Result<std::vector<Receipt>> Logbook::append_all(std::span<const Draft> drafts,
                                                 const SigningKey* key) {
  DIGUE_CHECK(check_opening(opening(), state_->settings));
  std::vector<Pending> pending;
  for (const auto& draft : drafts) {
    DIGUE_CHECK(check_draft(draft));
    pending.push_back({.draft = &draft, .key = key});
  }
  state_->submit_all(pending);
  std::vector<Receipt> receipts;
  for (auto& one : pending) {
    DIGUE_TRY(const Receipt receipt, std::move(*one.result));
    receipts.push_back(receipt);
  }
  return receipts;
}

Result<Receipt> Logbook::redact(std::uint64_t position, const Draft& draft, const SigningKey* key) {
  DIGUE_CHECK(check_draft(draft));
  DIGUE_CHECK(check_opening(opening(), state_->settings));
  DIGUE_CHECK(at(position));
  Pending pending{.draft = &draft, .key = key, .redacts = position};
  return state_->submit(pending);
}

Result<SigningKey> Logbook::make_key(std::string_view author, std::string_view password) {
  DIGUE_CHECK(check_opening(opening(), state_->settings));
  SigningKey key = SigningKey::make();
  DIGUE_TRY(const SealedKey sealed, seal(key, password, state_->settings.seal_cost));
  const Draft draft{.kind = std::string(key_kind), .author = std::string(author)};
  DIGUE_CHECK(check_draft(draft));
  Pending pending{.draft = &draft,
                  .key = &key,
                  .introduces = Introduction{key.public_key(), false},
                  .sealed = &sealed};
  DIGUE_CHECK(state_->submit(pending));
  return key;
}

static Result<SealedKey> sealed_key(store::Connection& connection, std::string_view author) {
  DIGUE_TRY(auto query, connection.prepare(sql::select_sealed_key));
  DIGUE_TRY(const bool found, query.bind_text(1, author).step());
  if (!found) return fail<sentences::no_such_key>(Error::Kind::not_found, author);
  return SealedKey{std::string(query.bytes(0)), query.integer(1), query.integer(2),
                   std::string(query.bytes(3)), std::string(query.bytes(4))};
}

bool Logbook::has_key(std::string_view author) const {
  const State::Turn turn(*state_);
  return sealed_key(state_->connection, author).has_value();
}

Result<SigningKey> Logbook::unlock(std::string_view author, std::string_view password) const {
  const auto sealed = [&] {
    const State::Turn turn(*state_);
    return sealed_key(state_->connection, author);
  }();
  if (!sealed) return digue::fail(sealed.error());
  return unseal(*sealed, password);
}

std::uint64_t Logbook::size() const {
  const State::Turn turn(*state_);
  return state_->writer.edge().tree.size();
}

std::string Logbook::checkpoint() const {
  const State::Turn turn(*state_);
  return state_->writer.head();
}

std::string Logbook::verifier() const {
  return verifier_key(origin_of(state_->incident), state_->machine.public_key());
}

static Outcome each_entry(store::Connection& connection, std::uint64_t from,
                          const std::function<void(const Entry&)>& visit) {
  HeaderReader reader;
  return each_row(connection, from, [&](const Row& row) {
    auto header = reader.read(row.header);
    if (!header) return;
    Entry entry{row.position, leaf_hash(row.header, row.signature), std::move(*header), {}};
    if (row.has_body) entry.body = row.body;
    visit(entry);
  });
}

// Headers that can't be read are left to verify(): here they are passed over.
Outcome Logbook::each(std::uint64_t from, const std::function<void(const Entry&)>& visit) const {
  const State::Turn turn(*state_);
  return each_entry(state_->connection, from, visit);
}

Result<ForeignLogbook> read_foreign(const std::filesystem::path& path) {
  DIGUE_TRY(auto connection, store::Connection::open(path, {.mode = store::OpenMode::read_only}));
  ForeignLogbook foreign;
  DIGUE_TRY(foreign.verdict, verify(connection, {}));
  if (!foreign.verdict.intact()) return foreign;
  DIGUE_TRY(foreign.checkpoint, read_head(connection));
  DIGUE_CHECK(each_entry(connection, 0, [&](const Entry& entry) {
    if (entry.position < foreign.verdict.entries) foreign.entries.push_back(entry);
  }));
  return foreign;
}

Result<Entry> Logbook::at(std::uint64_t position) const {
  std::optional<Entry> found;
  DIGUE_CHECK(each(position, [&](const Entry& entry) {
    if (!found && entry.position == position) found = entry;
  }));
  if (!found) return fail<sentences::no_such_entry>(Error::Kind::not_found, position);
  return std::move(*found);
}

}  // namespace digue::logbook
