#include "server/webhooks/webhooks.h"

#include <algorithm>

#include "base/hash.h"
#include "logbook/key.h"
#include "server/people/secret.h"
#include "server/private_store.h"
#include "server/sentences.h"
#include "server/sql_text.h"

namespace digue::server {

static constexpr store::Migration migrations[] = {{1, sql::webhooks_1}};
static constexpr std::size_t id_bytes = 8, secret_bytes = 32;

Result<std::unique_ptr<Webhooks>> Webhooks::open(const std::filesystem::path& file, Clock& clock) {
  DIGUE_TRY(auto connection, open_private_store(file, migrations));
  std::unique_ptr<Webhooks> out(new Webhooks(std::move(connection), clock));
  DIGUE_CHECK(out->load());
  return out;
}

Outcome Webhooks::load() {
  DIGUE_TRY(auto query, connection_.prepare(sql::select_webhooks));
  for (;;) {
    DIGUE_TRY(const bool row, query.step());
    if (!row) return {};
    Webhook one;
    one.id = query.text(0);
    one.incident = query.text(1);
    one.name = query.text(2);
    one.url = query.text(3);
    one.secret = query.text(4);
    // What this version does not know carries nothing.
    one.channel = query.text(5) == channel_name(Channel::out_of_band) ? Channel::out_of_band
                                                                      : Channel::in_band;
    one.language =
        query.text(6) == language_code(Language::english) ? Language::english : Language::french;
    one.made_by = query.text(7);
    one.made = Instant{query.integer(8)};
    one.next = static_cast<std::uint64_t>(query.integer(9));
    webhooks_[one.id] = std::move(one);
  }
}

Result<Webhook> Webhooks::add(Webhook webhook) {
  webhook.id = random_hex(id_bytes);
  webhook.secret = "whsec_" + to_base64(logbook::random_bytes(secret_bytes));
  webhook.made = clock_.now();
  const std::lock_guard lock(mutex_);
  const auto mine = std::count_if(webhooks_.begin(), webhooks_.end(), [&](const auto& one) {
    return one.second.incident == webhook.incident;
  });
  if (static_cast<std::size_t>(mine) >= max_webhooks)
    return fail<sentences::too_many_webhooks>(Error::Kind::refused, max_webhooks);
  DIGUE_TRY(auto insert, connection_.prepare(sql::insert_webhook));
  DIGUE_CHECK(insert.bind_text(1, webhook.id)
                  .bind_text(2, webhook.incident)
                  .bind_text(3, webhook.name)
                  .bind_text(4, webhook.url)
                  .bind_text(5, webhook.secret)
                  .bind_text(6, channel_name(webhook.channel))
                  .bind_text(7, language_code(webhook.language))
                  .bind_text(8, webhook.made_by)
                  .bind(9, webhook.made.milliseconds)
                  .bind(10, static_cast<std::int64_t>(webhook.next))
                  .execute());
  webhooks_[webhook.id] = webhook;
  return webhook;
}

std::vector<Webhook> Webhooks::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<Webhook> out;
  for (const auto& [id, one] : webhooks_) out.push_back(one);
  std::stable_sort(out.begin(), out.end(),
                   [](const Webhook& a, const Webhook& b) { return a.name < b.name; });
  return out;
}

std::vector<Webhook> Webhooks::of(const std::string& incident) const {
  auto out = all();
  std::erase_if(out, [&](const Webhook& one) { return one.incident != incident; });
  return out;
}

Outcome Webhooks::remove(const std::string& incident, const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto found = webhooks_.find(id);
  if (found == webhooks_.end() || found->second.incident != incident)
    return fail<sentences::no_such_webhook>(Error::Kind::not_found, id);
  DIGUE_TRY(auto transaction, store::Transaction::begin(connection_));
  for (const auto sql : {sql::delete_attempts_of, sql::delete_webhook}) {
    DIGUE_TRY(auto remove, connection_.prepare(sql));
    DIGUE_CHECK(remove.bind_text(1, id).execute());
  }
  DIGUE_CHECK(transaction.commit());
  webhooks_.erase(found);
  return {};
}

Outcome Webhooks::tell(const Attempt& attempt) {
  const std::lock_guard lock(mutex_);
  const auto webhook = webhooks_.find(attempt.webhook);
  if (webhook == webhooks_.end()) return {};  // removed meanwhile
  const bool ended = !attempt.again.known();
  const auto next = ended ? attempt.entry + 1 : webhook->second.next;
  DIGUE_TRY(auto transaction, store::Transaction::begin(connection_));
  DIGUE_TRY(auto insert, connection_.prepare(sql::upsert_attempt));
  DIGUE_CHECK(insert.bind_text(1, attempt.webhook)
                  .bind(2, static_cast<std::int64_t>(attempt.entry))
                  .bind_text(3, attempt.state)
                  .bind_text(4, attempt.reason)
                  .bind(5, attempt.status)
                  .bind(6, attempt.tries)
                  .bind(7, attempt.at.milliseconds)
                  .bind(8, attempt.again.milliseconds)
                  .execute());
  DIGUE_TRY(auto update, connection_.prepare(sql::update_webhook));
  DIGUE_CHECK(
      update.bind(1, static_cast<std::int64_t>(next)).bind_text(2, attempt.webhook).execute());
  DIGUE_TRY(auto forget, connection_.prepare(sql::delete_old_attempts));
  DIGUE_CHECK(forget.bind_text(1, attempt.webhook)
                  .bind_text(2, attempt.webhook)
                  .bind(3, max_attempts_kept)
                  .execute());
  DIGUE_CHECK(transaction.commit());
  webhook->second.next = next;
  return {};
}

static Attempt attempt_of(const store::Statement& query) {
  return {std::string(query.text(0)),         static_cast<std::uint64_t>(query.integer(1)),
          std::string(query.text(2)),         std::string(query.text(3)),
          static_cast<int>(query.integer(4)), static_cast<int>(query.integer(5)),
          Instant{query.integer(6)},          Instant{query.integer(7)}};
}

Result<std::optional<Attempt>> Webhooks::waiting(const std::string& webhook, std::uint64_t entry) {
  const std::lock_guard lock(mutex_);
  DIGUE_TRY(auto query, connection_.prepare(sql::select_attempt));
  DIGUE_TRY(const bool row,
            query.bind_text(1, webhook).bind(2, static_cast<std::int64_t>(entry)).step());
  return row ? std::optional(attempt_of(query)) : std::nullopt;
}

Result<AttemptPage> Webhooks::attempts(const std::string& webhook, std::size_t first,
                                       std::size_t count) {
  const std::lock_guard lock(mutex_);
  AttemptPage out;
  DIGUE_TRY(auto counted, connection_.prepare(sql::count_attempts));
  DIGUE_TRY(const bool has_count, counted.bind_text(1, webhook).step());
  if (has_count) out.total = static_cast<std::size_t>(counted.integer(0));
  DIGUE_TRY(auto query, connection_.prepare(sql::select_attempts));
  query.bind_text(1, webhook)
      .bind(2, static_cast<std::int64_t>(count))
      .bind(3, static_cast<std::int64_t>(first));
  for (;;) {
    DIGUE_TRY(const bool row, query.step());
    if (!row) return out;
    out.attempts.push_back(attempt_of(query));
  }
}

}  // namespace digue::server
