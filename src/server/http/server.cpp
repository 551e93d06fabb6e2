#include "server/http/server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/write.hpp>
#include <csignal>
#include <map>

#include "server/http/certificate.h"
#include "server/http/sentences.h"

namespace digue::server::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Failure = boost::system::error_code;
using PlainStream = tcp::socket;
using TlsStream = asio::ssl::stream<tcp::socket>;

tcp::socket& socket_of(PlainStream& stream) {
  return stream;
}
tcp::socket& socket_of(TlsStream& stream) {
  return stream.next_layer();
}
template <class Then>
void shake_hands(PlainStream& stream, Then then) {
  asio::post(stream.get_executor(), [then = std::move(then)] { then(Failure()); });
}
template <class Then>
void shake_hands(TlsStream& stream, Then then) {
  stream.async_handshake(TlsStream::server, std::move(then));
}

// Callbacks hold the stream, which may outlive the wire until the last of them is called.
template <class Stream>
class StreamWire final : public Wire {
 public:
  StreamWire(Stream stream, std::string peer)
      : core_(std::make_shared<Core>(std::move(stream))), peer_(std::move(peer)) {}
  ~StreamWire() override { core_->close(); }

  void handshake(std::function<void(bool)> then) override {
    shake_hands(core_->stream,
                [core = core_, then = std::move(then)](Failure error) { then(!error); });
  }
  void read(char* room, std::size_t size, std::function<void(std::size_t)> then) override {
    core_->stream.async_read_some(asio::buffer(room, size), [core = core_, then = std::move(then)](
                                                                Failure error, std::size_t bytes) {
      then(error ? 0 : bytes);
    });
  }
  void write(std::string_view bytes, std::function<void(bool)> then) override {
    asio::async_write(
        core_->stream, asio::buffer(bytes),
        [core = core_, then = std::move(then)](Failure error, std::size_t) { then(!error); });
  }
  void finish_writing() override {
    Failure ignored;
    if constexpr (std::is_same_v<Stream, PlainStream>)
      core_->stream.shutdown(tcp::socket::shutdown_send, ignored);
  }
  void close() override { core_->close(); }
  void must_end_in(std::chrono::milliseconds time) override {
    core_->ends = time.count() == 0 ? never : steady_clock::now() + time;
    if (core_->ends < core_->wakes) core_->watch();
  }
  const std::string& peer() const override { return peer_; }
  bool is_secure() const override { return std::is_same_v<Stream, TlsStream>; }

 private:
  using steady_clock = std::chrono::steady_clock;
  static constexpr auto never = steady_clock::time_point::max();

  struct Core : std::enable_shared_from_this<Core> {
    explicit Core(Stream given) : stream(std::move(given)), timer(stream.get_executor()) {}
    // The limit moves with each read and write, mostly further away: the timer is set again only
    // when it would come too late, and looks at the limit once it comes.
    void watch() {
      wakes = ends;
      timer.expires_at(ends);
      timer.async_wait([weak = this->weak_from_this()](Failure error) {
        const auto core = weak.lock();
        if (error || !core) return;
        core->wakes = never;
        if (core->ends <= steady_clock::now()) return core->close();
        if (core->ends != never) core->watch();
      });
    }
    void close() {
      Failure ignored;
      timer.cancel();
      socket_of(stream).close(ignored);
    }
    Stream stream;
    asio::steady_timer timer;
    steady_clock::time_point ends = never, wakes = never;
  };
  std::shared_ptr<Core> core_;
  std::string peer_;
};

std::vector<std::string> hosts_of(const Settings& settings, std::uint16_t port) {
  std::vector<std::string> hosts;
  const std::uint16_t usual = settings.certificate == nullptr ? 80 : 443;
  for (const auto& name : settings.names) {
    const auto host = name.find(':') == std::string::npos ? name : "[" + name + "]";
    hosts.push_back(host + ":" + std::to_string(port));
    if (port == usual) hosts.push_back(host);
  }
  return hosts;
}

}  // namespace

struct Server::State final : Threads {
  State(Settings given, Handler& handler)
      : settings(std::move(given)),
        shared{handler, *this, settings.limits, {}},
        workers(settings.workers),
        acceptor(loop),
        signals(loop),
        hangup(loop),
        pause(loop) {}
  ~State() override { workers.join(); }

  void on_loop(std::function<void()> what) override { asio::post(loop, std::move(what)); }
  void by_worker(std::function<void()> what) override { asio::post(workers, std::move(what)); }
  void on_loop_in(std::chrono::milliseconds time, std::function<void()> what) override {
    auto timer = std::make_shared<asio::steady_timer>(loop, time);
    timer->async_wait([timer, what = std::move(what)](Failure error) {
      if (!error) what();
    });
  }

  Outcome open();
  void await_hangup();
  void renew();
  void take(const Identity& identity);
  void accept();
  void begin(tcp::socket socket);

