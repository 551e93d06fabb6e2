#include "server/http/reader.h"

#include <array>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <optional>

namespace digue::server::http {

namespace beast = boost::beast::http;

struct RequestReader::State {
  using Parser = beast::request_parser<beast::buffer_body>;

  std::string bytes;  // that came and are not read yet
  Head head;
  std::optional<Parser> parser;  // once the body is expected
  std::array<char, 64 << 10> room;
  std::size_t piece = 0;
  std::uint64_t body_bytes = 0, wire_bytes = 0, limit = 0;
  std::size_t searched = 0;  // of the end of the head
  bool head_read = false;
  std::optional<Refusal> refusal;

  Status refuse(Refusal why) {
    refusal = why;
    return Status::refused;
  }
  Status read_head_bytes();
  Status read_body();
  std::optional<Status> put();
  bool agrees() const;
};

RequestReader::RequestReader() : state_(std::make_unique<State>()) {}
RequestReader::~RequestReader() = default;

void RequestReader::feed(std::string_view bytes) {
  state_->bytes += bytes;
}

const Head& RequestReader::head() const {
  return state_->head;
}
Head& RequestReader::head() {
  return state_->head;
}
std::string_view RequestReader::body() const {
  return {state_->room.data(), state_->piece};
}
Refusal RequestReader::refusal() const {
  return state_->refusal.value_or(Refusal::malformed);
}
bool RequestReader::is_idle() const {
  return !state_->head_read && state_->bytes.empty();
}

RequestReader::Status RequestReader::State::read_head_bytes() {
  const auto end = bytes.find("\r\n\r\n", searched < 3 ? 0 : searched - 3);
  searched = bytes.size();
  if (end == std::string::npos)
    return bytes.size() >= max_head_bytes ? refuse(Refusal::head_too_big) : Status::more;
  auto read = read_head(std::string_view(bytes).substr(0, end + 4));
  if (!read) return refuse(read.error());
  head = std::move(*read);
  head_read = true;
  return Status::head;
}

void RequestReader::expect_body(std::uint64_t limit) {
  auto& state = *state_;
  state.limit = limit;
  state.parser.emplace();
  state.parser->header_limit(max_head_bytes);
  state.parser->body_limit(limit);
  state.parser->eager(true);
}

// What Beast made of the head, once it has read it.
bool RequestReader::State::agrees() const {
  if (!parser->is_header_done()) return true;
  const auto length = parser->content_length();
  const bool same_length = (length ? *length : 0) == head.length.value_or(0);
  return parser->chunked() == head.chunked && same_length && !parser->upgrade();
}

// One step of Beast; nothing when it wants to go on with the bytes that are left.
std::optional<RequestReader::Status> RequestReader::State::put() {
  auto& body = parser->get().body();
  body.data = room.data();
  body.size = room.size();
  body.more = true;
  boost::system::error_code error;
  const auto used = parser->put(boost::asio::buffer(bytes), error);
  bytes.erase(0, used);
  wire_bytes += used;
  piece = room.size() - body.size;
  body_bytes += piece;
  if (error == beast::error::body_limit) return refuse(Refusal::body_too_big);
  if (error && error != beast::error::need_more && error != beast::error::need_buffer)
    return refuse(Refusal::malformed);
  if (!agrees()) return refuse(Refusal::bad_framing);
  const auto overhead = max_head_bytes + max_chunk_overhead + body_bytes / 16;
  if (wire_bytes > body_bytes + overhead) return refuse(Refusal::malformed);
  if (piece != 0) return Status::body;
  if (parser->is_done()) return Status::done;
  if (used != 0 && !bytes.empty()) return std::nullopt;
  // What Beast holds back is the line of a chunk, or the trailers: they are short.
  return bytes.size() > max_chunk_overhead ? refuse(Refusal::malformed) : Status::more;
}

RequestReader::Status RequestReader::State::read_body() {
  if (head.length.value_or(0) > limit) return refuse(Refusal::body_too_big);
  for (;;) {
    if (parser->is_done()) return Status::done;
    if (bytes.empty()) return Status::more;
    if (const auto status = put()) return *status;
  }
}

RequestReader::Status RequestReader::read() {
  auto& state = *state_;
  state.piece = 0;
  if (state.refusal) return Status::refused;
  if (!state.head_read) return state.read_head_bytes();
  if (!state.parser) return Status::head;
  return state.read_body();
}

void RequestReader::next() {
  auto& state = *state_;
  state.parser.reset();
  state.head = Head();
  state.head_read = false;
  state.body_bytes = state.wire_bytes = 0;
  state.searched = 0;
}

}  // namespace digue::server::http
