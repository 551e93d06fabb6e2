#include "server/oidc/keys.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>
#include <simdjson.h>

#include <algorithm>

#include "server/base64url.h"
#include "server/http/openssl.h"
#include "server/oidc/json.h"
#include "server/oidc/sentences.h"

namespace digue::server {

namespace {

using http::Release;
using simdjson::dom::object;
using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Release<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Release<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Release<ECDSA_SIG_free>>;
using Key = std::shared_ptr<EVP_PKEY>;

constexpr std::size_t coordinate_bytes = 32;  // of P-256
constexpr std::size_t max_exponent_bytes = 8;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Number number_of(std::string_view bytes) {
  return Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

// Null when the parameters make no key.
Key key_of(const char* kind, const Builder& builder) {
  const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
  EVP_PKEY* key = nullptr;
  const bool made =
      parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1 &&
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) == 1;
  return made ? Key(key, EVP_PKEY_free) : nullptr;
}

Key rsa_key(std::string_view modulus, std::string_view exponent) {
  const auto n = number_of(modulus), e = number_of(exponent);
  const Builder builder(OSSL_PARAM_BLD_new());
  const bool built = n && e && builder && BN_num_bits(n.get()) >= min_rsa_bits &&
                     BN_num_bits(n.get()) <= max_rsa_bits && BN_is_odd(e.get()) == 1 &&
                     BN_num_bits(e.get()) >= 2 &&
                     OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1 &&
                     OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1;
  return built ? key_of("RSA", builder) : nullptr;
}

// OpenSSL refuses a point that is not on the curve.
Key elliptic_key(const std::string& x, const std::string& y) {
  const std::string point = "\x04" + x + y;
  const Builder builder(OSSL_PARAM_BLD_new());
  const bool built = builder &&
                     OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME,
                                                     "prime256v1", 0) == 1 &&
                     OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY,
                                                      point.data(), point.size()) == 1;
  return built ? key_of("EC", builder) : nullptr;
}

// "" when it is not there, or is not base64url of so many bytes.
std::string bytes_in(const object& from, std::string_view name, std::size_t least,
                     std::size_t most) {
  auto bytes = from_base64url(text_in(from, name)).value_or("");
  return bytes.size() >= least && bytes.size() <= most ? bytes : std::string();
}

Key public_key_in(const object& from) {
  if (text_in(from, "kty") == "RSA") {
    const auto n = bytes_in(from, "n", min_rsa_bits / 8, max_rsa_bits / 8 + 1);
    const auto e = bytes_in(from, "e", 1, max_exponent_bytes);
    return n.empty() || e.empty() ? nullptr : rsa_key(n, e);
  }
  if (text_in(from, "kty") != "EC" || text_in(from, "crv") != "P-256") return nullptr;
  const auto x = bytes_in(from, "x", coordinate_bytes, coordinate_bytes),
             y = bytes_in(from, "y", coordinate_bytes, coordinate_bytes);
  return x.empty() || y.empty() ? nullptr : elliptic_key(x, y);
}

std::optional<ProviderKey> key_in(const object& from) {
  ProviderKey out{std::string(text_in(from, "kid")), text_in(from, "kty") == "EC"};
  const auto use = text_in(from, "use"), algorithm = text_in(from, "alg");
  if (out.id.empty() || out.id.size() > max_key_id_bytes) return std::nullopt;
  if (!use.empty() && use != "sig") return std::nullopt;
  out.only = signature_kind_named(algorithm);
  if (!algorithm.empty() && !out.only) return std::nullopt;
  out.key = public_key_in(from);
  if (!out.key) return std::nullopt;
  return out;
}

// As OpenSSL wants it: DER.  "" when it is not r and s.
std::string der_of(std::string_view signature) {
  if (signature.size() != 2 * coordinate_bytes) return {};
  const EcSignature made(ECDSA_SIG_new());
  auto r = number_of(signature.substr(0, coordinate_bytes)),
       s = number_of(signature.substr(coordinate_bytes));
  // From here on they are the signature's.
  if (!made || !r || !s || ECDSA_SIG_set0(made.get(), r.release(), s.release()) != 1) return {};
  unsigned char* bytes = nullptr;
  const int size = i2d_ECDSA_SIG(made.get(), &bytes);
  if (size <= 0) return {};
  std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  return out;
}

bool set_padding(EVP_PKEY_CTX* context, SignatureKind kind) {
  if (kind == SignatureKind::es256) return true;
  if (kind == SignatureKind::rs256)
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

}  // namespace

std::optional<SignatureKind> signature_kind_named(std::string_view name) {
  if (name == "RS256") return SignatureKind::rs256;
  if (name == "PS256") return SignatureKind::ps256;
  if (name == "ES256") return SignatureKind::es256;
  return std::nullopt;
}

Result<std::vector<ProviderKey>> read_provider_keys(std::string_view json) {
  JsonText text(json, max_key_set_bytes);
  simdjson::dom::array keys;
  const auto* root = text.root();
  if (root == nullptr || (*root)["keys"].get(keys) != simdjson::SUCCESS ||
      keys.size() > max_provider_keys)
    return fail<sentences::bad_key_set>(Error::Kind::not_found, max_provider_keys);
  std::vector<ProviderKey> out;
  for (const auto item : keys) {
    object one;
    if (item.get(one) != simdjson::SUCCESS) continue;
    if (auto key = key_in(one)) out.push_back(std::move(*key));
  }
  return out;
}

const ProviderKey* find_key(const std::vector<ProviderKey>& keys, std::string_view id,
                            SignatureKind kind) {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const ProviderKey& one) {
    return one.id == id && one.is_elliptic == (kind == SignatureKind::es256) &&
           one.only.value_or(kind) == kind;
  });
  return found == keys.end() ? nullptr : &*found;
}

bool verifies(const ProviderKey& key, SignatureKind kind, std::string_view message,
              std::string_view signature) {
  const std::string given =
      kind == SignatureKind::es256 ? der_of(signature) : std::string(signature);
  const DigestContext context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* parameters = nullptr;  // the context's
  return !given.empty() && context &&
         EVP_DigestVerifyInit(context.get(), &parameters, EVP_sha256(), nullptr, key.key.get()) ==
             1 &&
         set_padding(parameters, kind) &&
         EVP_DigestVerify(context.get(), bytes_of(given), given.size(), bytes_of(message),
                          message.size()) == 1;
}

}  // namespace digue::server
