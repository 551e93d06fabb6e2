// Who may sign in, and who is signed in: a small SQLite file of the data folder.
//
// Passwords are kept as Argon2id hashes, tokens of sessions as SHA-256.  A session ends when it is
// closed, when nobody used it for session_idle_ms, and session_longest_ms after it began.  Signing
// in always makes a new token.  Thread-safe.
#pragma once
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "server/people/role.h"
#include "server/people/throttle.h"
#include "store/connection.h"

namespace digue::server {

inline constexpr std::int64_t session_idle_ms = 12 * hour_ms;
inline constexpr std::int64_t session_longest_ms = 72 * hour_ms;
inline constexpr std::int64_t kept_answer_ms = 24 * hour_ms;
inline constexpr std::size_t max_people = 10'000;

struct Person {
  std::string name, display_name;
  Role role = Role::observer;  // in every incident that gives them no other, if `everywhere`
  bool everywhere = true;      // else they have one only where a lead gave it
  bool opens_incidents = false, manages_people = false;
  bool disabled = false;  // may not sign in
  // They sign in by the identity provider, and have no password here.
  bool by_provider = false;
  bool proven = false;  // it said, the last time, that they showed a second factor
};
// What the role alone brings with it outside of incidents: a lead manages people, and opens
// incidents, as a responder does.
Person with_usual_rights(Person person);

// What an identity provider calls somebody: kept as long as the person is.
struct Identity {
  std::string issuer, subject;
  auto operator<=>(const Identity&) const = default;
};

struct SignedIn {
  Person person;
  std::string token;  // told once
};

// What was answered to a write that carried an idempotency key.
struct KeptAnswer {
  std::string request;  // SHA-256 of what was asked, hex
  int status = 0;
  std::string body;
};

class People {
 public:
  static Result<std::unique_ptr<People>> open(const std::filesystem::path& file, Clock& clock);

  bool has_nobody() const;
  std::vector<Person> all() const;  // by name
  // bad_input: a name that is none or is taken, a password that is too short.
  Result<Person> add(const Person& person, std::string_view password);
  std::optional<Person> find(const std::string& name) const;
  // All but the name.  Who is disabled is signed out.  not_found; refused when nobody who can sign
  // in with a password would manage people.
  Outcome change(const Person& person);
  // Their other sessions end: all but the one of `kept_token`, which may be empty.
  Outcome set_password(const std::string& name, std::string_view password,
                       std::string_view kept_token);
  void end_sessions(const std::string& name, std::string_view kept_token);
  // Who signs in by the identity provider, by its name for them.
  std::optional<Person> find_identity(const Identity& identity) const;
  // The same errors as add().
  Result<Person> add_identity(const Person& person, const Identity& identity);
  // What the provider said this time.  Who had not shown a second factor before loses the sessions
  // that began so.
  Outcome set_proven(const std::string& name, bool proven);
  // Only while there is nobody; signs them in.
  Result<SignedIn> add_first(const Person& person, std::string_view password);
  // The same error for a name that nobody has and for a wrong password.  `peer`: the address that
  // asks.  `wait_ms` is set when tries come too fast: nothing was tried.
  Result<SignedIn> sign_in(const std::string& name, std::string_view password,
                           const std::string& peer, std::int64_t& wait_ms);
  // The same, without a session: for who is signed in and does something grave.
  Result<Person> check_password(const std::string& name, std::string_view password,
                                const std::string& peer, std::int64_t& wait_ms);
  // For who has shown who they are.
  Result<SignedIn> begin_session(const Person& person);
  void sign_out(std::string_view token);
  std::optional<Person> signed_in(std::string_view token);
  // The same, without counting as a use of the session.
  bool has_session(std::string_view token) const;

  Result<std::optional<KeptAnswer>> kept_answer(const std::string& person, const std::string& key);
  Outcome keep_answer(const std::string& person, const std::string& key, const KeptAnswer& answer);

 private:
  struct Known {
    Person person;
    std::string password;
  };
  struct Session {
    std::string person;
    Instant made, seen, written;  // `written`: the `seen` that is on disk
  };
  People(store::Connection connection, Clock& clock)
      : connection_(std::move(connection)), clock_(clock) {}
  Outcome load();
  Outcome load_people();
  Outcome load_identities();
  Outcome load_sessions();
  Outcome insert(const Person& person, const std::string& hash, bool first);
  Result<Person> add(const Person& person, std::string_view password, bool first);
  bool is_over(const Session& session, Instant now) const;
  bool has_manager_beside(const std::string& name) const;
  std::optional<std::string> hash_of(const std::string& name) const;

  mutable std::mutex mutex_;
  store::Connection connection_;
  Clock& clock_;
  std::map<std::string, Known> people_;
  std::map<Identity, std::string> identities_;  // the person's name
  std::map<std::string, Session> sessions_;     // by SHA-256 of the token, hex
  Throttle by_peer_{20, 5 * minute_ms};
  Throttle by_name_{5, minute_ms};
};

}  // namespace digue::server
