#include "server/people/accesses.h"

#include "server/private_store.h"
#include "server/sql_text.h"

namespace digue::server {

static constexpr store::Migration migrations[] = {{1, sql::accesses_1}};
// Plain reads that are remembered; over that, some are written again.
static constexpr std::size_t max_reads = 20'000;
// How many lines may stand over the limit before the oldest go.
static constexpr std::int64_t slack = 500;

Result<std::unique_ptr<AccessLog>> AccessLog::open(const std::filesystem::path& file, Clock& clock,
                                                   std::int64_t most) {
  DIGUE_TRY(auto connection, open_private_store(file, migrations));
  std::unique_ptr<AccessLog> log(new AccessLog(std::move(connection), clock, most));
  DIGUE_CHECK(log->forget_old(clock.now()));
  return log;
}

static std::string key_of(const AccessLine& line) {
  std::string key;
  for (const auto* part : {&line.person, &line.token, &line.address, &line.incident, &line.object})
    key += *part + '\n';
  return key;
}

// mutex_ is held, from here on.
bool AccessLog::was_just_read(const AccessLine& line) const {
  const auto read = reads_.find(key_of(line));
  return read != reads_.end() && line.at - read->second < plain_read_ms;
}

void AccessLog::remember(const AccessLine& line) {
  if (reads_.size() >= max_reads)
    std::erase_if(reads_, [&](const auto& read) { return line.at - read.second >= plain_read_ms; });
  if (reads_.size() >= max_reads) reads_.clear();
  reads_[key_of(line)] = line.at;
}

Outcome AccessLog::insert(const AccessLine& line) {
  DIGUE_TRY(auto insert, connection_.prepare(sql::insert_access));
  return insert.bind(1, line.at.milliseconds)
      .bind_text(2, line.person)
      .bind_text(3, line.token)
      .bind_text(4, line.token_name)
      .bind_text(5, line.address)
      .bind(6, line.exported ? 1 : 0)
      .bind_text(7, line.incident)
      .bind_text(8, line.object)
      .execute();
}

Outcome AccessLog::forget_old(Instant now) {
  forgot_ = now;
  added_ = 0;
  DIGUE_TRY(auto old, connection_.prepare(sql::delete_old_accesses));
  return old.bind(1, (now - access_kept_ms).milliseconds).bind(2, most_).execute();
}

Outcome AccessLog::forget_old_at_times(Instant now) {
  if (++added_ < slack && now - forgot_ < day_ms) return {};
  return forget_old(now);
}

Outcome AccessLog::add(AccessLine line) {
  const std::lock_guard lock(mutex_);
  line.at = clock_.now();
  if (!line.exported && was_just_read(line)) return {};
  DIGUE_CHECK(insert(line));
  if (!line.exported) remember(line);
  return forget_old_at_times(line.at);
}

static store::Statement& bind_filter(store::Statement& query, const AccessFilter& filter) {
  return query.bind_text(1, filter.incident)
      .bind_text(2, filter.incident)
      .bind_text(3, filter.person)
      .bind_text(4, filter.person)
      .bind(5, filter.exports_only ? 1 : 0);
}

static AccessLine line_of(const store::Statement& query) {
  return {Instant{query.integer(0)},  std::string(query.text(1)), std::string(query.text(2)),
          std::string(query.text(3)), std::string(query.text(4)), query.integer(5) != 0,
          std::string(query.text(6)), std::string(query.text(7))};
}

Result<AccessPage> AccessLog::page(const AccessFilter& filter, std::size_t first,
                                   std::size_t count) {
  const std::lock_guard lock(mutex_);
  AccessPage out;
  DIGUE_TRY(auto counted, connection_.prepare(sql::count_accesses));
  DIGUE_TRY(const bool has_count, bind_filter(counted, filter).step());
  if (has_count) out.total = static_cast<std::size_t>(counted.integer(0));
  DIGUE_TRY(auto query, connection_.prepare(sql::select_accesses));
  bind_filter(query, filter)
      .bind(6, static_cast<std::int64_t>(count))
      .bind(7, static_cast<std::int64_t>(first));
  for (;;) {
    DIGUE_TRY(const bool row, query.step());
    if (!row) return out;
    out.lines.push_back(line_of(query));
  }
}

}  // namespace digue::server
