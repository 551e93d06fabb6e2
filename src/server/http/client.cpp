#include "server/http/client.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include "base/number.h"
#include "base/text.h"

namespace digue::server::http {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using Failure = boost::system::error_code;
using Request = beast::http::request<beast::http::string_body>;

constexpr std::size_t max_url_bytes = 2048;
constexpr std::uint32_t max_answer_head_bytes = 8192;

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

asio::redirect_error_t<asio::use_awaitable_t<>> into(Failure& failure) {
  return {asio::use_awaitable, failure};
}

// "host:port", "[::1]:port", or either without port.
bool read_host(std::string_view text, Url& url) {
  const auto end = text.starts_with('[') ? text.find(']') : text.find(':');
  auto host = text.substr(0, end);
  auto rest = end == std::string_view::npos ? std::string_view() : text.substr(end);
  if (text.starts_with('[')) {
    if (rest.empty()) return false;
    host.remove_prefix(1);
    rest.remove_prefix(1);
  }
  url.host = lower(host);
  url.port = url.secure ? 443 : 80;
  if (rest.empty()) return !url.host.empty();
  const auto port =
      rest.starts_with(':') ? whole_number<std::uint16_t>(rest.substr(1)) : std::nullopt;
  url.port = port.value_or(0);
  return !url.host.empty() && url.port != 0;
}

Request request_of(const Url& url, std::span<const Field> fields, std::string_view body) {
  Request request(beast::http::verb::post, url.path, 11);
  const auto host = url.host.find(':') == std::string::npos ? url.host : "[" + url.host + "]";
  request.set(beast::http::field::host,
              url.has_usual_port() ? host : host + ":" + std::to_string(url.port));
  request.set(beast::http::field::user_agent, "Digue");
  request.set(beast::http::field::content_type, "application/json");
  for (const auto& field : fields) request.set(field.name, field.value);
  request.keep_alive(false);
  request.body() = body;
  request.prepare_payload();
  return request;
}

template <class Stream>
asio::awaitable<void> exchange(Stream& stream, const Request& request, Posted& out) {
  Failure failure;
  co_await beast::http::async_write(stream, request, into(failure));
  beast::flat_buffer buffer;
  beast::http::response_parser<beast::http::empty_body> answer;
  answer.header_limit(max_answer_head_bytes);
  if (!failure) co_await beast::http::async_read_header(stream, buffer, answer, into(failure));
  out.delivery = failure ? Delivery::unreadable : Delivery::answered;
  out.status = failure ? 0 : answer.get().result_int();
}

asio::awaitable<void> exchange_securely(tcp::socket socket, const Url& url, const Request& request,
                                        Posted& out) {
  asio::ssl::context tls(asio::ssl::context::tls_client);
  tls.set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
  Failure failure;
  tls.set_default_verify_paths(failure);
  asio::ssl::stream<tcp::socket> stream(std::move(socket), tls);
  stream.set_verify_mode(asio::ssl::verify_peer);
  stream.set_verify_callback(asio::ssl::host_name_verification(url.host));
  SSL_set_tlsext_host_name(stream.native_handle(), url.host.c_str());
  co_await stream.async_handshake(asio::ssl::stream_base::client, into(failure));
  if (failure)
    out.delivery = Delivery::untrusted;
  else
    co_await exchange(stream, request, out);
}

asio::awaitable<void> send(const Url& url, const Request& request, Posted& out) {
  const auto executor = co_await asio::this_coro::executor;
  tcp::resolver resolver(executor);
  tcp::socket socket(executor);
  Failure failure;
  out.delivery = Delivery::unreachable;
  const auto found =
      co_await resolver.async_resolve(url.host, std::to_string(url.port), into(failure));
  if (!failure) co_await asio::async_connect(socket, found, into(failure));
  if (failure) co_return;
  if (url.secure)
    co_await exchange_securely(std::move(socket), url, request, out);
  else
    co_await exchange(socket, request, out);
}

}  // namespace

std::optional<Url> read_url(std::string_view text) {
  Url url;
  const bool is_plain =
      text.size() <= max_url_bytes && std::all_of(text.begin(), text.end(), [](char c) {
        return c > 0x20 && c < 0x7f && c != '#' && c != '@' && c != '\\';
      });
  if (!is_plain) return std::nullopt;
  url.secure = text.starts_with("https://");
  if (!url.secure && !text.starts_with("http://")) return std::nullopt;
  text.remove_prefix(url.secure ? 8 : 7);
  const auto path = text.find_first_of("/?");
  if (!read_host(text.substr(0, path), url)) return std::nullopt;
  if (!url.secure && !is_loopback(url.host)) return std::nullopt;
  if (path != std::string_view::npos) url.path = text.substr(path);
  if (url.path.starts_with('?')) url.path = "/" + url.path;
  return url;
}

// Exceptions of the libraries end here.
Posted post(const Url& url, std::span<const Field> fields, std::string_view body,
            std::chrono::milliseconds limit, const std::stop_token& stop) {
  Posted out;
  try {
    const auto request = request_of(url, fields, body);
    Posted sent;
    bool ended = false;
    asio::io_context loop{1};
    const std::stop_callback at_once(stop, [&] { loop.stop(); });
    asio::co_spawn(loop, send(url, request, sent), [&](const std::exception_ptr& thrown) {
      ended = true;
      if (thrown) sent = {};
    });
    loop.run_for(limit);
    out = ended ? sent : Posted{Delivery::too_slow, 0};
  } catch (const std::exception&) {
    out = {};
  }
  return out;
}

}  // namespace digue::server::http
