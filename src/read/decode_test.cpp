#include "read/decode.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "read/format.h"

namespace digue::read {

static std::string sixteen(std::string_view ascii, bool big_endian) {
  std::string bytes;
  for (const char c : ascii) bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return bytes;
}

static std::string decoded(std::string_view bytes) {
  return std::string(decode(bytes, std::filesystem::temp_directory_path()).value().text());
}

TEST_CASE("every encoding that exports come in becomes UTF-8") {
  const std::string text = "RecordType,CreationDate\r\nExchangeAdmin,1\r\n";
  CHECK(decoded(text) == text);
  CHECK(decoded("\xef\xbb\xbf" + text) == text);
  CHECK(decoded("\xff\xfe" + sixteen(text, false)) == text);
  CHECK(decoded("\xfe\xff" + sixteen(text, true)) == text);
  CHECK(decoded(sixteen(text, false)) == text);
  CHECK(decoded(sixteen(text, true)) == text);
  CHECK(decoded("R\xe8gle d\x92"
                "absence \x80") == "Règle d’absence €");
  CHECK(decoded("") == "");
  CHECK(encoding_of("caf\xc3\xa9") == Encoding::utf8);
}

TEST_CASE("UTF-8 is not copied") {
  const std::string text = "\xef\xbb\xbfplain";
  const auto text_of = decode(text, ".").value();
  CHECK(text_of.is_view());
  CHECK(text_of.skipped() == 3);
  CHECK(text_of.text().data() == text.data() + 3);
}

TEST_CASE("a letter cut by the end of the file is no reason to misread the rest") {
  CHECK(decoded("d\xc3\xa9j\xc3\xa0 vu \xc3") == "déjà vu \xef\xbf\xbd");
  CHECK(decoded("d\xc3\xa9j\xc3\xa0 \xff vu \xc3\xa9") == "déjà \xef\xbf\xbd vu é");
}

TEST_CASE("pieces of any size give the same encoding") {
  const std::string text = "é€\xf0\x9f\x98\x80 ascii é";
  for (std::size_t size = 1; size < text.size(); ++size) {
    EncodingCheck check;
    for (std::size_t at = 0; at < text.size(); at += size)
      check.add(std::string_view(text).substr(at, size));
    CHECK(check.encoding() == Encoding::utf8);
  }
}

TEST_CASE("a big UTF-16 file is decoded through a temporary file, letter for letter") {
  std::string utf8, bytes = "\xff\xfe";
  while (bytes.size() < max_decoded_in_memory + 3 * decode_piece) {
    utf8 += "a\xf0\x9f\x98\x80";
    bytes += std::string("a\0\x3d\xd8\x00\xde", 6);
  }
  const auto text = decode(bytes, std::filesystem::temp_directory_path()).value();
  CHECK_FALSE(text.is_view());
  CHECK(text.text() == utf8);
  text.release_before(utf8.size() / 2);
  CHECK(text.text() == utf8);
}

TEST_CASE("a folder that cannot hold the temporary gives a message") {
  const std::string bytes = "\xff\xfe" + std::string(max_decoded_in_memory + 2, 'a');
  const auto text = decode(bytes, "/nonexistent/folder");
  REQUIRE_FALSE(text.has_value());
  CHECK(text.error().message.english.find("/nonexistent/folder") != std::string::npos);
}

TEST_CASE("a sample that cuts a letter is still UTF-8") {
  std::string text(sample_bytes - 1, 'a');
  text += "é and more";
  CHECK(decoded_sample(text) == std::string(sample_bytes - 1, 'a'));
}

}  // namespace digue::read
