// What somebody shows beside a password: a code of an authenticator app (totp.h), a passkey
// (passkey.h), or one of the codes that were told for the day when both are lost.
//
// Secrets of apps are kept as they are, since they make the codes; recovery codes as SHA-256.  What
// is begun (a secret, a challenge) is in memory only, for begun_ms, and is worth something once.
// Wrong tries are slowed down by person.  Thread-safe.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "server/people/passkey.h"
#include "server/people/role.h"
#include "server/people/throttle.h"
#include "store/connection.h"

namespace digue::server {

inline constexpr std::int64_t begun_ms = 10 * minute_ms;
inline constexpr std::size_t max_passkeys = 20;  // of a person
inline constexpr std::size_t recovery_code_count = 10;

// Those of one person.
struct FactorsOf {
  std::optional<Instant> totp;  // since when
  std::vector<Passkey> passkeys;
  std::size_t recovery_codes = 0;  // that are left

  bool any() const { return totp.has_value() || !passkeys.empty(); }
};

// Told once; none when the person has some already.
using RecoveryCodes = std::vector<std::string>;

// Of whom a second factor is demanded: by the role of the account, or that in the incident.
using Demanded = std::set<Role>;

class Factors {
 public:
  // Of a file whose tables are up to date (people.h).
  static Result<std::unique_ptr<Factors>> open(const std::filesystem::path& file, Clock& clock);

  FactorsOf of(const std::string& person) const;

  // Nobody, until somebody demands it.
  Demanded demanded() const;
  Outcome demand(const Demanded& roles);

  // Bytes to put into an app; in force once confirmed with a code that it makes.
  std::string begin_totp(const std::string& person);
  Result<RecoveryCodes> confirm_totp(const std::string& person, std::string_view code);
  Outcome remove_totp(const std::string& person);

  // A challenge, base64url, for the one passkey that is added next.
  std::string begin_passkey(const std::string& person);
  // `asked`: origin and site; the challenge is the one that was begun.
  Result<RecoveryCodes> add_passkey(const std::string& person, const std::string& name,
                                    Ceremony asked, const Registration& given);
  Outcome remove_passkey(const std::string& person, const std::string& credential);

  // The ones before are worth nothing any more.
  Result<RecoveryCodes> new_recovery_codes(const std::string& person);
  // All that a person has; for who has lost them.
  Outcome remove_all(const std::string& person);

  // A code of the app or a recovery code, each taken once.  bad_input when it is none; `wait_ms` is
  // set when tries come too fast: nothing was tried.
  Outcome check_code(const std::string& person, std::string_view code, std::int64_t& wait_ms);
  // A challenge for the passkey with which a person signs in.
  std::string begin_sign_in(const std::string& person);
  Outcome check_passkey(const std::string& person, Ceremony asked, const Assertion& given,
                        std::int64_t& wait_ms);

 private:
  struct Totp {
    std::string secret;
    Instant made;
    std::int64_t last_step = 0;
  };
  struct Begun {
    std::string secret;  // or challenge
    Instant at;
  };
  Factors(store::Connection connection, Clock& clock)
      : connection_(std::move(connection)), clock_(clock) {}
  Outcome load();
  Outcome load_totps();
  Outcome load_passkeys();
  Outcome load_recovery_codes();
  Outcome load_demanded();
  std::string begin(const std::string& what, const std::string& person, std::string secret);
  std::optional<std::string> take_begun(const std::string& what, const std::string& person,
                                        bool ends);
  bool has_any(const std::string& person) const;
  Outcome run_for(std::string_view sql, const std::string& person);
  Result<RecoveryCodes> make_recovery_codes(const std::string& person);
  Result<RecoveryCodes> first_recovery_codes(const std::string& person);
  Outcome forget_recovery_codes_of_none(const std::string& person);
  Outcome insert(const Passkey& passkey);
  Outcome try_totp(const std::string& person, std::string_view code);
  Outcome try_recovery_code(const std::string& person, const std::string& code);
  Outcome try_passkey(const std::string& person, const Ceremony& asked, const Assertion& given);
  template <class Try>
  Outcome throttled(const std::string& person, std::int64_t& wait_ms, const Try& attempt);

  mutable std::mutex mutex_;
  store::Connection connection_;
  Clock& clock_;
  std::map<std::string, Totp> totps_;                            // by person
  std::map<std::string, Passkey> passkeys_;                      // by credential
  std::map<std::string, std::set<std::string>> recovery_codes_;  // hashes, by person
  Demanded demanded_;
  std::map<std::string, Begun> begun_;  // by what and person
  Throttle by_person_{5, 15 * minute_ms};
};

}  // namespace digue::server
