// Reading a header back, strictly: every member, in order, of its type, and nothing else.
#include <simdjson.h>

#include <cstring>

#include "logbook/entry.h"

namespace digue::logbook {

struct HeaderReader::State {
  simdjson::dom::parser parser{max_header_bytes};
  std::vector<char> buffer;
};

HeaderReader::HeaderReader() : state_(std::make_unique<State>()) {}
HeaderReader::~HeaderReader() = default;
HeaderReader::HeaderReader(HeaderReader&&) noexcept = default;

namespace {

using Element = simdjson::dom::element;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

template <std::size_t size>
bool read_hex(std::string_view text, std::array<std::uint8_t, size>& out) {
  if (text.size() != 2 * size) return false;
  for (std::size_t i = 0; i < size; ++i) {
    const int high = hex_digit(text[2 * i]), low = hex_digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    out[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return true;
}

// Takes the members of one object in the order in which they must stand.  After the first mistake
// nothing more is read, and ok() says so.
class Members {
 public:
  explicit Members(const simdjson::dom::object& object)
      : current_(object.begin()), end_(object.end()) {}

  bool ok() const { return ok_; }
  bool at_end() const { return !(current_ != end_); }

  std::optional<Element> next(std::string_view name) {
    if (!ok_ || at_end() || current_.key() != name) {
      ok_ = false;
      return std::nullopt;
    }
    const Element value = current_.value();
    ++current_;
    return value;
  }

  std::string_view text(std::string_view name) {
    const auto value = next(name);
    std::string_view out;
    if (value && value->get_string().get(out) != simdjson::SUCCESS) ok_ = false;
    return out;
  }

  std::int64_t number(std::string_view name) {
    const auto value = next(name);
    std::int64_t out = 0;
    if (value && value->get_int64().get(out) != simdjson::SUCCESS) ok_ = false;
    return out;
  }

  Digest digest(std::string_view name) {
    Digest out{};
    if (!read_hex(text(name), out)) ok_ = false;
    return out;
  }

  std::optional<Digest> optional_digest(std::string_view name) {
    if (ok_ && !at_end() && current_.value().is_null()) {
      next(name);
      return std::nullopt;
    }
    return digest(name);
  }

  std::vector<std::string> texts(std::string_view name) {
    std::vector<std::string> out;
    const auto value = next(name);
    simdjson::dom::array array;
    if (!value) return out;
    if (value->get_array().get(array) != simdjson::SUCCESS) ok_ = false;
    if (!ok_) return out;
    for (const Element element : array) {
      std::string_view text;
      if (element.get_string().get(text) != simdjson::SUCCESS) ok_ = false;
      out.emplace_back(text);
    }
    return out;
  }

  void refuse_unless(bool condition) { ok_ = ok_ && condition; }

 private:
  simdjson::dom::object::iterator current_, end_;
  bool ok_ = true;
};

bool is_kind(std::string_view kind) {
  if (kind.empty() || kind.size() > 64) return false;
  for (const char c : kind)
    if ((c < 'a' || c > 'z') && c != '-') return false;
  return true;
}

void read_introduction(Members& members, Header& header) {
  const auto value = members.next("introduces");
  if (!value || value->is_null()) return;
  simdjson::dom::object object;
  if (value->get_object().get(object) != simdjson::SUCCESS) return members.refuse_unless(false);
  Members inner(object);
  Introduction introduction;
  const auto holder = inner.text("holder");
  introduction.machine = holder == "machine";
  inner.refuse_unless(introduction.machine || holder == "person");
  inner.refuse_unless(read_hex(inner.text("public_key"), introduction.key));
  members.refuse_unless(inner.ok() && inner.at_end());
  header.introduces = introduction;
}

void read_times(Members& members, Header& header) {
  const auto occurred = read_moment(members.text("occurred_at"));
  const auto precision = precision_named(members.text("occurred_precision"));
  const auto recorded = parse_rfc3339(members.text("recorded_at"));
  members.refuse_unless(occurred && precision && recorded);
  if (!members.ok()) return;
  header.occurred = *occurred;
  header.occurred.precision = *precision;
  header.recorded = *recorded;
}

void read_members(Members& members, Header& header) {
  members.refuse_unless(members.number("version") == format_version);
  header.incident = members.text("incident");
  header.kind = members.text("kind");
  members.refuse_unless(is_kind(header.kind));
  header.author = members.text("author");
  header.key = members.text("key");
  header.previous = members.optional_digest("previous");
  const auto size = members.number("after_size");
  members.refuse_unless(size >= 0);
  header.after_size = static_cast<std::uint64_t>(size);
  header.after = members.optional_digest("after");
  read_times(members, header);
  header.supersedes = members.optional_digest("supersedes");
  header.redacts = members.optional_digest("redacts");
  read_introduction(members, header);
  header.references.accounts = members.texts("accounts");
  header.references.hosts = members.texts("hosts");
  header.references.indicators = members.texts("indicators");
  header.references.evidence = members.texts("evidence");
  header.references.items = members.texts("items");
  header.body = members.digest("body");
  members.refuse_unless(members.at_end());
}

}  // namespace

std::optional<Header> HeaderReader::read(std::string_view bytes) {
  if (bytes.empty() || bytes.size() > max_header_bytes) return std::nullopt;
  auto& buffer = state_->buffer;
  if (buffer.size() < bytes.size() + simdjson::SIMDJSON_PADDING)
    buffer.resize(bytes.size() + simdjson::SIMDJSON_PADDING);
  std::memcpy(buffer.data(), bytes.data(), bytes.size());
  simdjson::dom::object object;
  if (state_->parser.parse(buffer.data(), bytes.size(), false).get_object().get(object) !=
      simdjson::SUCCESS)
    return std::nullopt;
  Members members(object);
  Header header;
  read_members(members, header);
  if (!members.ok()) return std::nullopt;
  return header;
}

}  // namespace digue::logbook
