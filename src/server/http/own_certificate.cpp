#include "server/http/own_certificate.h"

#include <arpa/inet.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>

#include <ctime>
#include <memory>

#include "base/file.h"
#include "base/text.h"
#include "server/http/openssl.h"
#include "server/http/sentences.h"

namespace digue::server::http {

namespace {

using std::filesystem::path;
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Release<X509_free>>;
using Bio = std::unique_ptr<BIO, Release<BIO_free_all>>;
using Names = std::unique_ptr<GENERAL_NAMES, Release<GENERAL_NAMES_free>>;

// `bytes` must outlive it.
Bio bytes_to_read(std::string_view bytes) {
  return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

Result<std::string> read_pem(const path& file) {
  DIGUE_TRY(const auto bytes, MappedFile::open(file));
  if (bytes.bytes().size() > max_pem_bytes)
    return fail<sentences::pem_too_big>(Error::Kind::bad_input, file.string(), max_pem_bytes);
  return std::string(bytes.bytes());
}

std::vector<X509Ptr> certificates_of(const std::string& pem) {
  std::vector<X509Ptr> out;
  const Bio bio = bytes_to_read(pem);
  while (out.size() < max_chain)
    if (X509Ptr one(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)); one)
      out.push_back(std::move(one));
    else
      break;
  return out;
}

// Whoever starts the server may not be there to type a password.
int no_password(char*, int, int, void*) {
  return -1;
}

Result<Key> key_of(const path& file, const std::string& pem) {
  const Bio bio = bytes_to_read(pem);
  Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, no_password, nullptr));
  if (key) return key;
  if (pem.find("ENCRYPTED") != std::string::npos)
    return fail<sentences::key_has_password>(Error::Kind::bad_input, file.string());
  return fail<sentences::no_key_there>(Error::Kind::bad_input, file.string());
}

Instant instant_of(const ASN1_TIME* time) {
  std::tm fields{};
  if (ASN1_TIME_to_tm(time, &fields) != 1) return Instant::unknown;
  return Instant{static_cast<std::int64_t>(::timegm(&fields)) * second_ms};
}

std::string name_of(const GENERAL_NAME& name) {
  if (name.type == GEN_DNS)
    return lower({reinterpret_cast<const char*>(ASN1_STRING_get0_data(name.d.dNSName)),
                  static_cast<std::size_t>(ASN1_STRING_length(name.d.dNSName))});
  if (name.type != GEN_IPADD) return {};
  const int size = ASN1_STRING_length(name.d.iPAddress);
  char text[INET6_ADDRSTRLEN] = {};
  const int family = size == 4 ? AF_INET : AF_INET6;
  if (size != 4 && size != 16) return {};
  return ::inet_ntop(family, ASN1_STRING_get0_data(name.d.iPAddress), text, sizeof text) == nullptr
             ? std::string()
             : std::string(text);
}

// A wildcard is no name to open.
std::vector<std::string> names_of(const X509* certificate) {
  std::vector<std::string> out;
  const Names names(static_cast<GENERAL_NAMES*>(
      X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i)
    if (auto name = name_of(*sk_GENERAL_NAME_value(names.get(), i));
        !name.empty() && name.find('*') == std::string::npos)
      out.push_back(std::move(name));
  return out;
}

Outcome check_times(const path& file, const X509* certificate, Instant now) {
  const auto begins = instant_of(X509_get0_notBefore(certificate)),
             ends = instant_of(X509_get0_notAfter(certificate));
  if (now >= ends)
    return fail<sentences::certificate_over>(Error::Kind::bad_input, file.string(), rfc3339(ends));
  if (now < begins)
    return fail<sentences::certificate_not_yet>(Error::Kind::bad_input, file.string(),
                                                rfc3339(begins));
  return {};
}

// Each one signed by the next.
Outcome check_chain(const path& file, const std::vector<X509Ptr>& chain) {
  for (std::size_t i = 1; i < chain.size(); ++i)
    if (X509_check_issued(chain[i].get(), chain[i - 1].get()) != X509_V_OK ||
        X509_verify(chain[i - 1].get(), X509_get0_pubkey(chain[i].get())) != 1)
      return fail<sentences::chain_breaks>(Error::Kind::bad_input, file.string(), i + 1);
  return {};
}

Outcome check(const path& file, const std::vector<X509Ptr>& chain, Instant now) {
  if (chain.empty())
    return fail<sentences::no_certificate_there>(Error::Kind::bad_input, file.string());
  if (X509_check_purpose(chain.front().get(), X509_PURPOSE_SSL_SERVER, 0) != 1)
    return fail<sentences::not_for_a_server>(Error::Kind::bad_input, file.string());
  for (const auto& one : chain) DIGUE_CHECK(check_times(file, one.get(), now));
  return check_chain(file, chain);
}

void warn_of_key(const path& file, const std::function<void(const Message&)>& warn) {
  struct stat status{};
  if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    warn(tell<sentences::key_is_open>(file.string()));
}

}  // namespace

Result<OwnCertificate> read_own_certificate(const path& chain_file, const path& key_file,
                                            Instant now,
                                            const std::function<void(const Message&)>& warn) {
  DIGUE_TRY(auto chain_pem, read_pem(chain_file));
  DIGUE_TRY(auto key_pem, read_pem(key_file));
  const auto chain = certificates_of(chain_pem);
  DIGUE_CHECK(check(chain_file, chain, now));
  DIGUE_TRY(const auto key, key_of(key_file, key_pem));
  if (X509_check_private_key(chain.front().get(), key.get()) != 1)
    return fail<sentences::key_of_another>(Error::Kind::bad_input, key_file.string(),
                                           chain_file.string());
  warn_of_key(key_file, warn);
  const auto ends = instant_of(X509_get0_notAfter(chain.front().get()));
  if (ends - now < warn_before_days * day_ms)
    warn(tell<sentences::certificate_ends_soon>(chain_file.string(), rfc3339(ends)));
  auto names = names_of(chain.front().get());
  if (names.empty()) warn(tell<sentences::certificate_has_no_name>(chain_file.string()));
  return OwnCertificate{{std::move(chain_pem), std::move(key_pem)}, std::move(names)};
}

}  // namespace digue::server::http
