#include "server/http/policy.h"

#include <algorithm>

#include "base/number.h"
#include "base/text.h"

namespace digue::server::http {

std::string_view method_name(Method method) {
  static constexpr std::string_view names[] = {"GET", "HEAD", "POST", "DELETE"};
  return names[static_cast<std::size_t>(method)];
}

std::string_view Head::field(std::string_view lower_case_name) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& one) { return one.name == lower_case_name; });
  return found == fields.end() ? std::string_view() : std::string_view(found->value);
}

namespace {

struct RefusalWords {
  int status;
  std::string_view name;
};
constexpr RefusalWords refusal_words[] = {
    {400, "malformed"},       {400, "bad-framing"},     {501, "unknown-coding"},
    {501, "unknown-method"},  {505, "unknown-version"}, {421, "bad-host"},
    {417, "bad-expectation"}, {431, "head-too-big"},    {413, "body-too-big"},
    {400, "body-not-meant"},  {408, "too-slow"}};

using Outcome = tl::expected<void, Refusal>;

tl::unexpected<Refusal> refuse(Refusal refusal) {
  return tl::unexpected<Refusal>(refusal);
}

// RFC 9110, section 5.6.2.
bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

// Visible ASCII, spaces, tabs, and bytes over 127, which we hand on unread.
bool is_field_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return c == '\t' || (byte >= 0x20 && byte != 0x7f);
  });
}

bool is_target(std::string_view text) {
  return text.starts_with('/') && std::all_of(text.begin(), text.end(), [](char c) {
           return c > 0x20 && c < 0x7f && c != '#' && c != '\\';
         });
}

// Lines without their ends; nothing when a CR or an LF stands alone.
std::optional<std::vector<std::string_view>> lines_of(std::string_view bytes) {
  std::vector<std::string_view> lines;
  while (!bytes.empty()) {
    const auto end = bytes.find_first_of("\r\n");
    if (end == std::string_view::npos || bytes.substr(end, 2) != "\r\n") return std::nullopt;
    lines.push_back(bytes.substr(0, end));
    bytes.remove_prefix(end + 2);
  }
  return lines;
}

class HeadReading {
 public:
  tl::expected<Head, Refusal> read(std::string_view bytes) {
    if (bytes.size() > max_head_bytes) return refuse(Refusal::head_too_big);
    const auto lines = lines_of(bytes);
    if (!lines || lines->size() < 2 || !lines->back().empty()) return refuse(Refusal::malformed);
    if (lines->size() - 2 > max_fields) return refuse(Refusal::head_too_big);
    if (auto read = request_line(lines->front()); !read) return refuse(read.error());
    for (std::size_t i = 1; i + 1 < lines->size(); ++i)
      if (!add_field((*lines)[i])) return refuse(Refusal::malformed);
    for (const auto check : {&HeadReading::check_host, &HeadReading::check_framing,
                             &HeadReading::check_connection, &HeadReading::check_expectation})
      if (auto fine = (this->*check)(); !fine) return refuse(fine.error());
    return std::move(head_);
  }

 private:
  Outcome request_line(std::string_view line) {
    const auto first = line.find(' ');
    const auto second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    if (second == std::string_view::npos) return refuse(Refusal::malformed);
    const auto method = line.substr(0, first), version = line.substr(second + 1);
    const auto target = line.substr(first + 1, second - first - 1);
    if (!is_token(method) || !is_target(target)) return refuse(Refusal::malformed);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return refuse(Refusal::unknown_version);
    head_.version_1_0 = version == "HTTP/1.0";
    head_.target = target;
    for (const auto known : {Method::get, Method::head, Method::post, Method::del})
      if (method == method_name(known)) return head_.method = known, Outcome();
    return refuse(Refusal::unknown_method);
  }

  // A folded line starts with a blank, so that its name is no token.
  bool add_field(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return false;
    const auto value = trimmed(line.substr(colon + 1));
    if (!is_field_value(value)) return false;
    head_.fields.push_back({lower(line.substr(0, colon)), std::string(value)});
    return true;
  }

  std::vector<std::string_view> all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& field : head_.fields)
      if (field.name == name) values.push_back(field.value);
    return values;
  }

  Outcome check_host() {
    const auto hosts = all("host");
    const bool one = hosts.size() == 1 && !hosts.front().empty();
    return one ? Outcome() : Outcome(refuse(Refusal::malformed));
  }

  Outcome check_framing() {
    const auto lengths = all("content-length"), codings = all("transfer-encoding");
    if (lengths.size() > 1 || codings.size() > 1) return refuse(Refusal::bad_framing);
    if (!lengths.empty() && !codings.empty()) return refuse(Refusal::bad_framing);
    if (!codings.empty()) {
      if (head_.version_1_0) return refuse(Refusal::bad_framing);
      if (!equal_ignoring_case(codings.front(), "chunked")) return refuse(Refusal::unknown_coding);
      head_.chunked = true;
    }
    if (!lengths.empty()) {
      head_.length = whole_number(lengths.front());
      if (!head_.length) return refuse(Refusal::bad_framing);
    }
    const bool body = head_.chunked || head_.length.value_or(0) != 0;
    if (body && head_.method != Method::post) return refuse(Refusal::body_not_meant);
    return {};
  }

  Outcome check_connection() {
    head_.close = head_.version_1_0;
    for (const auto value : all("connection"))
      for (const auto word : split(value, ','))
        if (equal_ignoring_case(trimmed(word), "close")) head_.close = true;
    return {};
  }

  Outcome check_expectation() {
    const auto expectations = all("expect");
    if (expectations.empty() || head_.version_1_0) return {};
    if (expectations.size() > 1 || !equal_ignoring_case(expectations.front(), "100-continue"))
      return refuse(Refusal::bad_expectation);
    head_.waits = head_.chunked || head_.length.value_or(0) != 0;
    return {};
  }

  Head head_;
};

}  // namespace

int status_of(Refusal refusal) {
  return refusal_words[static_cast<std::size_t>(refusal)].status;
}
std::string_view refusal_name(Refusal refusal) {
  return refusal_words[static_cast<std::size_t>(refusal)].name;
}

tl::expected<Head, Refusal> read_head(std::string_view bytes) {
  return HeadReading().read(bytes);
}

bool is_served(std::string_view host, std::span<const std::string> served) {
  return std::any_of(served.begin(), served.end(),
                     [&](const std::string& one) { return equal_ignoring_case(one, host); });
}

bool is_sendable(std::string_view name, std::string_view value) {
  return is_token(name) && is_field_value(value);
}

}  // namespace digue::server::http
