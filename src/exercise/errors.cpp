#include <array>

#include "exercise/facts.h"

namespace digue::exercise {

// Codes and texts of learn.microsoft.com/entra/identity-platform/reference-error-codes.
const SignInError& sign_in_error(int code) {
  static constexpr std::array<SignInError, 15> table = {{
      {50126, "InvalidUserNameOrPassword",
       "Error validating credentials due to invalid username or password.", false},
      {50053, "IdsLocked",
       "The account is locked, you've tried to sign in too many times with an incorrect user ID "
       "or password.",
       false},
      {50055, "InvalidPasswordExpiredPassword", "The password is expired.", false},
      {50057, "UserDisabled", "The user account is disabled.", false},
      {50173, "FreshTokenNeeded",
       "The provided grant has expired due to it being revoked, a fresh auth token is needed.",
       false},
      {500121, "UserStrongAuthClientAuthNRequired",
       "Authentication failed during strong authentication request.", false},
      {50140, "KmsiInterrupt",
       "This error occurred due to 'Keep me signed in' interrupt when the user was signing-in.",
       true},
      {50058, "UserInformationNotProvided",
       "Session information is not sufficient for single-sign-on.", true},
      {65001, "DelegationDoesNotExist",
       "The user or administrator has not consented to use the application.", true},
      {50072, "UserStrongAuthEnrollmentRequiredInterrupt",
       "User needs to enroll for second factor authentication (interactive).", true},
      {50074, "UserStrongAuthClientAuthNRequiredInterrupt", "Strong Authentication is required.",
       true},
      {50076, "UserStrongAuthClientAuthNRequired",
       "Due to a configuration change made by your administrator, you must use multi-factor "
       "authentication.",
       true},
      {50097, "DeviceAuthenticationRequired", "Device authentication is required.", true},
      {50199, "CmsiInterrupt",
       "For security reasons, user confirmation is required for this "
       "request.",
       true},
      {50011, "InvalidReplyTo", "The reply address does not match the reply addresses configured.",
       true},
  }};
  for (const auto& row : table)
    if (row.code == code) return row;
  return table[0];
}

}  // namespace digue::exercise
