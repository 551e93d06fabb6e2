// A few threads that are shut in (analysis/sandbox.h) before they do anything, for the work on one
// file: the filter of a process that has threads must be put on each of them.
//
// Belongs to the thread that made it.
#pragma once
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "analysis/sandbox.h"

namespace digue::analysis {

class Crew {
 public:
  // `threads` with the caller's; nothing runs yet.
  explicit Crew(unsigned threads);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  // Shuts in the caller and the others; call once, before run().
  Outcome shut_in(const Limits& limits);
  unsigned threads() const { return static_cast<unsigned>(helpers_.size()) + 1; }
  // Runs the work on every thread at once; returns when all are done.  An exception that leaves the
  // work is thrown again here.
  void run(const std::function<void()>& work);

 private:
  void help();
  void attempt(const std::function<void()>& work);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::thread> helpers_;
  const Limits* limits_ = nullptr;               // once helpers may shut themselves in
  const std::function<void()>* work_ = nullptr;  // of this round
  std::size_t round_ = 0, busy_ = 0;
  bool ended_ = false;
  std::exception_ptr failed_;
  std::optional<Error> not_shut_in_;
};

}  // namespace digue::analysis
