#include "cli/event_logs/decode.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <new>
#include <optional>
#include <thread>

#include "analysis/sandbox.h"

namespace digue::cli::event_logs {

namespace {

using read::evtx::Facts;
using read::evtx::Piece;

constexpr std::uint64_t memory_of_all = 256ULL << 20;
constexpr std::uint64_t memory_of_thread = 96ULL << 20;

// Hands out the pieces, and takes what became of them in the same order.
class Queue {
 public:
  struct Job {
    std::size_t number = 0, log = 0;
    Piece piece;
    std::shared_ptr<const read::evtx::LiveRecords> live;
  };

  Queue(const std::vector<Log>& logs, Receiver& receiver) : logs_(logs), receiver_(receiver) {}

  bool next(Job& job) {
    const std::lock_guard lock(mutex_);
    if (ended_ != Ended::done) return false;
    while (log_ < logs_.size()) {
      if (!pieces_) {
        const MappedFile& file = logs_[log_].file;
        pieces_.emplace(file.bytes());
        live_ = std::make_shared<read::evtx::LiveRecords>(
            file.bytes(), [&file](std::size_t offset) { file.release_before(offset); });
      }
      if (pieces_->next(job.piece)) {
        job.number = handed_++;
        job.log = log_;
        job.live = live_;
        return true;
      }
      pieces_.reset();
      ++log_;
    }
    return false;
  }

  // Waits until everything before has been received.
  void done(const Job& job, Work& made) {
    std::unique_lock lock(mutex_);
    turn_.wait(lock, [&] { return received_ == job.number || ended_ != Ended::done; });
    if (ended_ != Ended::done) return;
    receive(job, made);
    ++received_;
    turn_.notify_all();
  }

  void stop(Ended why) {
    const std::lock_guard lock(mutex_);
    if (ended_ == Ended::done) ended_ = why;
    turn_.notify_all();
  }

  // Once all have come back.
  Ended finish() {
    if (ended_ != Ended::done) return ended_;
    open(logs_.size());
    if (begun_ != 0) close();
    return ended_;
  }

 private:
  void receive(const Job& job, Work& made) {
    open(job.log + 1);
    if (!receiver_.piece(logs_[job.log], made)) ended_ = Ended::stopped;
    for (const auto& damage : made.damages) receiver_.damage(logs_[job.log], damage);
    facts_ += made.facts;
    if (read::evtx::is_milestone(job.piece)) logs_[job.log].file.release_before(job.piece.offset);
  }

  // Ends the logs before, and begins this one: `count` logs have then begun.
  void open(std::size_t count) {
    while (begun_ < count) {
      if (begun_ != 0) close();
      receiver_.begin(logs_[begun_++]);
    }
  }
  void close() {
    receiver_.end(logs_[begun_ - 1], facts_);
    facts_ = {};
  }

  const std::vector<Log>& logs_;
  Receiver& receiver_;
  std::mutex mutex_;
  std::condition_variable turn_;
  std::optional<read::evtx::Pieces> pieces_;
  std::shared_ptr<const read::evtx::LiveRecords> live_;
  std::size_t log_ = 0, handed_ = 0, received_ = 0, begun_ = 0;
  Facts facts_;
  Ended ended_ = Ended::done;
};

void work(const std::vector<Log>& logs, const std::function<std::unique_ptr<Work>()>& make,
          Queue& queue) {
  read::evtx::Decoder decoder;
  Queue::Job job;
  try {
    const auto made = make();
    while (queue.next(job)) {
      made->damages.clear();
      made->begin(logs[job.log], job.log);
      made->facts = decoder.read(job.piece, *job.live, *made);
      queue.done(job, *made);
    }
  } catch (const std::bad_alloc&) {
    queue.stop(Ended::out_of_memory);
  }
}

// Lets the threads begin once everyone is shut in.
class Gate {
 public:
  void open(bool good) {
    const std::lock_guard lock(mutex_);
    good_ = good;
    opened_.notify_all();
  }
  bool pass() {
    std::unique_lock lock(mutex_);
    opened_.wait(lock, [&] { return good_.has_value(); });
    return *good_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable opened_;
  std::optional<bool> good_;
};

}  // namespace

Ended decode(const std::vector<Log>& logs, unsigned threads,
             const std::function<std::unique_ptr<Work>()>& make, Receiver& receiver) {
  Queue queue(logs, receiver);
  Gate gate;
  analysis::Limits limits;
  limits.memory_bytes = memory_of_all + threads * memory_of_thread;
  limits.processor_seconds = 24ULL * 3600;
  limits.temporary_file_bytes = ~0ULL >> 1;  // the output may be one
  std::vector<std::thread> helpers;
  for (unsigned i = 1; i < threads; ++i)
    helpers.emplace_back([&] {
      if (!gate.pass()) return;
      if (analysis::shut_in(limits))
        work(logs, make, queue);
      else
        queue.stop(Ended::not_shut_in);
    });
  const bool shut = analysis::shut_in(limits).has_value();
  gate.open(shut);
  if (shut)
    work(logs, make, queue);
  else
    queue.stop(Ended::not_shut_in);
  for (auto& helper : helpers) helper.join();
  return queue.finish();
}

unsigned threads_for(unsigned asked) {
  return std::clamp(asked != 0 ? asked : std::thread::hardware_concurrency(), 1U, max_threads);
}

}  // namespace digue::cli::event_logs
