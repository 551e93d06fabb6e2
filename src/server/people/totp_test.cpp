#include "server/people/totp.h"

#include <doctest/doctest.h>

using namespace digue;
using namespace digue::server;

static const std::string secret = "12345678901234567890";

TEST_CASE("codes are those of RFC 6238, appendix B, and of RFC 4226, appendix D") {
  const auto at = [](std::int64_t seconds) {
    return totp_code(secret, totp_step(Instant{seconds * second_ms}));
  };
  CHECK(at(59) == "287082");
  CHECK(at(1'111'111'109) == "081804");
  CHECK(at(1'111'111'111) == "050471");
  CHECK(at(1'234'567'890) == "005924");
  CHECK(at(2'000'000'000) == "279037");
  CHECK(at(20'000'000'000) == "353130");
  CHECK(totp_code(secret, 0) == "755224");
  CHECK(totp_code(secret, 9) == "520489");
}

TEST_CASE("a code is of its half minute or of one beside it, and of none that was used") {
  const Instant now{1'773'000'000'000};
  const auto step = totp_step(now);
  for (const auto near : {step - 1, step, step + 1})
    CHECK(matching_step(secret, totp_code(secret, near), now, 0) == near);
  for (const auto far : {step - 2, step + 2})
    CHECK_FALSE(matching_step(secret, totp_code(secret, far), now, 0));
  CHECK_FALSE(matching_step(secret, totp_code(secret, step), now, step));
  CHECK_FALSE(matching_step(secret, totp_code(secret, step - 1), now, step));
  CHECK(matching_step(secret, totp_code(secret, step + 1), now, step) == step + 1);
  for (const auto* wrong : {"", "12345", "1234567", "abcdef"})
    CHECK_FALSE(matching_step(secret, wrong, now, 0));
}

TEST_CASE("an app reads the secret from the address") {
  // RFC 4648, section 10.
  const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                         {"f", "MY"},
                                                         {"fo", "MZXQ"},
                                                         {"foo", "MZXW6"},
                                                         {"foob", "MZXW6YQ"},
                                                         {"fooba", "MZXW6YTB"},
                                                         {"foobar", "MZXW6YTBOI"}};
  for (const auto& [bytes, text] : vectors) CHECK(to_base32(bytes) == text);
  CHECK(otpauth_uri(secret, "marie", "Digue à 192.0.2.1") ==
        "otpauth://totp/Digue%20%C3%A0%20192.0.2.1:marie?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        "&issuer=Digue%20%C3%A0%20192.0.2.1");
}
