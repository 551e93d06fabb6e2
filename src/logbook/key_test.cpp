#include "logbook/key.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "logbook/checkpoint.h"

namespace digue::logbook {

TEST_CASE("keys and signatures are those of RFC 8032, test 1") {
  const auto key = SigningKey::from_seed(
      *from_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
  REQUIRE(key);
  CHECK(to_hex(key->public_key()) ==
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  CHECK(to_hex(key->sign("")) ==
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
        "f9b46bd25bf5f0595bbe24655141438e7a100b");
  CHECK_FALSE(is_signed_by(key->public_key(), "x", as_text(key->sign(""))));
  CHECK_FALSE(is_signed_by(key->public_key(), "", "short"));
}

TEST_CASE("a note's key and signature are those of Go's note package") {
  const auto bytes = *from_base64("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  PublicKey key{};
  std::copy(bytes.begin() + 1, bytes.end(), key.begin());
  CHECK(verifier_key("PeterNeumann", key) ==
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  const auto signature = *from_base64(
      "x08go/ZJkuBS9UG/"
      "SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
  CHECK(signature.substr(0, 4) == note_key_hash("PeterNeumann", key));
  CHECK(is_signed_by(key,
                     "If you think cryptography is the answer to your problem,\n"
                     "then you don't know what your problem is.\n",
                     signature.substr(4)));
}

TEST_CASE("a sealed key opens with its password only") {
  const auto key = SigningKey::make();
  auto sealed = seal(key, "une phrase de passe", SealCost::quick);
  REQUIRE(sealed);
  const auto opened = unseal(*sealed, "une phrase de passe");
  REQUIRE(opened);
  CHECK(opened->public_key() == key.public_key());
  CHECK(unseal(*sealed, "une autre").error().kind == Error::Kind::refused);
  sealed->memory = max_seal_memory * 16;
  CHECK(unseal(*sealed, "une phrase de passe").error().kind == Error::Kind::bad_input);
}

TEST_CASE("the machine keeps one key, that others cannot read") {
  std::string pattern = std::filesystem::temp_directory_path() / "digue-key-XXXXXX";
  const std::filesystem::path folder = ::mkdtemp(pattern.data());
  const auto first = machine_key(folder / "state");
  const auto again = machine_key(folder / "state");
  REQUIRE(first);
  REQUIRE(again);
  CHECK(first->public_key() == again->public_key());
  struct stat facts{};
  REQUIRE(::stat((folder / "state" / "machine.key").c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777) == 0600);
  std::filesystem::remove_all(folder);
}

TEST_CASE("a checkpoint reads back, and anything else is refused") {
  const auto key = SigningKey::make();
  const Checkpoint checkpoint{origin_of("inc"), 12, sha256("root")};
  const std::string note = sign_checkpoint(checkpoint, key);
  const auto read = read_checkpoint(note);
  REQUIRE(read);
  CHECK(read->checkpoint.size == 12);
  CHECK(read->checkpoint.root == checkpoint.root);
  REQUIRE(read->signatures.size() == 1);
  CHECK(is_signed_by(key.public_key(), read->text, read->signatures[0].signature));
  for (std::size_t cut = 0; cut < note.size(); ++cut)
    CHECK_FALSE(read_checkpoint(note.substr(0, cut)));
  CHECK_FALSE(read_checkpoint("digue/inc\n012\n" + note.substr(note.find('\n', 12) + 1)));
  CHECK(split_notes(note + note + "\n" + note) == std::vector<std::string>{note, note, note});
}

}  // namespace digue::logbook
