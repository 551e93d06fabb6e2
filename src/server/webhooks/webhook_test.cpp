#include "server/webhooks/webhook.h"

#include <doctest/doctest.h>

using namespace digue::server;

TEST_CASE("the signature is that of the published example of Standard Webhooks") {
  CHECK(signature_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                     1'614'265'330, R"({"test": 2432232314})") ==
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}
