#include "logbook/writer.h"

#include "logbook/checkpoint.h"
#include "logbook/rows.h"
#include "logbook/sentences.h"
#include "logbook/sql_text.h"

namespace digue::logbook {

Outcome Writer::prepare() {
  DIGUE_TRY(insert_entry_, connection_.prepare(sql::insert_entry));
  DIGUE_TRY(insert_body_, connection_.prepare(sql::insert_body));
  DIGUE_TRY(set_head_, connection_.prepare(sql::set_head));
  DIGUE_TRY(count_, connection_.prepare(sql::count_entries));
  return {};
}

void Writer::commit(std::span<Pending* const> batch) {
  std::vector<Receipt> receipts;
  const auto written = write(batch, receipts);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (written)
      batch[i]->result = receipts[i];
    else
      batch[i]->result = digue::fail(written.error());
  }
}

// The edge moves only once the commit has returned: a full disk leaves the logbook as it was.
Outcome Writer::write(std::span<Pending* const> batch, std::vector<Receipt>& receipts) {
  DIGUE_TRY(auto transaction, store::Transaction::begin(connection_));
  Edge edge = edge_;
  DIGUE_CHECK(catch_up(edge));
  bool redacted = false;
  for (const Pending* pending : batch) {
    DIGUE_TRY(const Receipt receipt, add(*pending, edge));
    receipts.push_back(receipt);
    redacted = redacted || pending->redacts;
  }
  std::string note =
      sign_checkpoint({origin_of(incident_), edge.tree.size(), edge.tree.root()}, machine_);
  DIGUE_CHECK(set_head_->bind_text(1, note).execute());
  DIGUE_CHECK(transaction.commit());
  edge_ = std::move(edge);
  head_ = std::move(note);
  // What was redacted must not linger in the write-ahead log.
  if (redacted) static_cast<void>(connection_.run("PRAGMA wal_checkpoint(TRUNCATE);"));
  return {};
}

// Another program may have added entries since.
Outcome Writer::catch_up(Edge& edge) {
  DIGUE_TRY(const bool found, count_->step());
  const auto count = found ? static_cast<std::uint64_t>(count_->integer(0)) : 0;
  count_->reset();
  if (count == edge.tree.size()) return {};
  if (count < edge.tree.size())
    return fail<sentences::went_back>(Error::Kind::refused, edge.tree.size(), count);
  HeaderReader reader;
  return each_row(connection_, edge.tree.size(), [&](const Row& row) {
    const Digest leaf = leaf_hash(row.header, row.signature);
    if (const auto header = reader.read(row.header)) edge.last_by_key[header->key] = leaf;
    edge.tree.add(leaf);
    edge.last = leaf;
  });
}

Result<Header> Writer::header_of(const Pending& pending, const SigningKey& key, const Edge& edge) {
  const Draft& draft = *pending.draft;
  Header header;
  header.incident = incident_;
  header.kind = draft.kind;
  header.author = draft.author;
  header.key = key.id();
  if (const auto own = edge.last_by_key.find(key.id()); own != edge.last_by_key.end())
    header.previous = own->second;
  header.after_size = edge.tree.size();
  header.after = edge.last;
  header.recorded = clock_.now();
  header.occurred = draft.occurred.value_or(Moment{header.recorded, 0, Precision::second});
  header.supersedes = draft.supersedes;
  header.introduces = pending.introduces;
  header.references = draft.references;
  if (pending.redacts) {
    DIGUE_TRY(header.redacts, leaf_at(*pending.redacts));
  }
  return header;
}

Result<Receipt> Writer::add(const Pending& pending, Edge& edge) {
  const SigningKey& key = pending.key != nullptr ? *pending.key : machine_;
  DIGUE_TRY(Header header, header_of(pending, key, edge));
  const std::string salt = random_bytes(salt_bytes);
  header.body = body_hash(salt, pending.draft->body);
  const std::string bytes = header_bytes(header);
  if (bytes.size() > max_header_bytes)
    return fail<sentences::entry_too_big>(Error::Kind::bad_input, max_header_bytes);
  const Signature signature = key.sign(signed_bytes(bytes));
  const Receipt receipt{edge.tree.size(), leaf_hash(bytes, as_text(signature)), header.recorded};
  const auto position = static_cast<std::int64_t>(receipt.position);
  DIGUE_CHECK(insert_entry_->bind(1, position)
                  .bind_bytes(2, bytes)
                  .bind_bytes(3, as_text(signature))
                  .execute());
  DIGUE_CHECK(insert_body_->bind(1, position)
                  .bind_bytes(2, salt)
                  .bind_bytes(3, pending.draft->body)
                  .execute());
  if (pending.sealed != nullptr) DIGUE_CHECK(keep_sealed(header.author, *pending.sealed));
  if (pending.redacts) DIGUE_CHECK(take_body_away(*pending.redacts, receipt.position));
  edge.tree.add(receipt.leaf);
  edge.last = receipt.leaf;
  edge.last_by_key[key.id()] = receipt.leaf;
  return receipt;
}

Outcome Writer::keep_sealed(const std::string& author, const SealedKey& sealed) {
  DIGUE_TRY(auto insert, connection_.prepare(sql::insert_sealed_key));
  return insert.bind_text(1, author)
      .bind_bytes(2, sealed.salt)
      .bind(3, sealed.operations)
      .bind(4, sealed.memory)
      .bind_bytes(5, sealed.nonce)
      .bind_bytes(6, sealed.box)
      .execute();
}

Outcome Writer::take_body_away(std::uint64_t position, std::uint64_t by) {
  DIGUE_TRY(auto note, connection_.prepare(sql::insert_redaction));
  DIGUE_CHECK(note.bind(1, static_cast<std::int64_t>(position))
                  .bind(2, static_cast<std::int64_t>(by))
                  .execute());
  DIGUE_TRY(auto remove, connection_.prepare(sql::delete_body));
  return remove.bind(1, static_cast<std::int64_t>(position)).execute();
}

Result<Digest> Writer::leaf_at(std::uint64_t position) {
  DIGUE_TRY(auto query, connection_.prepare(sql::select_entries));
  DIGUE_TRY(const bool found, query.bind(1, static_cast<std::int64_t>(position)).step());
  if (!found || static_cast<std::uint64_t>(query.integer(0)) != position)
    return fail<sentences::no_such_entry>(Error::Kind::not_found, position);
  return leaf_hash(query.bytes(1), query.bytes(2));
}

}  // namespace digue::logbook
