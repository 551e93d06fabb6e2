#include "server/http/connection.h"

#include <array>
#include <exception>

#include "server/http/reader.h"

namespace digue::server::http {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// What a sink is given at once.
constexpr std::size_t sink_piece_bytes = 256 << 10;
constexpr std::size_t max_drained_bytes = 1 << 20;

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(std::unique_ptr<Wire> wire, const Shared& shared, std::function<void()> ended)
      : wire_(std::move(wire)), shared_(shared), ended_(std::move(ended)) {}
  ~Connection() {
    if (stream_) stream_->close();
    ended_();
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void start() {
    wire_->must_end_in(limits().handshake);
    wire_->handshake([self = shared_from_this()](bool done) {
      if (done) self->await_request();
    });
  }

 private:
  using Status = RequestReader::Status;
  const TimeLimits& limits() const { return shared_.limits; }

  // ---- reading

  void await_request() {
    request_ = Request();
    wire_->must_end_in(reader_.is_idle() ? limits().idle : limits().head);
    go_on();
  }

  void read_more() {
    const bool was_idle = reader_.is_idle();
    wire_->read(room_.data(), room_.size(),
                [self = shared_from_this(), was_idle](std::size_t bytes) {
                  if (bytes == 0) return;  // the connection goes with its last reference
                  self->reader_.feed({self->room_.data(), bytes});
                  if (was_idle) self->wire_->must_end_in(self->limits().head);
                  self->go_on();
                });
  }

  void go_on() {
    switch (reader_.read()) {
      case Status::more:
        if (receiving_) await_piece();
        return read_more();
      case Status::head:
        return take_head();
      case Status::body:
        return take_piece();
      case Status::done:
        return take_request();
      case Status::refused:
        return refuse(reader_.refusal());
    }
  }

  void await_piece() {
    auto time = limits().piece;
    if (!request_.sink) {
      const auto left = std::chrono::duration_cast<milliseconds>(body_end_ - steady_clock::now());
      time = std::max(milliseconds(1), std::min(time, left));
    }
    wire_->must_end_in(time);
  }

  void take_head() {
    auto& head = reader_.head();
    if (!is_served(head.field("host"), shared_.hosts)) return refuse(Refusal::bad_host);
    auto target = read_target(head.target);
    if (!target) return refuse(Refusal::malformed);
    request_.head = head;
    request_.target = std::move(*target);
    request_.peer = wire_->peer();
    request_.secure = wire_->is_secure();
    wire_->must_end_in(milliseconds(0));
    by_worker([](Connection& self) {
      auto reception =
          self.guarded<Reception>([&] { return self.shared_.handler.receive(self.request_); });
      if (!reception) reception = Reception{.refusal = Response{.status = 500}};
      self.on_loop([reception = std::move(*reception)](Connection& loop) mutable {
        loop.receive(std::move(reception));
      });
    });
  }

  void receive(Reception reception) {
    if (reception.refusal) return answer_and_close(std::move(*reception.refusal));
    request_.sink = std::move(reception.sink);
    body_end_ = steady_clock::now() + limits().body;
    receiving_ = true;
    reader_.expect_body(reception.body_limit);
    if (!request_.head.waits) return go_on();
    if (request_.head.length.value_or(0) > reception.body_limit)
      return refuse(Refusal::body_too_big);
    out_ = "HTTP/1.1 100 Continue\r\n\r\n";
    write_out([](Connection& self) { self.go_on(); });
  }

  // To memory, or to the sink by a worker when there is enough for it.
  void take_piece() {
    request_.body += reader_.body();
    if (!request_.sink || request_.body.size() < sink_piece_bytes) return go_on();
    give_to_sink([](Connection& self) { self.go_on(); });
  }

  void give_to_sink(void (*then)(Connection&)) {
    wire_->must_end_in(milliseconds(0));
    by_worker([then](Connection& self) {
      if (!self.request_.sink_error)
        if (auto added = self.request_.sink->add(self.request_.body); !added)
          self.request_.sink_error = added.error();
      self.request_.body.clear();
      self.on_loop(then);
    });
  }

  void take_request() {
    receiving_ = false;
    if (request_.sink && !request_.body.empty())
      return give_to_sink([](Connection& self) { self.take_request(); });
    wire_->must_end_in(milliseconds(0));
    by_worker([](Connection& self) {
      auto response =
          self.guarded<Response>([&] { return self.shared_.handler.answer(self.request_); });
      self.request_.sink.reset();
      if (!response) response = Response{.status = 500};
      self.on_loop([response = std::move(*response)](Connection& loop) mutable {
        loop.answer(std::move(response));
      });
    });
  }

  // A library's exception ends the request, never the server.
  template <class Value, class What>
  static std::optional<Value> guarded(What&& what) {
    try {
      return what();
    } catch (const std::exception&) {
      return std::nullopt;
    }
  }

  // ---- answering

  void answer(Response response) {
    if (response.events) return begin_events(std::move(response));
    const bool close = request_.head.close;
    const bool head_only = request_.head.method == Method::head;
    out_ = head_bytes(response, close);
    if (!head_only) out_ += response.body;
    reader_.next();
    if (close) return write_out([](Connection& self) { self.linger(); });
    write_out([](Connection& self) { self.await_request(); });
  }

  void refuse(Refusal refusal) {
    auto response =
        guarded<Response>([&] { return shared_.handler.refused(refusal, reader_.head()); });
    if (!response) response = Response{.status = status_of(refusal)};
    answer_and_close(std::move(*response));
  }

  void answer_and_close(Response response) {
    out_ = head_bytes(response, true);
    if (reader_.head().method != Method::head) out_ += response.body;
    write_out([](Connection& self) { self.linger(); });
  }

  // Takes what the client still sends, for a while: a connection closed on unread bytes is reset,
  // and the answer with it.
  void linger() {
    wire_->finish_writing();
    wire_->must_end_in(limits().linger);
    drain(0);
  }
  void drain(std::size_t drained) {
    wire_->read(room_.data(), room_.size(),
                [self = shared_from_this(), drained](std::size_t bytes) {
                  if (bytes != 0 && drained + bytes < max_drained_bytes)
                    self->drain(drained + bytes);
                });
  }

  void write_out(void (*then)(Connection&)) { write(out_, then); }
  void write(std::string_view bytes, void (*then)(Connection&)) {
    wire_->must_end_in(limits().write);
    wire_->write(bytes, [self = shared_from_this(), then](bool done) {
      if (done) then(*self);
    });
  }

  // ---- events

  void begin_events(Response response) {
    out_ = head_bytes(response, true);
    if (request_.head.method == Method::head)
      return write_out([](Connection& self) { self.linger(); });
    // The stream may outlive the connection, and wakes it from any thread.
    stream_ = std::make_shared<EventStream>([weak = weak_from_this(), &threads = shared_.threads] {
      threads.on_loop([weak] {
        if (const auto self = weak.lock()) self->write_events();
      });
    });
    writing_ = true;
    open_ = std::move(response.events);
    goes_on_ = std::move(response.events_go_on);
    watch_for_end();
    write_out([](Connection& self) {
      self.writing_ = false;
      self.by_worker([](Connection& worker) {
        worker.guarded<bool>([&] { return worker.open_(worker.stream_), true; });
      });
      self.beat();
      self.write_events();
    });
  }

  // A reader of events sends nothing more: what comes is its end.
  void watch_for_end() {
    wire_->read(room_.data(), room_.size(), [self = shared_from_this()](std::size_t) {
      self->stream_->close();
      self->wire_->close();
    });
  }

  void beat() {
    shared_.threads.on_loop_in(limits().heartbeat, [weak = weak_from_this()] {
      const auto self = weak.lock();
      if (!self) return;
      if (self->goes_on_ && !self->goes_on_()) {
        self->stream_->close();
        return self->wire_->close();
      }
      static const auto heartbeat = frame_of(": \n\n");
      if (self->stream_->send(heartbeat)) self->beat();
    });
  }

  void write_events() {
    if (writing_) return;
    if (stream_->is_closed()) return wire_->close();
    frames_ = stream_->take();
    if (frames_.empty()) return;
    writing_ = true;
    write(joined_frames(), [](Connection& self) {
      self.writing_ = false;
      self.wire_->must_end_in(milliseconds(0));
      self.write_events();
    });
  }

  // In one piece: as it is when there is one, as nearly always.
  std::string_view joined_frames() {
    if (frames_.size() == 1) return *frames_.front();
    out_.clear();
    for (const auto& frame : frames_) out_ += *frame;
    frames_.clear();
    return out_;
  }

  // ---- threads

  template <class What>
  void by_worker(What what) {
    shared_.threads.by_worker([self = shared_from_this(), what]() mutable {
      what(*self);
      // The last reference must go on the loop's thread.
      auto& threads = self->shared_.threads;
      threads.on_loop([held = std::move(self)] {});
    });
  }
  template <class What>
  void on_loop(What what) {
    auto call = std::make_shared<What>(std::move(what));
    shared_.threads.on_loop([self = shared_from_this(), call] { (*call)(*self); });
  }

  std::unique_ptr<Wire> wire_;
  const Shared& shared_;
  std::function<void()> ended_;
  RequestReader reader_;
  Request request_;
  std::array<char, 16 << 10> room_;
  std::string out_;
  steady_clock::time_point body_end_;
  bool receiving_ = false;
  std::shared_ptr<EventStream> stream_;
  std::vector<Frame> frames_;  // being written
  std::function<void(const std::shared_ptr<EventStream>&)> open_;
  std::function<bool()> goes_on_;
  bool writing_ = false;
};

}  // namespace

void serve_connection(std::unique_ptr<Wire> wire, const Shared& shared,
                      std::function<void()> ended) {
  std::make_shared<Connection>(std::move(wire), shared, std::move(ended))->start();
}

}  // namespace digue::server::http
