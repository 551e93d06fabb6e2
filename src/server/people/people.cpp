#include "server/people/people.h"

#include <sys/stat.h>

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "logbook/key.h"
#include "server/people/password.h"
#include "server/people/sentences.h"
#include "server/sql_text.h"
#include "store/migration.h"

namespace digue::server {

static constexpr store::Migration migrations[] = {{1, sql::schema_1}};
// How often the last use of a session is written.
static constexpr std::int64_t seen_step_ms = 5 * minute_ms;
static constexpr std::size_t token_bytes = 32;

Result<std::unique_ptr<People>> People::open(const std::filesystem::path& file, Clock& clock) {
  std::error_code error;
  const bool there = std::filesystem::exists(file, error);
  DIGUE_TRY(auto connection,
            store::Connection::open(
                file, {.mode = there ? store::OpenMode::existing : store::OpenMode::create}));
  ::chmod(file.c_str(), S_IRUSR | S_IWUSR);
  std::unique_ptr<People> people(new People(std::move(connection), clock));
  DIGUE_CHECK(people->load());
  return people;
}

Outcome People::load() {
  DIGUE_CHECK(store::migrate(connection_, migrations));
  const Instant now = clock_.now();
  DIGUE_TRY(auto old_sessions, connection_.prepare(sql::delete_old_sessions));
  DIGUE_CHECK(old_sessions.bind(1, (now - session_idle_ms).milliseconds)
                  .bind(2, (now - session_longest_ms).milliseconds)
                  .execute());
  DIGUE_TRY(auto old_answers, connection_.prepare(sql::delete_old_answers));
  DIGUE_CHECK(old_answers.bind(1, (now - kept_answer_ms).milliseconds).execute());
  DIGUE_CHECK(load_people());
  return load_sessions();
}

Outcome People::load_people() {
  DIGUE_TRY(auto query, connection_.prepare(sql::select_people));
  for (;;) {
    DIGUE_TRY(const bool row, query.step());
    if (!row) return {};
    // A role that this version does not know may do the least.
    const Role role = role_named(query.text(2)).value_or(Role::observer);
    const std::string name(query.text(0));
    people_[name] = {{name, std::string(query.text(1)), role}, std::string(query.text(3))};
  }
}

Outcome People::load_sessions() {
  DIGUE_TRY(auto query, connection_.prepare(sql::select_sessions));
  for (;;) {
    DIGUE_TRY(const bool row, query.step());
    if (!row) return {};
    const Instant seen{query.integer(3)};
    sessions_[std::string(query.text(0))] = {std::string(query.text(1)), Instant{query.integer(2)},
                                             seen, seen};
  }
}

bool People::has_nobody() const {
  const std::lock_guard lock(mutex_);
  return people_.empty();
}

std::vector<Person> People::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<Person> out;
  for (const auto& [name, known] : people_) out.push_back(known.person);
  return out;
}

static bool is_name(const std::string& name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !name.empty() && name.size() <= 64 && letter(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [&](char c) { return letter(c) || c == '.' || c == '-' || c == '_'; });
}

static Outcome check_new(const Person& person, std::string_view password) {
  if (!is_name(person.name)) return fail<sentences::bad_name>(Error::Kind::bad_input, person.name);
  if (trimmed(person.display_name).empty())
    return fail<sentences::display_name_needed>(Error::Kind::bad_input);
  if (password.size() < min_password_bytes)
    return fail<sentences::short_password>(Error::Kind::bad_input, min_password_bytes);
  return {};
}

Outcome People::insert(const Person& person, const std::string& hash, bool first) {
  if (first && !people_.empty()) return fail<sentences::not_the_first>(Error::Kind::refused);
  if (people_.contains(person.name))
    return fail<sentences::name_taken>(Error::Kind::refused, person.name);
  if (people_.size() >= max_people)
    return fail<sentences::too_many_people>(Error::Kind::refused, max_people);
  DIGUE_TRY(auto insert, connection_.prepare(sql::insert_person));
  DIGUE_CHECK(insert.bind_text(1, person.name)
                  .bind_text(2, person.display_name)
                  .bind_text(3, role_name(person.role))
                  .bind_text(4, hash)
                  .bind(5, clock_.now().milliseconds)
                  .execute());
  people_[person.name] = {person, hash};
  return {};
}

Result<Person> People::add(const Person& person, std::string_view password) {
  return add(person, password, false);
}

Result<SignedIn> People::add_first(const Person& person, std::string_view password) {
  DIGUE_TRY(const auto added, add(person, password, true));
  return begin_session(added);
}

