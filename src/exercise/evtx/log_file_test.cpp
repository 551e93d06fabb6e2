#include "exercise/evtx/log_file.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <fstream>
#include <iterator>

#include "exercise/evtx/chunk.h"
#include "exercise/evtx/value.h"

namespace digue::exercise::evtx {

namespace {

std::uint64_t number_at(std::string_view bytes, std::size_t at, int size) {
  std::uint64_t number = 0;
  for (int i = size; i > 0; --i)
    number = number << 8U | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i) - 1]);
  return number;
}

const Kind& some_kind() {
  static const Kind kind{"Provider",
                         "{54849625-5478-4994-A5BA-3E3B0328C30D}",
                         "Channel",
                         4624,
                         2,
                         0,
                         12544,
                         1,
                         {{"Name"}, {"Sid", Type::sid}}};
  return kind;
}

std::string log_of(std::size_t events) {
  std::vector<Event> all;
  for (std::size_t i = 0; i < events; ++i)
    all.push_back({Instant{1'700'000'000'000}, &some_kind(), {"élève", "S-1-5-21-1-2-3-512"}, ""});
  const auto path = std::filesystem::temp_directory_path() /
                    ("digue-exercise-log-" + std::to_string(::getpid()) + ".evtx");
  REQUIRE(write_log(path, "SRV", all, 41));
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::filesystem::remove(path);
  return bytes;
}

}  // namespace

TEST_CASE("a log is a head and whole chunks, whose checksums hold") {
  const std::string bytes = log_of(700);
  const auto chunks = number_at(bytes, 42, 2);
  REQUIRE(bytes.size() == 4096 + chunks * Chunk::size);
  CHECK(chunks > 1);
  CHECK(number_at(bytes, 24, 8) == 41 + 700);  // the next record
  const std::string_view all = bytes;
  CHECK(number_at(bytes, 124, 4) == crc32(all.substr(0, 120)));
  std::uint64_t next = 41;
  for (std::size_t i = 0; i < chunks; ++i) {
    const auto chunk = all.substr(4096 + i * Chunk::size, Chunk::size);
    CHECK(chunk.substr(0, 7) == "ElfChnk");
    CHECK(number_at(chunk, 8, 8) == next);
    next = number_at(chunk, 16, 8) + 1;
    const auto used = number_at(chunk, 48, 4);
    CHECK(number_at(chunk, 52, 4) == crc32(chunk.substr(512, used - 512)));
    CHECK(number_at(chunk, 124, 4) == crc32(chunk.substr(128, 384), crc32(chunk.substr(0, 120))));
  }
  CHECK(next == 41 + 700);
}

TEST_CASE("values are written as Windows does") {
  CHECK(bytes_of(Type::sid, "S-1-5-32-544") ==
        std::string("\1\2\0\0\0\0\0\5\x20\0\0\0\x20\2\0\0", 16));
  CHECK(bytes_of(Type::hex64, "0x3e7") == std::string("\xe7\3\0\0\0\0\0\0", 8));
  CHECK(bytes_of(Type::guid, "{01020304-0506-0708-090a-0b0c0d0e0f10}") ==
        std::string("\4\3\2\1\6\5\10\7\11\12\13\14\15\16\17\20", 16));
  CHECK(bytes_of(Type::binary, "4D53") == "MS");
  CHECK(bytes_of(Type::text, "é") == "\xe9" + std::string(1, '\0'));
  CHECK(filetime(Instant{0}) == 116'444'736'000'000'000U);
  CHECK(crc32("123456789") == 0xcbf43926U);
}

}  // namespace digue::exercise::evtx
