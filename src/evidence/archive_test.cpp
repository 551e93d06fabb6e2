#include "evidence/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include <memory>

#include "base/hash.h"

namespace digue::evidence {

namespace {

struct Entry {
  std::string name, bytes;
  unsigned type = AE_IFREG;
};

struct Shape {
  int format = ARCHIVE_FORMAT_ZIP;
  int filter = ARCHIVE_FILTER_NONE;
  std::string password = {};
};

std::string packed(const std::vector<Entry>& entries, const Shape& shape = {}) {
  std::string out(16 << 20, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format(writer, shape.format);
  archive_write_add_filter(writer, shape.filter);
  archive_write_set_bytes_in_last_block(writer, 1);
  if (!shape.password.empty()) {
    archive_write_set_options(writer, "zip:encryption=aes256");
    archive_write_set_passphrase(writer, shape.password.c_str());
  }
  REQUIRE(archive_write_open_memory(writer, out.data(), out.size(), &used) == ARCHIVE_OK);
  for (const Entry& entry : entries) {
    archive_entry* header = archive_entry_new();
    archive_entry_set_pathname(header, entry.name.c_str());
    archive_entry_set_filetype(header, entry.type);
    archive_entry_set_perm(header, 0644);
    if (entry.type == AE_IFLNK) archive_entry_set_symlink(header, entry.bytes.c_str());
    archive_entry_set_size(header, static_cast<la_int64_t>(entry.bytes.size()));
    REQUIRE(archive_write_header(writer, header) == ARCHIVE_OK);
    if (entry.type == AE_IFREG) archive_write_data(writer, entry.bytes.data(), entry.bytes.size());
    archive_entry_free(header);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

struct Seen final : ItemVisitor {
  std::vector<std::pair<std::string, std::string>> items;
  std::vector<Unreadable> lost;
  std::vector<Skipped> left_out;
  Outcome item(const Item& item) override {
    items.emplace_back(item.name, item.bytes);
    return {};
  }
  void unreadable(const Unreadable& unreadable) override { lost.push_back(unreadable); }
  void skipped(const Skipped& skipped) override { left_out.push_back(skipped); }
};

Seen seen(const std::string& name, const std::string& bytes, const ArchiveLimits& limits = {}) {
  Seen visitor;
  REQUIRE(open_items_of({name, bytes, {}}, visitor, limits));
  return visitor;
}

bool says(const Unreadable& lost, std::string_view words) {
  return lost.reason.english.find(words) != std::string::npos;
}

// Bytes that do not compress.
std::string noise(std::size_t size) {
  std::string bytes;
  while (bytes.size() < size) {
    const Digest digest = sha256(std::to_string(bytes.size()));
    bytes += as_text(digest);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace

TEST_CASE("a plain file is itself") {
  const auto visitor = seen("a.csv", "x,y\n");
  REQUIRE(visitor.items.size() == 1);
  CHECK(visitor.items[0] == std::pair<std::string, std::string>("a.csv", "x,y\n"));
}

TEST_CASE("zip, 7z, tar and compressed tar give their files under outer/inner names") {
  const std::vector<Entry> entries = {{"Journaux d’accès/é.csv", "un"}, {"b.json", "deux"}};
  for (const auto& [name, shape] : std::initializer_list<std::pair<std::string, Shape>>{
           {"o.zip", {}},
           {"o.7z", {.format = ARCHIVE_FORMAT_7ZIP}},
           {"o.tar", {.format = ARCHIVE_FORMAT_TAR_PAX_RESTRICTED}},
           {"o.tar", {.format = ARCHIVE_FORMAT_TAR_USTAR}},
           {"o.tgz", {.format = ARCHIVE_FORMAT_TAR_GNUTAR, .filter = ARCHIVE_FILTER_GZIP}},
           {"o.txz", {.format = ARCHIVE_FORMAT_TAR_USTAR, .filter = ARCHIVE_FILTER_XZ}},
           {"o.tzst", {.format = ARCHIVE_FORMAT_TAR_USTAR, .filter = ARCHIVE_FILTER_ZSTD}}}) {
    CAPTURE(name);
    const ::locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    const ::locale_t before = ::uselocale(utf8);
    const std::string bytes = packed(entries, shape);
    ::uselocale(before);
    ::freelocale(utf8);
    const auto visitor = seen(name, bytes);
    REQUIRE(visitor.items.size() == 2);
    CHECK(visitor.items[0].first == name + "/Journaux d’accès/é.csv");
    CHECK(visitor.items[1] == std::pair(name + "/b.json", std::string("deux")));
    CHECK(visitor.lost.empty());
  }
}

TEST_CASE("a single compressed file loses its suffix, whatever its header claims") {
  const auto bytes = packed({{"../../etc/passwd", "x,y\n"}},
                            {.format = ARCHIVE_FORMAT_RAW, .filter = ARCHIVE_FILTER_GZIP});
  const auto visitor = seen("logs/export.csv.gz", bytes);
  REQUIRE(visitor.items.size() == 1);
  CHECK(visitor.items[0].first == "logs/export.csv.gz/export.csv");
}

TEST_CASE("archives in archives are opened, down to a depth") {
  std::string bytes = "x,y\n";
  std::string name = "a.csv";
  std::vector<std::string> made;
  for (int i = 0; i < 6; ++i) {
    bytes = packed({{name, bytes}});
    name = std::to_string(i) + ".zip";
    made.push_back(bytes);
  }
  const auto four = seen("o.zip", made[3]);
  REQUIRE(four.items.size() == 1);
  CHECK(four.items[0].first == "o.zip/2.zip/1.zip/0.zip/a.csv");
  const auto six = seen("o.zip", made[5]);
  CHECK(six.items.empty());
  REQUIRE(six.lost.size() == 1);
  CHECK(says(six.lost[0], "inside 4 archives"));
}

TEST_CASE("a name that leads out of the archive is refused by name; the rest is read") {
  const auto visitor = seen("o.tar", packed({{"../../home/x/.ssh/authorized_keys", "k"},
                                             {"/etc/passwd", "k"},
                                             {"C:\\Windows\\x.csv", "k"},
                                             {"a\\..\\..\\b.csv", "k"},
                                             {"./fine..csv", "x"}},
                                            {.format = ARCHIVE_FORMAT_TAR_USTAR}));
  REQUIRE(visitor.items.size() == 1);
  CHECK(visitor.items[0].first == "o.tar/fine..csv");
  REQUIRE(visitor.lost.size() == 4);
  CHECK(visitor.lost[0].name == "o.tar/../../home/x/.ssh/authorized_keys");
  for (const auto& lost : visitor.lost) CHECK(says(lost, "leads out"));
}

TEST_CASE("links are not followed, junk is left out, two files of one name stay two") {
  const auto visitor = seen("o.tar", packed({{"link.csv", "/etc/passwd", AE_IFLNK},
                                             {"__MACOSX/._a.csv", "junk"},
                                             {"a.csv", "1"},
                                             {"a.csv", "2"}},
                                            {.format = ARCHIVE_FORMAT_TAR_USTAR}));
  REQUIRE(visitor.items.size() == 2);
  CHECK(visitor.items[1] == std::pair<std::string, std::string>("o.tar/a.csv (2)", "2"));
  REQUIRE(visitor.left_out.size() == 2);
  CHECK_FALSE(visitor.left_out[0].junk);
  CHECK(visitor.left_out[1].junk);
}

TEST_CASE("an encrypted file is said, and what is beside it is read") {
  const auto visitor = seen("o.zip", packed({{"a.csv", "secret"}}, {.password = "azerty"}));
  CHECK(visitor.items.empty());
  REQUIRE(visitor.lost.size() == 1);
  CHECK(visitor.lost[0].name == "o.zip/a.csv");
  CHECK(says(visitor.lost[0], "password"));
}

TEST_CASE("of an archive cut short, what came before is read, half a file too") {
  const std::string big = noise(400'000);
  for (const Shape& shape :
       {Shape{}, Shape{.format = ARCHIVE_FORMAT_TAR_USTAR},
        Shape{.format = ARCHIVE_FORMAT_TAR_USTAR, .filter = ARCHIVE_FILTER_GZIP}}) {
    const std::string whole = packed({{"a.csv", "first"}, {"b.csv", big}}, shape);
    const auto visitor = seen("o", whole.substr(0, whole.size() / 2));
    CAPTURE(shape.format);
    REQUIRE(visitor.items.size() == 2);
    CHECK(visitor.items[0].second == "first");
    const std::string& half = visitor.items[1].second;
    CHECK(half.size() > 100'000);
    CHECK(half.size() < 300'000);
    CHECK(big.starts_with(half));
    REQUIRE_FALSE(visitor.lost.empty());
    CHECK(visitor.lost[0].name == "o/b.csv");
    CHECK(visitor.lost[0].offset == half.size());
  }
}

TEST_CASE("an archive without its end, which only its end describes, is said to be damaged") {
  const auto whole = packed({{"a.csv", noise(5000)}}, {.format = ARCHIVE_FORMAT_7ZIP});
  const auto visitor = seen("o.7z", whole.substr(0, 3000));
  CHECK(visitor.items.empty());
  REQUIRE(visitor.lost.size() == 1);
  CHECK(visitor.lost[0].name == "o.7z");
  CHECK(says(visitor.lost[0], "damaged or cut short"));
}

// libarchive gives up before it knows what is inside, and then must not be asked about it.
TEST_CASE("a compressed file whose first block is damaged is said to be damaged, not encrypted") {
  std::string bytes =
      packed({{"a.csv", "x,y\n1,2\n"}}, {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP});
  for (std::size_t i = 20; i < bytes.size(); ++i) bytes[i] = '\x55';
  const auto visitor = seen("o.tgz", bytes);
  CHECK(visitor.items.empty());
  REQUIRE(visitor.lost.size() == 1);
  CHECK(visitor.lost[0].name == "o.tgz");
  CHECK(says(visitor.lost[0], "damaged"));
}

TEST_CASE("an archive that unfolds too much is stopped, and what came before is read") {
  const auto bytes =
      packed({{"a.csv", "first"}, {"b.csv", std::string(8 << 20, '0')}, {"c.csv", "never"}});
  const auto by_ratio = seen("o.zip", bytes, {.ratio = 100, .ratio_allowance = 1 << 20});
  CHECK(by_ratio.items.size() == 1);
  REQUIRE(by_ratio.lost.size() == 1);
  CHECK(says(by_ratio.lost[0], "bomb"));
  const auto by_size = seen("o.zip", bytes, {.total_bytes = 1 << 20});
  CHECK(by_size.items.size() == 1);
  CHECK(by_size.lost[0].name == "o.zip/b.csv");
  const auto by_count = seen("o.zip", bytes, {.items = 2});
  CHECK(by_count.items.size() == 2);
  CHECK(says(by_count.lost[0], "more than 2 files"));
}

TEST_CASE("a sparse file's hole counts as bytes before it is filled") {
  archive* writer = archive_write_new();
  std::string bytes(64 << 10, '\0');
  std::size_t used = 0;
  archive_write_set_format_pax_restricted(writer);
  archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
  archive_entry* header = archive_entry_new();
  archive_entry_set_pathname(header, "hole.csv");
  archive_entry_set_filetype(header, AE_IFREG);
  const la_int64_t huge = la_int64_t{1} << 40;
  archive_entry_set_size(header, huge);
  archive_entry_sparse_add_entry(header, huge - 1, 1);
  archive_write_header(writer, header);
  archive_write_data(writer, "x", 1);
  archive_entry_free(header);
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  const auto visitor = seen("o.tar", bytes);
  CHECK(visitor.items.empty());
  CHECK(visitor.lost.size() == 1);
}

TEST_CASE("a file bigger than memory allows is handed over whole, from a temporary file") {
  const std::string big = noise(3 << 20);
  const auto visitor = seen("o.zip", packed({{"big.csv", big}}));
  REQUIRE(visitor.items.size() == 1);
  CHECK(visitor.items[0].second == big);
}

TEST_CASE("a temporary folder that is not there is an error that names it") {
  Seen visitor;
  const std::string bytes = packed({{"big.csv", noise(2 << 20)}});
  const auto outcome =
      open_items_of({"o.zip", bytes, {}}, visitor, {.temporary_folder = "/nowhere"});
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().kind == Error::Kind::storage);
  CHECK(outcome.error().message.french.find("/nowhere") != std::string::npos);
}

TEST_CASE("an office document and binary noise are files, not archives") {
  const auto document = packed({{"[Content_Types].xml", std::string(100, 'x')}});
  CHECK(container_of(document) == Container::none);
  CHECK(container_of(std::string(1024, '\0')) == Container::none);
  CHECK(container_of(noise(4096)) == Container::none);
  CHECK(container_of("") == Container::none);
}

}  // namespace digue::evidence
