#include "server/people/people.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "server/people/password.h"
#include "server/people/secret.h"
#include "server/people/sentences.h"
#include "server/private_store.h"
#include "server/sql_text.h"

namespace digue::server {

static constexpr store::Migration migrations[] = {{1, sql::schema_1}, {2, sql::schema_2},
                                                  {3, sql::schema_3}, {4, sql::schema_4},
                                                  {5, sql::schema_5}, {6, sql::schema_6}};
// How often the last use of a session is written.
static constexpr std::int64_t seen_step_ms = 5 * minute_ms;
static constexpr std::size_t token_bytes = 32;

Result<std::unique_ptr<People>> People::open(const std::filesystem::path& file, Clock& clock) {
  DIGUE_TRY(auto connection, open_private_store(file, migrations));
  std::unique_ptr<People> people(new People(std::move(connection), clock));
  DIGUE_CHECK(people->load());
  return people;
}

Outcome People::load() {
  const Instant now = clock_.now();
  DIGUE_TRY(auto old_sessions, connection_.prepare(sql::delete_old_sessions));
  DIGUE_CHECK(old_sessions.bind(1, (now - session_idle_ms).milliseconds)
                  .bind(2, (now - session_longest_ms).milliseconds)
                  .execute());
  DIGUE_TRY(auto old_answers, connection_.prepare(sql::delete_old_answers));
  DIGUE_CHECK(old_answers.bind(1, (now - kept_answer_ms).milliseconds).execute());
  DIGUE_CHECK(load_people());
  DIGUE_CHECK(load_identities());
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
    people_[name] = {
        {name, std::string(query.text(1)), role, query.integer(4) != 0, query.integer(5) != 0,
         query.integer(6) != 0, query.integer(7) != 0, false, false},
        std::string(query.text(3))};
  }
}

