// The client of bench/server.py's load: event streams that follow one incident's logbook, and
// writers that add lines to it, each waiting for its receipt.  It costs little, so that the server
// is what is measured.
//
//   bench_streams PORT COOKIE INCIDENT STREAMS WRITERS PER_SECOND ENTRIES
//
// PER_SECOND: of all the writers together; 0: as fast as receipts come.  A stream that is cut off
// comes back with Last-Event-ID.  Prints one line of JSON once every stream has every entry, or
// nothing came for 20 s, and keeps the streams open until its input ends.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  std::uint16_t port = 0;
  std::string cookie, incident;
  std::size_t streams = 0, writers = 0, per_second = 0, entries = 0;
};

std::uint64_t microseconds() {
  const auto now = Clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(now).count());
}

std::uint64_t number_at(std::string_view text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

int connected(const Options& options) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(options.port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int yes = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
    return socket;
  std::perror("connect");
  std::exit(1);
}

std::string head_of(const Options& options, std::string_view line, const std::string& more) {
  return std::string(line) + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(options.port) +
         "\r\nCookie: " + options.cookie + "\r\nX-Digue: 1\r\n" + more + "\r\n";
}

void send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

// ---- streams

// What one reader got: whole when the ids came one after the other, from the first to the last.
struct Stream {
  int socket = -1;
  bool in_head = true;
  std::string carried;  // of a line that is not whole yet
  std::uint64_t first = 0, last = 0, count = 0, at = 0;
  bool in_order = true;
};

class Streams {
 public:
  explicit Streams(const Options& options) : options_(options), all_(options.streams) {
    for (auto& stream : all_) open(stream);
  }

  // Until all have `options.entries`, or nothing comes any more.
  void follow() {
    auto last_news = Clock::now();
    while (whole() < all_.size() && Clock::now() - last_news < std::chrono::seconds(20))
      if (read_some(500)) last_news = Clock::now();
  }
  void await_heads() {
    while (begun_ < all_.size()) read_some(500);
  }

  std::size_t whole() const { return whole_; }
  std::size_t in_order(std::uint64_t first) const {
    return static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), [&](const Stream& one) {
      return one.in_order && one.count == options_.entries && one.first == first;
    }));
  }
  std::size_t cut_off() const { return cut_off_; }
  std::uint64_t last_at() const {
    std::uint64_t last = 0;
    for (const auto& one : all_) last = std::max(last, one.at);
    return last;
  }
  std::uint64_t reads() const { return delays_.size(); }
  std::vector<std::uint64_t>& delays() { return delays_; }

 private:
  void open(Stream& stream) {
    stream.socket = connected(options_);
    stream.in_head = true;
    stream.carried.clear();
    const auto resume =
        stream.count == 0 ? "" : "Last-Event-ID: " + std::to_string(stream.last) + "\r\n";
    send_all(stream.socket,
             head_of(options_, "GET /api/v1/incidents/" + options_.incident + "/stream", resume));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &stream;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, stream.socket, &event);
  }

  bool read_some(int wait_ms) {
    epoll_event events[256];
    const int count = ::epoll_wait(epoll_, events, 256, wait_ms);
    for (int i = 0; i < count; ++i) read(*static_cast<Stream*>(events[i].data.ptr));
    return count > 0;
  }

  void read(Stream& stream) {
    const auto got = ::recv(stream.socket, room_.data(), room_.size(), 0);
    if (got <= 0) {
      ::close(stream.socket);
      ++cut_off_;
      return open(stream);
    }
    now_ = microseconds();
    is_oldest_ = true;
    std::string_view bytes(room_.data(), static_cast<std::size_t>(got));
    for (auto end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n')) {
      if (stream.carried.empty()) {
        take(stream, bytes.substr(0, end));
      } else {
        stream.carried += bytes.substr(0, end);
        take(stream, stream.carried);
        stream.carried.clear();
      }
      bytes.remove_prefix(end + 1);
    }
    stream.carried += bytes;
  }

  void take(Stream& stream, std::string_view line) {
    if (stream.in_head) {
      if (line != "\r") return;
      stream.in_head = false;
      ++begun_;
    } else if (line.starts_with("id: ")) {
      take_id(stream, number_at(line.substr(4)));
    } else if (is_oldest_ && line.starts_with("data: ")) {
      is_oldest_ = false;
      if (const auto sent = line.find("\"sent "); sent != std::string_view::npos)
        delays_.push_back(now_ - number_at(line.substr(sent + 6)));
    }
  }

  void take_id(Stream& stream, std::uint64_t id) {
    if (stream.count == 0)
      stream.first = id;
    else if (id != stream.last + 1)
      stream.in_order = false;
    stream.last = id;
    stream.at = now_;
    if (++stream.count == options_.entries) ++whole_;
  }

  const Options& options_;
  std::vector<Stream> all_;
  int epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
  std::vector<char> room_ = std::vector<char>(1 << 20);
  std::size_t begun_ = 0, whole_ = 0, cut_off_ = 0;
  std::uint64_t now_ = 0;
  bool is_oldest_ = true;
  std::vector<std::uint64_t> delays_;  // of the oldest line of each read
};

