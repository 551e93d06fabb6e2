#include "server/people/passkey.h"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>
#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/hash.h"
#include "server/base64url.h"
#include "server/people/cbor.h"
#include "server/people/sentences.h"

namespace digue::server {

namespace {

// libfido2 releases through the address of the pointer.
template <auto release>
struct Release {
  template <class Object>
  void operator()(Object* object) const {
    release(&object);
  }
};
using Credential = std::unique_ptr<fido_cred_t, Release<fido_cred_free>>;
using Assert = std::unique_ptr<fido_assert_t, Release<fido_assert_free>>;
using Es256 = std::unique_ptr<es256_pk_t, Release<es256_pk_free>>;
using Eddsa = std::unique_ptr<eddsa_pk_t, Release<eddsa_pk_free>>;
using Rs256 = std::unique_ptr<rs256_pk_t, Release<rs256_pk_free>>;

constexpr std::uint8_t user_was_present = 0x01;  // of the flags: somebody touched it
constexpr std::uint8_t has_credential = 0x40;

// WebAuthn level 2, section 6.1: hash of the site, flags, count; then an identifier of the make,
// the credential's id behind its length, its key.
constexpr std::size_t flags_at = 32, after_count = 37, make_bytes = 16;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::optional<std::string> bytes_given(const std::string& field) {
  if (field.size() > max_passkey_field_bytes) return std::nullopt;
  return from_base64url(field);
}

// The browser's own words of what it was asked, by which page.
bool is_about(const std::string& client_data, const Ceremony& asked, std::string_view type) {
  simdjson::dom::parser parser(max_passkey_field_bytes);
  simdjson::dom::object said;
  if (parser.parse(client_data).get(said) != simdjson::SUCCESS) return false;
  const auto says = [&](std::string_view name, std::string_view expected) {
    std::string_view text;
    return said[name].get(text) == simdjson::SUCCESS && text == expected;
  };
  bool crossed = false;
  const auto code = said["crossOrigin"].get(crossed);
  if (crossed || (code != simdjson::SUCCESS && code != simdjson::NO_SUCH_FIELD)) return false;
  return says("type", type) && says("challenge", asked.challenge) && says("origin", asked.origin);
}

bool is_for(std::string_view authenticator_data, const std::string& site) {
  const auto hash = sha256(site);
  return authenticator_data.size() > hash.size() &&
         std::equal(hash.begin(), hash.end(), bytes_of(authenticator_data));
}

// What is CBOR of it: the key, and what extensions say.
bool is_within_its_bytes(std::string_view authenticator_data) {
  if (authenticator_data.size() < after_count) return false;
  const auto byte = [&](std::size_t at) { return bytes_of(authenticator_data)[at]; };
  std::size_t begin = after_count;
  if ((byte(flags_at) & has_credential) != 0) {
    const std::size_t length_at = after_count + make_bytes;
    if (authenticator_data.size() < length_at + 2) return false;
    begin = length_at + 2 + (std::size_t{byte(length_at)} << 8 | byte(length_at + 1));
  }
  return begin <= authenticator_data.size() &&
         is_cbor_within_its_bytes(authenticator_data.substr(begin));
}

// Read as a key of that algorithm; null when it is of another, or is none.
Credential credential_of(const std::string& authenticator_data, int algorithm) {
  Credential out(fido_cred_new());
  const bool read = out && fido_cred_set_type(out.get(), algorithm) == FIDO_OK &&
                    fido_cred_set_authdata_raw(out.get(), bytes_of(authenticator_data),
                                               authenticator_data.size()) == FIDO_OK &&
                    fido_cred_id_len(out.get()) > 0 && fido_cred_pubkey_len(out.get()) > 0;
  return read ? std::move(out) : nullptr;
}

std::string text_of(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

template <class Holder, auto make, auto fill>
int verified(const fido_assert_t* assert, const Passkey& kept) {
  const Holder key(make());
  if (!key || fill(key.get(), kept.public_key.data(), kept.public_key.size()) != FIDO_OK)
    return FIDO_ERR_INTERNAL;
  return fido_assert_verify(assert, 0, kept.algorithm, key.get());
}

bool is_signed_by(const fido_assert_t* assert, const Passkey& kept) {
  int code = FIDO_ERR_UNSUPPORTED_ALGORITHM;
  if (kept.algorithm == COSE_ES256)
    code = verified<Es256, es256_pk_new, es256_pk_from_ptr>(assert, kept);
  if (kept.algorithm == COSE_EDDSA)
    code = verified<Eddsa, eddsa_pk_new, eddsa_pk_from_ptr>(assert, kept);
  if (kept.algorithm == COSE_RS256)
    code = verified<Rs256, rs256_pk_new, rs256_pk_from_ptr>(assert, kept);
  return code == FIDO_OK;
}

Assert assert_of(const Ceremony& asked, const std::string& client_data,
                 const std::string& authenticator_data, const std::string& signature) {
  Assert out(fido_assert_new());
  const bool read =
      out &&
      fido_assert_set_clientdata(out.get(), bytes_of(client_data), client_data.size()) == FIDO_OK &&
      fido_assert_set_rp(out.get(), asked.site.c_str()) == FIDO_OK &&
      fido_assert_set_up(out.get(), FIDO_OPT_TRUE) == FIDO_OK &&
      fido_assert_set_count(out.get(), 1) == FIDO_OK &&
      fido_assert_set_authdata_raw(out.get(), 0, bytes_of(authenticator_data),
                                   authenticator_data.size()) == FIDO_OK &&
      fido_assert_set_sig(out.get(), 0, bytes_of(signature), signature.size()) == FIDO_OK;
  return read ? std::move(out) : nullptr;
}

}  // namespace

Result<Passkey> read_registration(const Ceremony& asked, const Registration& given) {
  const auto client_data = bytes_given(given.client_data),
             data = bytes_given(given.authenticator_data);
  const bool is_ours = client_data && data && is_about(*client_data, asked, "webauthn.create") &&
                       is_for(*data, asked.site) && is_within_its_bytes(*data);
  if (!is_ours) return fail<sentences::wrong_passkey>(Error::Kind::bad_input);
  fido_init(0);
  for (const int algorithm : passkey_algorithms) {
    const auto read = credential_of(*data, algorithm);
    if (!read || (fido_cred_flags(read.get()) & user_was_present) == 0) continue;
    Passkey out;
    out.credential =
        to_base64url(text_of(fido_cred_id_ptr(read.get()), fido_cred_id_len(read.get())));
    out.site = asked.site;
    out.algorithm = algorithm;
    out.public_key = text_of(fido_cred_pubkey_ptr(read.get()), fido_cred_pubkey_len(read.get()));
    out.uses = fido_cred_sigcount(read.get());
    return out;
  }
  return fail<sentences::wrong_passkey>(Error::Kind::bad_input);
}

Result<std::uint32_t> verify_assertion(const Ceremony& asked, const Passkey& kept,
                                       const Assertion& given) {
  const auto client_data = bytes_given(given.client_data),
             data = bytes_given(given.authenticator_data), signature = bytes_given(given.signature);
  const bool is_ours = client_data && data && signature && kept.site == asked.site &&
                       kept.credential == given.credential &&
                       is_about(*client_data, asked, "webauthn.get") && is_for(*data, asked.site) &&
                       is_within_its_bytes(*data);
  if (!is_ours) return fail<sentences::wrong_passkey>(Error::Kind::bad_input);
  fido_init(0);
  const auto assert = assert_of(asked, *client_data, *data, *signature);
  if (!assert || !is_signed_by(assert.get(), kept))
    return fail<sentences::wrong_passkey>(Error::Kind::bad_input);
  const auto uses = fido_assert_sigcount(assert.get(), 0);
  if ((uses != 0 || kept.uses != 0) && uses <= kept.uses)
    return fail<sentences::passkey_copied>(Error::Kind::refused, kept.name);
  return uses;
}

}  // namespace digue::server