Outcome People::load_identities() {
  DIGUE_TRY(auto query, connection_.prepare(sql::select_identities));
  for (;;) {
    DIGUE_TRY(const bool row, query.step());
    if (!row) return {};
    const std::string name(query.text(2));
    identities_[{std::string(query.text(0)), std::string(query.text(1))}] = name;
    people_[name].person.by_provider = true;
    people_[name].person.proven = query.integer(3) != 0;
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

Person with_usual_rights(Person person) {
  person.manages_people = person.role == Role::lead;
  person.opens_incidents = person.manages_people || person.role == Role::responder;
  return person;
}

static Outcome check_person(const Person& person) {
  if (!is_name(person.name)) return fail<sentences::bad_name>(Error::Kind::bad_input, person.name);
  if (trimmed(person.display_name).empty())
    return fail<sentences::display_name_needed>(Error::Kind::bad_input);
  return {};
}

static Result<std::string> new_hash(std::string_view password) {
  if (password.size() < min_password_bytes)
    return fail<sentences::short_password>(Error::Kind::bad_input, min_password_bytes);
  auto hash = hash_password(password);
  if (hash.empty()) return fail<sentences::no_memory_for_password>(Error::Kind::internal);
  return hash;
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
                  .bind(6, person.everywhere ? 1 : 0)
                  .bind(7, person.opens_incidents ? 1 : 0)
                  .bind(8, person.manages_people ? 1 : 0)
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
  DIGUE_CHECK(check_person(person));
  DIGUE_TRY(const auto hash, new_hash(password));
  const std::lock_guard lock(mutex_);
  DIGUE_CHECK(insert(person, hash, first));
  return person;
}

// In one transaction: an account without its identity would be one that nobody can use.
Result<Person> People::add_identity(const Person& person, const Identity& identity) {
  DIGUE_CHECK(check_person(person));
  const std::lock_guard lock(mutex_);
  DIGUE_TRY(auto transaction, store::Transaction::begin(connection_));
  DIGUE_CHECK(insert(person, "", false));
  const auto written = [&]() -> Outcome {
    DIGUE_TRY(auto insert, connection_.prepare(sql::insert_identity));
    DIGUE_CHECK(insert.bind_text(1, identity.issuer)
                    .bind_text(2, identity.subject)
                    .bind_text(3, person.name)
                    .bind(4, person.proven ? 1 : 0)
                    .bind(5, clock_.now().milliseconds)
                    .execute());
    return transaction.commit();
  }();
  if (!written) {
    people_.erase(person.name);
    return fail(written.error());
  }
  identities_[identity] = person.name;
  return person;
}

std::optional<Person> People::find_identity(const Identity& identity) const {
  const std::lock_guard lock(mutex_);
  const auto found = identities_.find(identity);
  if (found == identities_.end()) return std::nullopt;
  return people_.at(found->second).person;
}

Outcome People::set_proven(const std::string& name, bool proven) {
  bool is_new = false;
  {
    const std::lock_guard lock(mutex_);
    auto& known = people_.at(name).person;
    if (known.proven == proven) return {};
    DIGUE_TRY(auto update, connection_.prepare(sql::update_identity));
    DIGUE_CHECK(update.bind(1, proven ? 1 : 0).bind_text(2, name).execute());
    known.proven = proven;
    is_new = proven;
  }
  if (is_new) end_sessions(name, "");
  return {};
}

std::optional<Person> People::find(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  const auto found = people_.find(name);
  if (found == people_.end()) return std::nullopt;
  return found->second.person;
}

// mutex_ is held.  Who signs in by the provider can't, the day that it is down.
bool People::has_manager_beside(const std::string& name) const {
  return std::any_of(people_.begin(), people_.end(), [&](const auto& known) {
    const auto& person = known.second.person;
    return person.name != name && person.manages_people && !person.disabled && !person.by_provider;
  });
}

Outcome People::change(const Person& person) {
  DIGUE_CHECK(check_person(person));
  {
    const std::lock_guard lock(mutex_);
    const auto found = people_.find(person.name);
    if (found == people_.end())
      return fail<sentences::no_such_person>(Error::Kind::not_found, person.name);
    const bool manages = person.manages_people && !person.disabled;
    if (!manages && !has_manager_beside(person.name))
      return fail<sentences::last_manager>(Error::Kind::refused, person.name);
    DIGUE_TRY(auto update, connection_.prepare(sql::update_person));
    DIGUE_CHECK(update.bind_text(1, person.display_name)
                    .bind_text(2, role_name(person.role))
                    .bind(3, person.everywhere ? 1 : 0)
                    .bind(4, person.opens_incidents ? 1 : 0)
                    .bind(5, person.manages_people ? 1 : 0)
                    .bind(6, person.disabled ? 1 : 0)
                    .bind_text(7, person.name)
                    .execute());
    found->second.person = person;
  }
  if (person.disabled) end_sessions(person.name, "");
  return {};
}

Outcome People::set_password(const std::string& name, std::string_view password,
                             std::string_view kept_token) {
  DIGUE_TRY(const auto hash, new_hash(password));
  {
    const std::lock_guard lock(mutex_);
    const auto found = people_.find(name);
    if (found == people_.end())
      return fail<sentences::no_such_person>(Error::Kind::not_found, name);
    if (found->second.person.by_provider)
      return fail<sentences::password_of_provider>(Error::Kind::refused, name);
    DIGUE_TRY(auto update, connection_.prepare(sql::update_password));
    DIGUE_CHECK(update.bind_text(1, hash).bind_text(2, name).execute());
    found->second.password = hash;
  }
  end_sessions(name, kept_token);
  return {};
}

// Gone from memory at once, as in sign_out().
void People::end_sessions(const std::string& name, std::string_view kept_token) {
  const auto kept = kept_token.empty() ? std::string() : to_hex(sha256(kept_token));
  const std::lock_guard lock(mutex_);
  std::erase_if(sessions_, [&](const auto& session) {
    return session.second.person == name && session.first != kept;
  });
  if (auto remove = connection_.prepare(sql::delete_sessions_of); remove)
    static_cast<void>(remove->bind_text(1, name).bind_text(2, kept).execute());
}

// Nothing for who may not sign in, or has no password.
std::optional<std::string> People::hash_of(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  const auto found = people_.find(name);
  if (found == people_.end() || found->second.person.disabled || found->second.password.empty())
    return std::nullopt;
  return found->second.password;
}

Result<Person> People::check_password(const std::string& name, std::string_view password,
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
  const std::lock_guard lock(mutex_);
  return people_.at(name).person;
}

Result<SignedIn> People::sign_in(const std::string& name, std::string_view password,
                                 const std::string& peer, std::int64_t& wait_ms) {
  DIGUE_TRY(const auto person, check_password(name, password, peer, wait_ms));
  return begin_session(person);
}

Result<SignedIn> People::begin_session(const Person& person) {
  const auto token = random_hex(token_bytes);
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
  if (person == people_.end() || person->second.person.disabled) return std::nullopt;
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
