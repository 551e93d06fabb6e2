#include "analysis/crew.h"

namespace digue::analysis {

Crew::Crew(unsigned threads) {
  for (unsigned i = 1; i < threads; ++i) helpers_.emplace_back([this] { help(); });
}

Crew::~Crew() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  for (auto& helper : helpers_) helper.join();
}

Outcome Crew::shut_in(const Limits& limits) {
  auto shut = analysis::shut_in(limits);
  std::unique_lock lock(mutex_);
  if (!shut && !not_shut_in_) not_shut_in_ = shut.error();
  limits_ = &limits;
  busy_ = helpers_.size();
  changed_.notify_all();
  changed_.wait(lock, [&] { return busy_ == 0; });
  if (not_shut_in_) return fail(*not_shut_in_);
  return {};
}

void Crew::help() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return limits_ != nullptr || ended_; });
  if (ended_) return;
  if (const auto shut = analysis::shut_in(*limits_); !shut) not_shut_in_ = shut.error();
  for (std::size_t done = round_;;) {
    if (--busy_ == 0) changed_.notify_all();
    changed_.wait(lock, [&] { return round_ != done || ended_; });
    if (ended_) return;
    done = round_;
    const auto& work = *work_;
    lock.unlock();
    attempt(work);
    lock.lock();
  }
}

void Crew::attempt(const std::function<void()>& work) {
  try {
    work();
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failed_) failed_ = std::current_exception();
  }
}

void Crew::run(const std::function<void()>& work) {
  {
    const std::lock_guard lock(mutex_);
    work_ = &work;
    busy_ = helpers_.size();
    ++round_;
  }
  changed_.notify_all();
  attempt(work);
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return busy_ == 0; });
  if (failed_) std::rethrow_exception(std::exchange(failed_, nullptr));
}

}  // namespace digue::analysis
