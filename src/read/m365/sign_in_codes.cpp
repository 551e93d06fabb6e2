#include "read/m365/sign_in_codes.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace digue::read::m365 {

namespace {
// Codes that say neither yes nor no, in order.
constexpr std::array interrupts = std::to_array<std::int32_t>({
    16000,    // several accounts could answer: the person chooses
    16001,    // the account chosen is refused by the session
    16003,    // the account is not in this tenant's session
    50011,    // the reply address is not registered: the application's fault
    50014,    // the account could not be provisioned yet
    50058,    // a silent sign-in, and nobody is signed in
    50059,    // no tenant could be told
    50072,    // a second factor must be registered
    50074,    // a second factor must be shown
    50076,    // a second factor must be shown (policy or place)
    50078,    // the second factor has expired
    50079,    // a second factor must be registered (policy or place)
    50097,    // the device must prove itself
    50125,    // a password reset or registration entry
    50127,    // a broker application must be installed
    50129,    // the device is not joined to the workplace
    50131,    // the device is not in the state wanted (policy asks)
    50140,    // "stay signed in?"
    50143,    // the session does not match
    50144,    // the on-premises password has expired
    50158,    // an outside claim (another provider's second factor) is wanted
    50187,    // the device did not prove itself
    50199,    // "are you trying to sign in to...?" (device code among others)
    50203,    // registration of the authenticator is suggested
    51006,    // integrated Windows sign-in is needed
    52004,    // consent to a partner's data is needed
    65001,    // nobody consented to this application yet
    65004,    // the person declined the consent
    81010,    // seamless sign-on did not go through
    81012,    // another account is signed in
    81014,    // seamless sign-on did not go through
    90072,    // the account is not known to this tenant
    90094,    // an administrator's consent is needed
    90095,    // an administrator's consent was asked for
    165900,   // consent prompt of a personal account
    399218,   // another step is needed for the passwordless method
    500581,   // the page was rendered by JavaScript: the flow goes on
    502031,   // a step-up is needed
    530003,   // the device must be managed: enrolment offered
    700020,   // interaction is needed
    1003033,  // the remote site must be signed in to
});
static_assert(std::is_sorted(interrupts.begin(), interrupts.end()));

struct LogonError {
  std::string_view name;
  std::int32_t code;
};
constexpr std::array logon_errors = std::to_array<LogonError>({
    {"InvalidUserNameOrPassword", 50126},
    {"InvalidPasswordExpiredPassword", 50055},
    {"InvalidPasswordNullPassword", 50056},
    {"IdsLocked", 50053},
    {"UserDisabled", 50057},
    {"UserAccountNotFound", 50034},
    {"UserStrongAuthClientAuthNRequired", 50076},
    {"UserStrongAuthClientAuthNRequiredInterrupt", 50074},
    {"UserStrongAuthEnrollmentRequired", 50079},
    {"UserStrongAuthEnrollmentRequiredInterrupt", 50072},
    {"UserInformationNotProvided", 50058},
    {"SessionInformationInvalid", 50058},
    {"AuthenticationFailedSasError", 500121},
    {"StrongAuthenticationUserDenied", 500121},
    {"InvalidReplyTo", 50011},
    {"DelegationDoesNotExist", 65001},
    {"BlockedByConditionalAccess", 53003},
    {"DeviceAuthenticationRequired", 50097},
    {"FreshTokenNeeded", 50173},
    {"SsoArtifactRevoked", 50133},
    {"KmsiInterrupt", 50140},
    {"CmsiInterrupt", 50199},
    {"ExternalSecurityChallenge", 50158},
    {"BlockedByConditionalAccessOnSecurityPolicy", 53003},
    {"BlockedByConditionalAccessForRemoteDeviceFlow", 530034},
    {"PasswordResetRegistrationRequiredInterrupt", 50125},
    {"NgcInvalidSignature", 135010},
});
}  // namespace

event::Verdict verdict_of_code(std::int32_t code) {
  if (code == 0) return event::Verdict::success;
  const bool interrupt = std::binary_search(interrupts.begin(), interrupts.end(), code);
  return interrupt ? event::Verdict::interrupted : event::Verdict::failure;
}

std::optional<std::int32_t> code_of_logon_error(std::string_view name) {
  for (const auto& error : logon_errors)
    if (equal_ignoring_case(error.name, name)) return error.code;
  return std::nullopt;
}

}  // namespace digue::read::m365
