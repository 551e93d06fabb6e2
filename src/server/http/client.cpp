#include "server/http/client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <exception>

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

Request request_of(const Url& url, const Errand& errand) {
  const auto verb =
      errand.method == Method::post ? beast::http::verb::post : beast::http::verb::get;
  Request request(verb, url.path, 11);
  const auto host = url.host.find(':') == std::string::npos ? url.host : "[" + url.host + "]";
  request.set(beast::http::field::host,
              url.has_usual_port() ? host : host + ":" + std::to_string(url.port));
  request.set(beast::http::field::user_agent, "Digue");
  for (const auto& field : errand.fields) request.set(field.name, field.value);
  request.keep_alive(false);
  request.body() = errand.body;
  request.prepare_payload();
  return request;
}

// Each step waits for its end, for the end of the time, or for `stop`, after which there is no
// other.
class Exchange {
 public:
  Exchange(const Errand& errand, std::chrono::milliseconds limit, const std::stop_token& stop)
      : errand_(errand), end_(std::chrono::steady_clock::now() + limit), stop_(stop) {}

  Fetched run(const Url& url) {
    const auto request = request_of(url, errand_);
    const std::stop_callback at_once(stop_, [this] { loop_.stop(); });
    tcp::socket socket(loop_);
    if (const auto failure = connect(url, socket); failure)
      return ended(failure, Delivery::unreachable);
    if (!url.secure) return ask(socket, request);
    asio::ssl::context tls(asio::ssl::context::tls_client);
    asio::ssl::stream<tcp::socket&> stream(socket, tls);
    if (const auto failure = trust(url, tls, stream); failure)
      return ended(failure, Delivery::untrusted);
    return ask(stream, request);
  }

 private:
  template <class Begin>
  Failure wait_for(const Begin& begin) {
    Failure out = asio::error::timed_out;
    begin([&out](Failure failure, const auto&...) { out = failure; });
    loop_.restart();
    if (!stop_.stop_requested()) loop_.run_until(end_);
    return out;
  }

  static Fetched ended(Failure failure, Delivery otherwise) {
    return {failure == asio::error::timed_out ? Delivery::too_slow : otherwise, 0, {}};
  }

  Failure connect(const Url& url, tcp::socket& socket) {
    tcp::resolver resolver(loop_);
    tcp::resolver::results_type found;
    auto failure = wait_for([&](auto then) {
      resolver.async_resolve(url.host, std::to_string(url.port),
                             [&found, then](Failure code, const tcp::resolver::results_type& all) {
                               found = all;
                               then(code);
                             });
    });
    if (!failure)
      failure = wait_for([&](auto then) { asio::async_connect(socket, found, std::move(then)); });
    return failure;
  }

  // By the authorities, for that name.
  Failure trust(const Url& url, asio::ssl::context& tls, asio::ssl::stream<tcp::socket&>& stream) {
    tls.set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
    Failure failure;
    if (errand_.authorities.empty())
      tls.set_default_verify_paths(failure);
    else
      tls.load_verify_file(errand_.authorities.string(), failure);
    if (failure) return failure;
    stream.set_verify_mode(asio::ssl::verify_peer);
    stream.set_verify_callback(asio::ssl::host_name_verification(url.host));
    SSL_set_tlsext_host_name(stream.native_handle(), url.host.c_str());
    return wait_for([&](auto then) {
      stream.async_handshake(asio::ssl::stream_base::client, std::move(then));
    });
  }

  template <class Stream>
  Fetched ask(Stream& stream, const Request& request) {
    auto failure =
        wait_for([&](auto then) { beast::http::async_write(stream, request, std::move(then)); });
    if (failure) return ended(failure, Delivery::unreadable);
    beast::flat_buffer buffer;
    beast::http::response_parser<beast::http::string_body> answer;
    answer.header_limit(max_answer_head_bytes);
    const bool wants_body = errand_.max_answer_bytes != 0;
    if (wants_body)
      answer.body_limit(errand_.max_answer_bytes);
    else
      answer.body_limit(boost::none);
    failure = wait_for([&](auto then) {
      if (wants_body)
        beast::http::async_read(stream, buffer, answer, std::move(then));
      else
        beast::http::async_read_header(stream, buffer, answer, std::move(then));
    });
    if (failure) return ended(failure, Delivery::unreadable);
    return {Delivery::answered, static_cast<int>(answer.get().result_int()),
            std::move(answer.get().body())};
  }

  const Errand& errand_;
  asio::io_context loop_{1};
  std::chrono::steady_clock::time_point end_;
  std::stop_token stop_;
};

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
Fetched fetch(const Url& url, const Errand& errand, std::chrono::milliseconds limit,
              const std::stop_token& stop) {
  try {
    return Exchange(errand, limit, stop).run(url);
  } catch (const std::exception&) {
    return {};
  }
}

Posted post(const Url& url, std::span<const Field> fields, std::string_view body,
            std::chrono::milliseconds limit, const std::stop_token& stop) {
  Errand errand{.method = Method::post, .fields = {{"content-type", "application/json"}}};
  errand.fields.insert(errand.fields.end(), fields.begin(), fields.end());
  errand.body = body;
  const auto fetched = fetch(url, errand, limit, stop);
  return {fetched.delivery, fetched.status};
}

}  // namespace digue::server::http
