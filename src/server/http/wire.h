// One connection's bytes, in clear or under TLS, without any type of the library that moves them.
//
// Everything runs on the thread of the server's loop; callbacks are called there, never before the
// call that asked for them returns.  After close(), or once the time is up, they are called with an
// error.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace digue::server::http {

class Wire {
 public:
  virtual ~Wire() = default;
  // Once, first.
  virtual void handshake(std::function<void(bool done)> then) = 0;
  // `bytes`: 0 at the end, or when it failed.
  virtual void read(char* room, std::size_t size, std::function<void(std::size_t bytes)> then) = 0;
  // All of it; `bytes` must live until then.
  virtual void write(std::string_view bytes, std::function<void(bool done)> then) = 0;
  // Nothing more will be written; what the other end still sends can be read.
  virtual void finish_writing() = 0;
  virtual void close() = 0;
  // What is under way must end by then, or the wire closes.
  virtual void must_end_in(std::chrono::milliseconds time) = 0;
  virtual const std::string& peer() const = 0;
  virtual bool is_secure() const = 0;
};

// Where work is done: on the loop's thread, or by a worker.
class Threads {
 public:
  virtual ~Threads() = default;
  virtual void on_loop(std::function<void()> what) = 0;  // from any thread
  virtual void by_worker(std::function<void()> what) = 0;
  virtual void on_loop_in(std::chrono::milliseconds time, std::function<void()> what) = 0;
};

}  // namespace digue::server::http