// ---- writers

struct Receipts {
  std::vector<std::uint64_t> taken;  // microseconds
  std::uint64_t first = UINT64_MAX;  // position
  std::size_t refused = 0;
};

// Of one answer; "" when the connection ended.
std::string answer_on(int socket) {
  std::string answer;
  char room[4096];
  for (;;) {
    const auto head = answer.find("\r\n\r\n");
    if (head != std::string::npos) {
      const auto length = answer.find("Content-Length: ");
      if (answer.size() >= head + 4 + number_at(std::string_view(answer).substr(length + 16)))
        return answer;
    }
    const auto got = ::recv(socket, room, sizeof room, 0);
    if (got <= 0) return "";
    answer.append(room, static_cast<std::size_t>(got));
  }
}

Receipts write_lines(const Options& options, std::size_t count) {
  Receipts receipts;
  const int socket = connected(options);
  const auto tick = std::chrono::microseconds(
      options.per_second == 0 ? 0 : 1'000'000 * options.writers / options.per_second);
  auto next = Clock::now();
  for (std::size_t i = 0; i < count; ++i) {
    std::this_thread::sleep_until(next);
    next += tick;
    const auto began = microseconds();
    const auto body = R"({"text":"sent )" + std::to_string(began) + "\"}";
    send_all(socket, head_of(options, "POST /api/v1/incidents/" + options.incident + "/log",
                             "Content-Type: application/json\r\nContent-Length: " +
                                 std::to_string(body.size()) + "\r\n") +
                         body);
    const auto answer = answer_on(socket);
    receipts.taken.push_back(microseconds() - began);
    const auto entry = answer.find("\"entry\":");
    if (!answer.starts_with("HTTP/1.1 201") || entry == std::string::npos)
      ++receipts.refused;
    else
      receipts.first =
          std::min(receipts.first, number_at(std::string_view(answer).substr(entry + 8)));
  }
  ::close(socket);
  return receipts;
}

double milliseconds(std::vector<std::uint64_t>& values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto at = static_cast<std::size_t>(static_cast<double>(values.size() - 1) * share);
  return static_cast<double>(values[at]) / 1000;
}

double processor_seconds() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
         static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

Receipts write_all(const Options& options, double& seconds) {
  std::vector<Receipts> each(options.writers);
  std::vector<std::thread> writers;
  const auto began = Clock::now();
  for (auto& mine : each)
    writers.emplace_back([&] { mine = write_lines(options, options.entries / options.writers); });
  for (auto& writer : writers) writer.join();
  seconds = std::chrono::duration<double>(Clock::now() - began).count();
  Receipts all;
  for (const auto& one : each) {
    all.taken.insert(all.taken.end(), one.taken.begin(), one.taken.end());
    all.first = std::min(all.first, one.first);
    all.refused += one.refused;
  }
  return all;
}

void show(Streams& streams, Receipts& receipts, double seconds, std::uint64_t written_at) {
  const auto last = streams.last_at();
  std::printf(
      "{\"entries\":%zu,\"refused\":%zu,\"seconds\":%.3f,\"receipt_p50\":%.2f,\"receipt_p99\":%.2f,"
      "\"whole\":%zu,\"cut_off\":%zu,\"reads\":%zu,\"delay_p50\":%.2f,\"delay_p99\":%.2f,\"delay_"
      "most\":%.2f,"
      "\"after_the_last_receipt\":%.2f,\"processor\":%.2f}\n",
      receipts.taken.size(), receipts.refused, seconds, milliseconds(receipts.taken, 0.5),
      milliseconds(receipts.taken, 0.99), streams.in_order(receipts.first), streams.cut_off(),
      static_cast<std::size_t>(streams.reads()), milliseconds(streams.delays(), 0.5),
      milliseconds(streams.delays(), 0.99), milliseconds(streams.delays(), 1),
      last > written_at ? static_cast<double>(last - written_at) / 1000 : 0.0, processor_seconds());
  std::fflush(stdout);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 8) return 2;
  const auto number = [&](int i) { return static_cast<std::size_t>(number_at(arguments[i])); };
  Options options{static_cast<std::uint16_t>(number(1)),
                  arguments[2],
                  arguments[3],
                  number(4),
                  number(5),
                  number(6),
                  number(7)};
  options.entries -= options.entries % options.writers;
  Streams streams(options);
  streams.await_heads();
  Receipts receipts;
  double seconds = 0;
  std::uint64_t written_at = 0;
  std::thread writing([&] {
    receipts = write_all(options, seconds);
    written_at = microseconds();
  });
  streams.follow();
  writing.join();
  show(streams, receipts, seconds, written_at);
  while (std::getchar() != EOF) {
  }
}
