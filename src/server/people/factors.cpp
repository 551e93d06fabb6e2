#include "server/people/factors.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "logbook/key.h"
#include "server/base64url.h"
#include "server/people/secret.h"
#include "server/people/sentences.h"
#include "server/people/totp.h"
#include "server/sql_text.h"

namespace digue::server {

static constexpr std::size_t challenge_bytes = 32;

Result<std::unique_ptr<Factors>> Factors::open(const std::filesystem::path& file, Clock& clock) {
  DIGUE_TRY(auto connection, store::Connection::open(file, {}));
  std::unique_ptr<Factors> factors(new Factors(std::move(connection), clock));
  DIGUE_CHECK(factors->load());
  return factors;
}

Outcome Factors::load() {
  DIGUE_CHECK(load_totps());
  DIGUE_CHECK(load_passkeys());
  DIGUE_CHECK(load_recovery_codes());
  return load_demanded();
}

Outcome Factors::load_totps() {
  DIGUE_TRY(auto query, connection_.prepare(sql::select_totps));
  for (;;) {
    DIGUE_TRY(const bool row, query.step());
    if (!row) return {};
    totps_[std::string(query.text(0))] = {from_hex(query.text(1)).value_or(""),
                                          Instant{query.integer(2)}, query.integer(3)};
  }
}

Outcome Factors::load_passkeys() {
  DIGUE_TRY(auto query, connection_.prepare(sql::select_passkeys));
  for (;;) {
    DIGUE_TRY(const bool row, query.step());
    if (!row) return {};
    Passkey one{std::string(query.text(0)),
                std::string(query.text(1)),
                std::string(query.text(2)),
                std::string(query.text(3)),
                static_cast<int>(query.integer(4)),
                from_hex(query.text(5)).value_or(""),
                static_cast<std::uint32_t>(query.integer(6)),
                Instant{query.integer(7)}};
    passkeys_[one.credential] = std::move(one);
  }
}

Outcome Factors::load_recovery_codes() {
  DIGUE_TRY(auto query, connection_.prepare(sql::select_recovery_codes));
  for (;;) {
    DIGUE_TRY(const bool row, query.step());
    if (!row) return {};
    recovery_codes_[std::string(query.text(0))].emplace(query.text(1));
  }
}

Outcome Factors::load_demanded() {
  DIGUE_TRY(auto query, connection_.prepare(sql::select_factor_demands));
  for (;;) {
    DIGUE_TRY(const bool row, query.step());
    if (!row) return {};
    if (const auto role = role_named(query.text(0))) demanded_.insert(*role);
  }
}

Demanded Factors::demanded() const {
  const std::lock_guard lock(mutex_);
  return demanded_;
}

Outcome Factors::demand(const Demanded& roles) {
  const std::lock_guard lock(mutex_);
  DIGUE_TRY(auto transaction, store::Transaction::begin(connection_));
  DIGUE_TRY(auto forget, connection_.prepare(sql::delete_factor_demands));
  DIGUE_CHECK(forget.execute());
  for (const auto role : roles) {
    DIGUE_TRY(auto insert, connection_.prepare(sql::insert_factor_demand));
    DIGUE_CHECK(insert.bind_text(1, role_name(role)).execute());
  }
  DIGUE_CHECK(transaction.commit());
  demanded_ = roles;
  return {};
}

FactorsOf Factors::of(const std::string& person) const {
  const std::lock_guard lock(mutex_);
  FactorsOf out;
  if (const auto totp = totps_.find(person); totp != totps_.end()) out.totp = totp->second.made;
  for (const auto& [credential, passkey] : passkeys_)
    if (passkey.person == person) out.passkeys.push_back(passkey);
  std::stable_sort(out.passkeys.begin(), out.passkeys.end(),
                   [](const Passkey& a, const Passkey& b) { return a.name < b.name; });
  if (const auto codes = recovery_codes_.find(person); codes != recovery_codes_.end())
    out.recovery_codes = codes->second.size();
  return out;
}

// mutex_ is held by whoever calls the private functions, from here on.
bool Factors::has_any(const std::string& person) const {
  return totps_.contains(person) ||
         std::any_of(passkeys_.begin(), passkeys_.end(),
                     [&](const auto& one) { return one.second.person == person; });
}

std::string Factors::begin(const std::string& what, const std::string& person, std::string secret) {
  const std::lock_guard lock(mutex_);
  const Instant now = clock_.now();
  std::erase_if(begun_, [&](const auto& one) { return now - one.second.at > begun_ms; });
  begun_[what + " " + person] = {secret, now};
  return secret;
}

std::optional<std::string> Factors::take_begun(const std::string& what, const std::string& person,
                                               bool ends) {
  const auto found = begun_.find(what + " " + person);
  if (found == begun_.end() || clock_.now() - found->second.at > begun_ms) return std::nullopt;
  auto secret = found->second.secret;
  if (ends) begun_.erase(found);
  return secret;
}

Outcome Factors::run_for(std::string_view sql, const std::string& person) {
  DIGUE_TRY(auto statement, connection_.prepare(sql));
  return statement.bind_text(1, person).execute();
}

static std::string hash_of_code(const std::string& code) {
  return to_hex(sha256(code));
}

// As it is kept and compared: without what people put between.
static std::string bare(std::string_view code) {
  std::string out = lower(code);
  std::erase_if(out, [](char c) { return c == '-' || c == ' '; });
  return out;
}

Result<RecoveryCodes> Factors::make_recovery_codes(const std::string& person) {
  RecoveryCodes out;
  std::set<std::string> hashes;
  DIGUE_CHECK(run_for(sql::delete_recovery_codes_of, person));
  DIGUE_TRY(auto insert, connection_.prepare(sql::insert_recovery_code));
  while (out.size() < recovery_code_count) {
    out.push_back(random_code());
    const auto hash = hash_of_code(bare(out.back()));
    DIGUE_CHECK(insert.bind_text(1, person).bind_text(2, hash).execute());
    hashes.insert(hash);
  }
  recovery_codes_[person] = std::move(hashes);
  return out;
}

// With the first factor only: who adds another keeps the codes that are in the drawer.
Result<RecoveryCodes> Factors::first_recovery_codes(const std::string& person) {
  if (recovery_codes_.contains(person)) return RecoveryCodes();
  return make_recovery_codes(person);
}

Outcome Factors::forget_recovery_codes_of_none(const std::string& person) {
  if (has_any(person)) return {};
  DIGUE_CHECK(run_for(sql::delete_recovery_codes_of, person));
  recovery_codes_.erase(person);
  return {};
}

Result<RecoveryCodes> Factors::new_recovery_codes(const std::string& person) {
  const std::lock_guard lock(mutex_);
  if (!has_any(person)) return fail<sentences::no_factor_yet>(Error::Kind::refused);
  DIGUE_TRY(auto transaction, store::Transaction::begin(connection_));
  DIGUE_TRY(auto codes, make_recovery_codes(person));
  DIGUE_CHECK(transaction.commit());
  return codes;
}

std::string Factors::begin_totp(const std::string& person) {
  return begin("totp", person, logbook::random_bytes(totp_secret_bytes));
}

Result<RecoveryCodes> Factors::confirm_totp(const std::string& person, std::string_view code) {
  const std::lock_guard lock(mutex_);
  const auto secret = take_begun("totp", person, false);
  if (!secret) return fail<sentences::nothing_begun>(Error::Kind::refused);
  const Instant now = clock_.now();
  const auto step = matching_step(*secret, bare(code), now, 0);
  if (!step) return fail<sentences::wrong_code_of_app>(Error::Kind::bad_input);
  DIGUE_TRY(auto transaction, store::Transaction::begin(connection_));
  DIGUE_TRY(auto upsert, connection_.prepare(sql::upsert_totp));
  DIGUE_CHECK(upsert.bind_text(1, person)
                  .bind_text(2, to_hex({reinterpret_cast<const std::uint8_t*>(secret->data()),
                                        secret->size()}))
                  .bind(3, now.milliseconds)
                  .bind(4, *step)
                  .execute());
  DIGUE_TRY(auto codes, first_recovery_codes(person));
  DIGUE_CHECK(transaction.commit());
  totps_[person] = {*secret, now, *step};
  take_begun("totp", person, true);
  return codes;
}

Outcome Factors::remove_totp(const std::string& person) {
  const std::lock_guard lock(mutex_);
  DIGUE_CHECK(run_for(sql::delete_totp, person));
  totps_.erase(person);
  return forget_recovery_codes_of_none(person);
}

std::string Factors::begin_passkey(const std::string& person) {
  return begin("passkey", person, to_base64url(logbook::random_bytes(challenge_bytes)));
}

std::string Factors::begin_sign_in(const std::string& person) {
  return begin("sign-in", person, to_base64url(logbook::random_bytes(challenge_bytes)));
}

Outcome Factors::insert(const Passkey& passkey) {
  const auto mine = std::count_if(passkeys_.begin(), passkeys_.end(), [&](const auto& one) {
    return one.second.person == passkey.person;
  });
  if (static_cast<std::size_t>(mine) >= max_passkeys)
    return fail<sentences::too_many_passkeys>(Error::Kind::refused, max_passkeys);
  if (passkeys_.contains(passkey.credential))
    return fail<sentences::passkey_taken>(Error::Kind::refused);
  DIGUE_TRY(auto insert, connection_.prepare(sql::insert_passkey));
  return insert.bind_text(1, passkey.credential)
      .bind_text(2, passkey.person)
      .bind_text(3, passkey.name)
      .bind_text(4, passkey.site)
      .bind(5, passkey.algorithm)
      .bind_text(6, to_hex({reinterpret_cast<const std::uint8_t*>(passkey.public_key.data()),
                            passkey.public_key.size()}))
      .bind(7, passkey.uses)
      .bind(8, passkey.made.milliseconds)
      .execute();
}

Result<RecoveryCodes> Factors::add_passkey(const std::string& person, const std::string& name,
                                           Ceremony asked, const Registration& given) {
  const std::lock_guard lock(mutex_);
  const auto challenge = take_begun("passkey", person, true);
  if (!challenge) return fail<sentences::nothing_begun>(Error::Kind::refused);
  asked.challenge = *challenge;
  DIGUE_TRY(auto passkey, read_registration(asked, given));
  passkey.person = person;
  passkey.name = name;
  passkey.made = clock_.now();
  DIGUE_TRY(auto transaction, store::Transaction::begin(connection_));
  DIGUE_CHECK(insert(passkey));
  DIGUE_TRY(auto codes, first_recovery_codes(person));
  DIGUE_CHECK(transaction.commit());
  passkeys_[passkey.credential] = std::move(passkey);
  return codes;
}

Outcome Factors::remove_passkey(const std::string& person, const std::string& credential) {
  const std::lock_guard lock(mutex_);
  const auto found = passkeys_.find(credential);
  if (found == passkeys_.end() || found->second.person != person)
    return fail<sentences::no_such_passkey>(Error::Kind::not_found);
  DIGUE_CHECK(run_for(sql::delete_passkey, credential));
  passkeys_.erase(found);
  return forget_recovery_codes_of_none(person);
}

Outcome Factors::remove_all(const std::string& person) {
  const std::lock_guard lock(mutex_);
  DIGUE_TRY(auto transaction, store::Transaction::begin(connection_));
  for (const auto sql : {sql::delete_totp, sql::delete_passkeys_of, sql::delete_recovery_codes_of})
    DIGUE_CHECK(run_for(sql, person));
  DIGUE_CHECK(transaction.commit());
  totps_.erase(person);
  recovery_codes_.erase(person);
  std::erase_if(passkeys_, [&](const auto& one) { return one.second.person == person; });
  return {};
}

template <class Try>
Outcome Factors::throttled(const std::string& person, std::int64_t& wait_ms, const Try& attempt) {
  const std::lock_guard lock(mutex_);
  const Instant now = clock_.now();
  wait_ms = by_person_.wait(person, now);
  if (wait_ms > 0)
    return fail<sentences::too_many_tries>(Error::Kind::refused,
                                           (wait_ms + second_ms - 1) / second_ms);
  const Outcome outcome = attempt();
  if (outcome)
    by_person_.succeeded(person);
  else
    by_person_.failed(person, now);
  return outcome;
}

// On disk before it counts, so that it is worth nothing to who saw it, even once the server was
// killed.
Outcome Factors::try_totp(const std::string& person, std::string_view code) {
  const auto totp = totps_.find(person);
  if (totp == totps_.end()) return fail<sentences::wrong_factor>(Error::Kind::bad_input);
  auto& mine = totp->second;
  const auto step = matching_step(mine.secret, code, clock_.now(), mine.last_step);
  if (!step) return fail<sentences::wrong_factor>(Error::Kind::bad_input);
  DIGUE_TRY(auto update, connection_.prepare(sql::update_totp));
  DIGUE_CHECK(update.bind(1, *step).bind_text(2, person).execute());
  mine.last_step = *step;
  return {};
}

Outcome Factors::try_recovery_code(const std::string& person, const std::string& code) {
  const auto hash = hash_of_code(code);
  const auto mine = recovery_codes_.find(person);
  if (mine == recovery_codes_.end() || !mine->second.contains(hash))
    return fail<sentences::wrong_factor>(Error::Kind::bad_input);
  DIGUE_TRY(auto remove, connection_.prepare(sql::delete_recovery_code));
  DIGUE_CHECK(remove.bind_text(1, person).bind_text(2, hash).execute());
  mine->second.erase(hash);
  return {};
}

Outcome Factors::check_code(const std::string& person, std::string_view code,
                            std::int64_t& wait_ms) {
  const auto given = bare(code);
  const bool is_of_app =
      given.size() == 6 && given.find_first_not_of("0123456789") == std::string::npos;
  return throttled(person, wait_ms, [&] {
    return is_of_app ? try_totp(person, given) : try_recovery_code(person, given);
  });
}

Outcome Factors::try_passkey(const std::string& person, const Ceremony& asked,
                             const Assertion& given) {
  const auto found = passkeys_.find(given.credential);
  if (found == passkeys_.end() || found->second.person != person || asked.challenge.empty())
    return fail<sentences::wrong_passkey>(Error::Kind::bad_input);
  DIGUE_TRY(const auto uses, verify_assertion(asked, found->second, given));
  DIGUE_TRY(auto update, connection_.prepare(sql::update_passkey));
  DIGUE_CHECK(update.bind(1, uses).bind_text(2, given.credential).execute());
  found->second.uses = uses;
  return {};
}

Outcome Factors::check_passkey(const std::string& person, Ceremony asked, const Assertion& given,
                               std::int64_t& wait_ms) {
  return throttled(person, wait_ms, [&] {
    asked.challenge = take_begun("sign-in", person, true).value_or("");
    return try_passkey(person, asked, given);
  });
}

}  // namespace digue::server