Result<Person> People::add(const Person& person, std::string_view password, bool first) {
  DIGUE_CHECK(check_new(person, password));
  const auto hash = hash_password(password);
  if (hash.empty()) return fail<sentences::no_memory_for_password>(Error::Kind::internal);
  const std::lock_guard lock(mutex_);
  DIGUE_CHECK(insert(person, hash, first));
  return person;
}

std::optional<std::string> People::hash_of(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  const auto found = people_.find(name);
  if (found == people_.end()) return std::nullopt;
  return found->second.password;
}

Result<SignedIn> People::sign_in(const std::string& name, std::string_view password,
                                 const std::string& peer, std::int64_t& wait_ms) {
  const Instant now = clock_.now();
  wait_ms = std::max(by_peer_.wait(peer, now), by_name_.wait(name, now));
  if (wait_ms > 0)
    return fail<sentences::too_many_tries>(Error::Kind::refused,
                                           (wait_ms + second_ms - 1) / second_ms);
  const auto hash = hash_of(name);
  const bool right = is_password(hash.value_or(nobodys_hash()), password);
  if (!hash || !right) {
    by_peer_.failed(peer, now);
    by_name_.failed(name, now);
    return fail<sentences::wrong_login>(Error::Kind::bad_input);
  }
  by_name_.succeeded(name);
  Person person;
  {
    const std::lock_guard lock(mutex_);
    person = people_.at(name).person;
  }
  return begin_session(person);
}

Result<SignedIn> People::begin_session(const Person& person) {
  const std::string bytes = logbook::random_bytes(token_bytes);
  const auto token = to_hex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  const auto hash = to_hex(sha256(token));
  const Instant now = clock_.now();
  const std::lock_guard lock(mutex_);
  DIGUE_TRY(auto insert, connection_.prepare(sql::insert_session));
  DIGUE_CHECK(insert.bind_text(1, hash)
                  .bind_text(2, person.name)
                  .bind(3, now.milliseconds)
                  .bind(4, now.milliseconds)
                  .execute());
  sessions_[hash] = {person.name, now, now, now};
  return SignedIn{person, token};
}

// Gone from memory at once; if the disk refuses, it ends there with its time.
void People::sign_out(std::string_view token) {
  const auto hash = to_hex(sha256(token));
  const std::lock_guard lock(mutex_);
  if (sessions_.erase(hash) == 0) return;
  if (auto remove = connection_.prepare(sql::delete_session); remove)
    static_cast<void>(remove->bind_text(1, hash).execute());
}

bool People::is_over(const Session& session, Instant now) const {
  return now - session.seen > session_idle_ms || now - session.made > session_longest_ms;
}

std::optional<Person> People::signed_in(std::string_view token) {
  if (token.empty()) return std::nullopt;
  const auto hash = to_hex(sha256(token));
  const Instant now = clock_.now();
  const std::lock_guard lock(mutex_);
  const auto session = sessions_.find(hash);
  if (session == sessions_.end() || is_over(session->second, now)) return std::nullopt;
  const auto person = people_.find(session->second.person);
  if (person == people_.end()) return std::nullopt;
  session->second.seen = now;
  if (now - session->second.written > seen_step_ms) {
    session->second.written = now;
    if (auto update = connection_.prepare(sql::update_session); update)
      static_cast<void>(update->bind(1, now.milliseconds).bind_text(2, hash).execute());
  }
  return person->second.person;
}

bool People::has_session(std::string_view token) const {
  const auto hash = to_hex(sha256(token));
  const std::lock_guard lock(mutex_);
  const auto session = sessions_.find(hash);
  return session != sessions_.end() && !is_over(session->second, clock_.now());
}

Result<std::optional<KeptAnswer>> People::kept_answer(const std::string& person,
                                                      const std::string& key) {
  const std::lock_guard lock(mutex_);
  DIGUE_TRY(auto query, connection_.prepare(sql::select_kept_answer));
  DIGUE_TRY(const bool found, query.bind_text(1, person)
                                  .bind_text(2, key)
                                  .bind(3, (clock_.now() - kept_answer_ms).milliseconds)
                                  .step());
  if (!found) return std::optional<KeptAnswer>();
  return std::optional(KeptAnswer{std::string(query.text(0)), static_cast<int>(query.integer(1)),
                                  std::string(query.text(2))});
}

Outcome People::keep_answer(const std::string& person, const std::string& key,
                            const KeptAnswer& answer) {
  const std::lock_guard lock(mutex_);
  DIGUE_TRY(auto insert, connection_.prepare(sql::insert_kept_answer));
  return insert.bind_text(1, person)
      .bind_text(2, key)
      .bind_text(3, answer.request)
      .bind(4, answer.status)
      .bind_text(5, answer.body)
      .bind(6, clock_.now().milliseconds)
      .execute();
}

}  // namespace digue::server
