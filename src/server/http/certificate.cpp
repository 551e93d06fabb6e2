#include "server/http/certificate.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>
#include <memory>

#include "base/address.h"
#include "base/hash.h"
#include "server/http/openssl.h"
#include "server/http/sentences.h"

namespace digue::server::http {

namespace {

using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Release<X509_free>>;
using Bio = std::unique_ptr<BIO, Release<BIO_free_all>>;

std::time_t seconds_of(Instant instant) {
  return static_cast<std::time_t>(instant.milliseconds / second_ms);
}

bool add_extension(X509* certificate, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  const std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>> extension(
      X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

std::string alternative_names(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names)
    out += (out.empty() ? "" : ",") + std::string(is_ip_address(name) ? "IP:" : "DNS:") + name;
  return out;
}

// 127 random bits: positive, and never met twice.
bool give_number(X509* certificate) {
  unsigned char bytes[16];
  if (RAND_bytes(bytes, sizeof bytes) != 1) return false;
  bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7f) | 0x40);
  const std::unique_ptr<BIGNUM, Release<BN_free>> number(BN_bin2bn(bytes, sizeof bytes, nullptr));
  return BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool fill(X509* certificate, EVP_PKEY* key, const std::vector<std::string>& names, Instant now) {
  auto* name = X509_get_subject_name(certificate);
  const auto* words = reinterpret_cast<const unsigned char*>("Digue");
  return X509_set_version(certificate, X509_VERSION_3) == 1 && give_number(certificate) &&
         ASN1_TIME_set(X509_getm_notBefore(certificate), seconds_of(now - day_ms)) != nullptr &&
         ASN1_TIME_set(X509_getm_notAfter(certificate),
                       seconds_of(now + certificate_days * day_ms)) != nullptr &&
         X509_set_pubkey(certificate, key) == 1 &&
         X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, words, -1, -1, 0) == 1 &&
         X509_set_issuer_name(certificate, name) == 1 &&
         add_extension(certificate, NID_subject_alt_name, alternative_names(names)) &&
         add_extension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
         add_extension(certificate, NID_key_usage, "critical,digitalSignature") &&
         add_extension(certificate, NID_ext_key_usage, "serverAuth") &&
         X509_sign(certificate, key, EVP_sha256()) != 0;
}

std::string text_of(BIO* bio) {
  char* bytes = nullptr;
  const auto size = BIO_get_mem_data(bio, &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

X509Ptr read(const Certificate& certificate) {
  const Bio bio(
      BIO_new_mem_buf(certificate.chain.data(), static_cast<int>(certificate.chain.size())));
  return X509Ptr(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

}  // namespace

Result<Certificate> make_certificate(const std::vector<std::string>& names, Instant now) {
  const Key key(EVP_EC_gen("P-256"));
  const X509Ptr certificate(X509_new());
  if (!key || !certificate || !fill(certificate.get(), key.get(), names, now))
    return fail<sentences::no_certificate>(Error::Kind::internal);
  const Bio chain(BIO_new(BIO_s_mem())), secret(BIO_new(BIO_s_mem()));
  const bool written =
      PEM_write_bio_X509(chain.get(), certificate.get()) == 1 &&
      PEM_write_bio_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
  if (!written) return fail<sentences::no_certificate>(Error::Kind::internal);
  return Certificate{text_of(chain.get()), text_of(secret.get())};
}

bool serves(const Certificate& certificate, const std::vector<std::string>& names, Instant now) {
  const auto x509 = read(certificate);
  if (!x509) return false;
  std::time_t soon = seconds_of(now + 7 * day_ms);
  if (X509_cmp_time(X509_get0_notAfter(x509.get()), &soon) <= 0) return false;
  return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return is_ip_address(name)
               ? X509_check_ip_asc(x509.get(), name.c_str(), 0) == 1
               : X509_check_host(x509.get(), name.data(), name.size(), 0, nullptr) == 1;
  });
}

std::string fingerprint_of(const Certificate& certificate) {
  const auto x509 = read(certificate);
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  if (!x509 || X509_digest(x509.get(), EVP_sha256(), digest, &size) != 1) return {};
  std::string out;
  for (unsigned int i = 0; i < size; ++i) {
    static constexpr char digits[] = "0123456789ABCDEF";
    if (i != 0) out += ':';
    out += digits[digest[i] >> 4U];
    out += digits[digest[i] & 15U];
  }
  return out;
}

}  // namespace digue::server::http
