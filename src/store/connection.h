// A thin layer over the database's own C interface: a connection, a statement, a transaction.
//
// Values are 64-bit integers, texts (UTF-8), bytes and null; nothing narrower, so no number is cut
// in silence.  SQL comes from reviewed files and stays portable: `?` parameters, RETURNING,
// ON CONFLICT.  SQLite now: write-ahead log, synchronous=FULL (a commit that returned is on disk),
// foreign keys enforced, deleted content overwritten.
//
// A Connection and its Statements belong to one thread at a time.  Errors: Error::Kind::storage,
// but for a file that is no database (bad_input) and a missing one (not_found).
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace digue::store {

// The longest value and the longest SQL text that we accept from a file that others wrote.
inline constexpr int max_value_bytes = 64 << 20;

class Statement {
 public:
  // Parameters count from 1.  Views must live until the statement is reset or executed.
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind_text(int parameter, std::string_view value);
  Statement& bind_bytes(int parameter, std::string_view value);
  Statement& bind_null(int parameter);

  // True when a row is there to read.
  Result<bool> step();
  // Runs to the end and is ready to be bound again.
  Outcome execute();
  void reset();

  // Columns count from 0.  A view is valid until the next step() or reset().
  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;
  std::string_view bytes(int column) const;

 private:
  friend class Connection;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3_stmt* statement, std::string name)
      : statement_(statement), name_(std::move(name)) {}
  void note(int code);

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string name_;    // of the file, for messages
  int bind_error_ = 0;  // the first bind that failed, said by step()
};

enum class OpenMode : std::uint8_t {
  create,     // must not exist yet
  existing,   // must exist; read and written
  read_only,  // must exist; never changed, not even by recovery
};

struct OpenOptions {
  OpenMode mode = OpenMode::existing;
  std::string file_layer =
      {};  // name of an SQLite VFS; empty for the system's own (tests give theirs)
  int busy_timeout_ms = 5000;
};

class Connection {
 public:
  static Result<Connection> open(const std::filesystem::path& path, const OpenOptions& options);
  // Tables that live in memory only.
  static Result<Connection> in_memory();

  // One statement or several; no parameters.
  Outcome run(std::string_view sql);
  Result<Statement> prepare(std::string_view sql);
  const std::string& name() const { return name_; }

 private:
  friend class Transaction;
  struct Close {
    void operator()(sqlite3* database) const;
  };
  Connection(sqlite3* database, std::string name) : database_(database), name_(std::move(name)) {}
  static Result<Connection> connect(const std::string& address, int flags,
                                    const OpenOptions& options, std::string name);
  Outcome settle(OpenMode mode);
  bool in_transaction() const;

  std::unique_ptr<sqlite3, Close> database_;
  std::string name_;
};

// Writes that happen together or not at all; undone unless commit() returned a success.
class Transaction {
 public:
  static Result<Transaction> begin(Connection& connection);
  // For reading only: until it ends, several statements see the file of one moment, whatever
  // another program adds meanwhile.
  static Result<Transaction> begin_reading(Connection& connection);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Outcome commit();

 private:
  explicit Transaction(Connection& connection) : connection_(&connection) {}
  Connection* connection_;
};

}  // namespace digue::store
