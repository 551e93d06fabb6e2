#include "store/connection.h"

#include <sqlite3.h>
#include <unistd.h>

#include <utility>

#include "store/sentences.h"

namespace digue::store {

static tl::unexpected<Error> storage_error(int code, const std::string& name,
                                           const std::string& detail) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return fail<sentences::disk_full>(Error::Kind::storage, name);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail<sentences::busy>(Error::Kind::storage, name);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return fail<sentences::not_a_database>(Error::Kind::bad_input, name, detail);
    case SQLITE_CANTOPEN:
      return fail<sentences::cannot_open>(Error::Kind::storage, name, detail);
    default:
      return fail<sentences::failed>(Error::Kind::storage, name, detail);
  }
}

static tl::unexpected<Error> last_error(sqlite3* database, const std::string& name) {
  return storage_error(sqlite3_extended_errcode(database), name, sqlite3_errmsg(database));
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::note(int code) {
  if (code != SQLITE_OK && bind_error_ == 0) bind_error_ = code;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  note(sqlite3_bind_int64(statement_.get(), parameter, value));
  return *this;
}

Statement& Statement::bind_text(int parameter, std::string_view value) {
  note(sqlite3_bind_text64(statement_.get(), parameter, value.data(), value.size(), SQLITE_STATIC,
                           SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_bytes(int parameter, std::string_view value) {
  // A null pointer would bind null where zero bytes are meant.
  const char* data = value.empty() ? "" : value.data();
  note(sqlite3_bind_blob64(statement_.get(), parameter, data, value.size(), SQLITE_STATIC));
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  note(sqlite3_bind_null(statement_.get(), parameter));
  return *this;
}

Result<bool> Statement::step() {
  if (bind_error_ != 0)
    return storage_error(bind_error_, name_, sqlite3_errstr(std::exchange(bind_error_, 0)));
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return last_error(sqlite3_db_handle(statement_.get()), name_);
}

Outcome Statement::execute() {
  auto row = step();
  while (row && *row) row = step();
  reset();
  if (!row) return digue::fail(std::move(row).error());
  return {};
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
  const auto* data = sqlite3_column_text(statement_.get(), column);
  if (data == nullptr) return {};
  return {reinterpret_cast<const char*>(data),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::bytes(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  if (data == nullptr) return {};
  return {static_cast<const char*>(data),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Connection::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Result<Connection> Connection::connect(const std::string& address, int flags,
                                       const OpenOptions& options, std::string name) {
  sqlite3* database = nullptr;
  const char* layer = options.file_layer.empty() ? nullptr : options.file_layer.c_str();
  const int code =
      sqlite3_open_v2(address.c_str(), &database, flags | SQLITE_OPEN_EXRESCODE, layer);
  Connection connection(database, std::move(name));
  if (code != SQLITE_OK) return storage_error(code, connection.name_, sqlite3_errstr(code));
  sqlite3_busy_timeout(database, options.busy_timeout_ms);
  DIGUE_CHECK(connection.settle(options.mode));
  return connection;
}

// The file may come from an adversary: nothing in its schema is trusted to run functions, and its
// values have a cap.
Outcome Connection::settle(OpenMode mode) {
  sqlite3_limit(database_.get(), SQLITE_LIMIT_LENGTH, max_value_bytes);
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  DIGUE_CHECK(run("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"));
  // The first read: a file that is no database is found out here.
  DIGUE_CHECK(run("SELECT count(*) FROM sqlite_schema;"));
  if (mode == OpenMode::read_only) return run("PRAGMA query_only = ON;");
  return run(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
      "PRAGMA secure_delete = ON;");
}

// A path as an SQLite address; its own marks ('?', '#', '%') are escaped.
static std::string address_of(const std::filesystem::path& path, std::string_view question) {
  std::string address = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    if (c == '?' || c == '#' || c == '%') {
      static constexpr char digits[] = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      address += {'%', digits[byte >> 4], digits[byte & 15]};
    } else {
      address += c;
    }
  }
  address += question;
  return address;
}

// A file on a read-only medium, closed cleanly: SQLite must be told that nobody can write it.
static bool is_out_of_reach(const std::filesystem::path& path) {
  std::error_code error;
  const auto folder = std::filesystem::absolute(path).parent_path();
  return ::access(folder.c_str(), W_OK) != 0 &&
         !std::filesystem::exists(path.string() + "-wal", error);
}

Result<Connection> Connection::open(const std::filesystem::path& path, const OpenOptions& options) {
  const std::string name = path.string();
  std::error_code error;
  const bool exists = std::filesystem::exists(path, error);
  if (options.mode == OpenMode::create && exists)
    return fail<sentences::already_there>(Error::Kind::refused, name);
  if (options.mode != OpenMode::create && !exists)
    return fail<sentences::no_such_file>(Error::Kind::not_found, name);
  const int access = options.mode == OpenMode::read_only ? SQLITE_OPEN_READONLY
                     : options.mode == OpenMode::existing
                         ? SQLITE_OPEN_READWRITE
                         : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const bool immutable = options.mode == OpenMode::read_only && is_out_of_reach(path);
  return connect(address_of(path, immutable ? "?immutable=1" : ""),
                 access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, options, name);
}

Result<Connection> Connection::in_memory() {
  return connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, OpenOptions{}, ":memory:");
}

Outcome Connection::run(std::string_view sql) {
  const int code =
      sqlite3_exec(database_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return last_error(database_.get(), name_);
  return {};
}

Result<Statement> Connection::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return last_error(database_.get(), name_);
  return Statement(statement, name_);
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(database_.get()) == 0;
}

// IMMEDIATE: the lock is taken now, so that no later write can be refused half-way.
Result<Transaction> Transaction::begin(Connection& connection) {
  DIGUE_CHECK(connection.run("BEGIN IMMEDIATE;"));
  return Transaction(connection);
}

Result<Transaction> Transaction::begin_reading(Connection& connection) {
  DIGUE_CHECK(connection.run("BEGIN;"));
  return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)) {}

Transaction::~Transaction() {
  // SQLite may have rolled back by itself, after a full disk for one.
  if (connection_ != nullptr && connection_->in_transaction())
    static_cast<void>(connection_->run("ROLLBACK;"));
}

Outcome Transaction::commit() {
  DIGUE_CHECK(connection_->run("COMMIT;"));
  connection_ = nullptr;
  return {};
}

}  // namespace digue::store