  Settings settings;
  Shared shared;
  std::size_t connections = 0;
  std::map<std::string, std::size_t> from_address;
  asio::ssl::context tls{asio::ssl::context::tls_server};
  asio::io_context loop{1};
  asio::thread_pool workers;
  tcp::acceptor acceptor;
  asio::signal_set signals, hangup;
  asio::steady_timer pause;
};

static Outcome use_certificate(const Certificate& pem, asio::ssl::context& tls) {
  Failure error;
  tls.set_options(asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1 |
                  asio::ssl::context::no_compression);
  tls.use_certificate_chain(asio::buffer(pem.chain), error);
  if (!error) tls.use_private_key(asio::buffer(pem.key), asio::ssl::context::pem, error);
  if (error) return fail<sentences::bad_certificate>(Error::Kind::bad_input, error.message());
  return {};
}

Outcome Server::State::open() {
  if (settings.certificate != nullptr) DIGUE_CHECK(use_certificate(*settings.certificate, tls));
  Failure error;
  const auto address = asio::ip::make_address(settings.address, error);
  if (error) return fail<sentences::bad_address>(Error::Kind::bad_input, settings.address);
  const tcp::endpoint endpoint(address, settings.port);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error)
    return fail<sentences::cannot_listen>(Error::Kind::refused, settings.address, settings.port,
                                          error.message());
  shared.hosts = hosts_of(settings, acceptor.local_endpoint().port());
  return {};
}

// When there is no room for one more, or the system has none, those that wait go on waiting.
void Server::State::accept() {
  if (connections >= settings.max_connections) {
    pause.expires_after(std::chrono::milliseconds(50));
    pause.async_wait([this](Failure error) {
      if (!error) accept();
    });
    return;
  }
  acceptor.async_accept([this](Failure error, tcp::socket socket) {
    if (error == asio::error::operation_aborted) return;
    if (!error) return begin(std::move(socket)), accept();
    pause.expires_after(std::chrono::milliseconds(50));
    pause.async_wait([this](Failure stopped) {
      if (!stopped) accept();
    });
  });
}

void Server::State::begin(tcp::socket socket) {
  Failure error;
  const auto address = socket.remote_endpoint(error).address();
  if (error) return;
  const auto peer = address.to_string();
  auto& count = from_address[peer];
  if (!address.is_loopback() && count >= settings.max_from_one_address) return;
  ++count;
  ++connections;
  socket.set_option(tcp::no_delay(true), error);
  auto ended = [this, peer] {
    --connections;
    if (--from_address[peer] == 0) from_address.erase(peer);
  };
  std::unique_ptr<Wire> wire;
  if (settings.certificate == nullptr)
    wire = std::make_unique<StreamWire<PlainStream>>(std::move(socket), peer);
  else
    wire = std::make_unique<StreamWire<TlsStream>>(TlsStream(std::move(socket), tls), peer);
  serve_connection(std::move(wire), shared, std::move(ended));
}

void Server::State::await_hangup() {
  hangup.async_wait([this](Failure error, int) {
    if (error) return;
    by_worker([this] { renew(); });
    await_hangup();
  });
}

// What can't be used is told, and changes nothing.
void Server::State::renew() {
  auto identity = settings.renew();
  if (!identity) return settings.tell(tell<sentences::certificate_kept>(identity.error().message));
  on_loop([this, identity = std::move(*identity)] { take(identity); });
}

// Connections that were begun go on under the one before.
void Server::State::take(const Identity& identity) {
  asio::ssl::context fresh(asio::ssl::context::tls_server);
  if (const auto used = use_certificate(identity.certificate, fresh); !used)
    return settings.tell(tell<sentences::certificate_kept>(used.error().message));
  tls = std::move(fresh);
  settings.names = identity.names;
  shared.hosts = hosts_of(settings, acceptor.local_endpoint().port());
  settings.tell(tell<sentences::certificate_renewed>(fingerprint_of(identity.certificate)));
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::listen(const Settings& settings, Handler& handler) {
  auto state = std::make_unique<State>(settings, handler);
  DIGUE_CHECK(state->open());
  // From now on somebody may be told that it listens, and end it: a signal waits for run().
  state->signals.add(SIGINT);
  state->signals.add(SIGTERM);
  if (state->settings.renew) state->hangup.add(SIGHUP);
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::uint16_t Server::port() const {
  return state_->acceptor.local_endpoint().port();
}

void Server::run() {
  auto& state = *state_;
  state.signals.async_wait([&](Failure error, int) {
    if (!error) state.loop.stop();
  });
  if (state.settings.renew) state.await_hangup();
  state.accept();
  state.loop.run();
  state.workers.join();
}

void Server::stop() {
  asio::post(state_->loop, [this] { state_->loop.stop(); });
}

}  // namespace digue::server::http
