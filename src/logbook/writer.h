// Turns drafts into signed entries and commits them, one batch at a time.  Not thread-safe: the
// logbook lets one thread in.
#pragma once
#include <optional>
#include <span>
#include <string>

#include "logbook/audit.h"
#include "logbook/logbook.h"
#include "store/connection.h"

namespace digue::logbook {

// One draft that waits to be on disk.
struct Pending {
  const Draft* draft = nullptr;
  const SigningKey* key = nullptr;
  std::optional<Introduction> introduces = std::nullopt;
  const SealedKey* sealed = nullptr;                    // kept together with the introduction
  std::optional<std::uint64_t> redacts = std::nullopt;  // position
  bool done = false;
  std::optional<Result<Receipt>> result = std::nullopt;
};

// Where the tree stands: what the next entry is built on.
struct Edge {
  Tree tree;
  std::optional<Digest> last;
  std::unordered_map<std::string, Digest> last_by_key;
};

class Writer {
 public:
  Writer(store::Connection& connection, std::string incident, Clock& clock,
         const SigningKey& machine)
      : connection_(connection), incident_(std::move(incident)), clock_(clock), machine_(machine) {}

  // Prepares the statements; call once the tables are there.
  Outcome prepare();
  // All on disk and receipts given, or none and the same error to all.
  void commit(std::span<Pending* const> batch);

  Edge& edge() { return edge_; }
  const Edge& edge() const { return edge_; }
  const std::string& head() const { return head_; }
  void set_head(std::string note) { head_ = std::move(note); }

 private:
  struct Prepared;
  Outcome write(std::span<Pending* const> batch, std::vector<Receipt>& receipts);
  Outcome catch_up(Edge& edge);
  Result<Receipt> add(const Pending& pending, Edge& edge);
  Result<Header> header_of(const Pending& pending, const SigningKey& key, const Edge& edge);
  Outcome keep_sealed(const std::string& author, const SealedKey& sealed);
  Outcome take_body_away(std::uint64_t position, std::uint64_t by);
  Result<Digest> leaf_at(std::uint64_t position);

  store::Connection& connection_;
  std::string incident_;
  Clock& clock_;
  const SigningKey& machine_;
  Edge edge_;
  std::string head_;
  std::optional<store::Statement> insert_entry_, insert_body_, set_head_, count_;
};

}  // namespace digue::logbook
