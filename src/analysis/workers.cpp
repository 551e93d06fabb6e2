#include "analysis/workers.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <optional>

#include "analysis/sentences.h"
#include "analysis/told_word.h"
#include "analysis/worker_exit.h"

namespace digue::analysis {

using SteadyClock = std::chrono::steady_clock;

namespace {

// A running worker and the pipe that it answers on.
class Worker {
 public:
  Worker(std::unique_ptr<Listener> listener, event::Symbols& symbols)
      : listener_(std::move(listener)), reader_(symbols, *listener_) {}
  ~Worker() {
    if (pipe_ >= 0) ::close(pipe_);
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  bool start(const Job& job, const WorkerSettings& settings);
  int pipe() const { return pipe_; }
  // Reads what is there; false at the end of the pipe, or when the worker is not to be believed.
  bool listen();
  bool silent_for(std::chrono::seconds limit) const { return SteadyClock::now() - heard_ > limit; }
  void stop(const Message& why);
  // Waits for the process and tells the listener if it did not finish.
  void end();

 private:
  std::optional<Message> why_lost(int status) const;

  std::unique_ptr<Listener> listener_;
  wire::Reader reader_;
  pid_t process_ = -1;
  int pipe_ = -1;
  SteadyClock::time_point heard_ = SteadyClock::now();
  std::optional<Message> stopped_;
};

}  // namespace

static std::vector<std::string> arguments_of(const Job& job, const WorkerSettings& settings) {
  std::vector<std::string> words = {
      settings.program.string(), std::string(settings.word),           job.path.string(), job.name,
      word_of(settings.told),    std::to_string(settings.memory_bytes)};
  words.insert(words.end(), settings.more_words.begin(), settings.more_words.end());
  return words;
}

bool Worker::start(const Job& job, const WorkerSettings& settings) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    stopped_ = tell<sentences::cannot_start_worker>(std::strerror(errno));
    return false;
  }
  // A batch of events at a time; where the system allows less, it is a matter of speed only.
  ::fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
  auto words = arguments_of(job, settings);
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], wire_descriptor);
  // Whatever else the program has open, a connection for one, is not the worker's.
  const bool shares = settings.shared_descriptor >= 0;
  if (shares)
    posix_spawn_file_actions_adddup2(&actions, settings.shared_descriptor, shared_descriptor);
  posix_spawn_file_actions_addclosefrom_np(&actions,
                                           shares ? shared_descriptor + 1 : wire_descriptor + 1);
  const int failed =
      ::posix_spawn(&process_, settings.program.c_str(), &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  pipe_ = ends[0];
  if (failed != 0) {
    process_ = -1;
    stopped_ = tell<sentences::cannot_start_worker>(std::strerror(failed));
  }
  return failed == 0;
}

bool Worker::listen() {
  static std::vector<char> buffer(1 << 20);
  const auto got = ::read(pipe_, buffer.data(), buffer.size());
  if (got < 0 && errno == EINTR) return true;
  if (got <= 0) return false;
  heard_ = SteadyClock::now();
  if (reader_.take({buffer.data(), static_cast<std::size_t>(got)})) return true;
  stopped_ = tell<sentences::worker_babbled>();
  ::kill(process_, SIGKILL);
  return false;
}

void Worker::stop(const Message& why) {
  stopped_ = why;
  ::kill(process_, SIGKILL);
}

static Message why_killed(int signal) {
  if (signal == SIGXCPU) return tell<sentences::worker_out_of_time>();
  if (signal == SIGBUS) return tell<sentences::worker_lost_bytes>();  // a page of the mapping
  return tell<sentences::worker_crashed>(signal);
}

std::optional<Message> Worker::why_lost(int status) const {
  if (stopped_) return stopped_;
  if (WIFSIGNALED(status)) return why_killed(WTERMSIG(status));
  if (WEXITSTATUS(status) == exit_out_of_memory) return tell<sentences::worker_out_of_memory>();
  if (!reader_.finished()) return tell<sentences::worker_failed>(WEXITSTATUS(status));
  return std::nullopt;
}

void Worker::end() {
  int status = 0;
  if (process_ >= 0)
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
  if (const auto why = why_lost(status)) listener_->lost(*why);
}

// Waits for any pipe, a second at most.
static std::vector<pollfd> wait_for_any(const std::vector<std::unique_ptr<Worker>>& running) {
  std::vector<pollfd> pipes;
  for (const auto& worker : running) pipes.push_back({worker->pipe(), POLLIN, 0});
  ::poll(pipes.data(), pipes.size(), 1000);
  return pipes;
}

static bool goes_on(Worker& worker, const pollfd& pipe, unsigned hang_seconds) {
  if (pipe.revents != 0) return worker.listen();
  if (!worker.silent_for(std::chrono::seconds(hang_seconds))) return true;
  worker.stop(tell<sentences::worker_hung>(hang_seconds));
  return false;
}

static void stop_all(const std::vector<std::unique_ptr<Worker>>& running) {
  for (const auto& worker : running) {
    worker->stop(tell<sentences::analysis_stopped>());
    worker->end();
  }
}

void run_workers(const std::vector<Job>& jobs, const WorkerSettings& settings,
                 event::Symbols& symbols, const MakeListener& make_listener) {
  std::vector<std::unique_ptr<Worker>> running;
  std::size_t next = 0;
  while (next < jobs.size() || !running.empty()) {
    if (settings.go_on && !settings.go_on(next - running.size())) return stop_all(running);
    while (next < jobs.size() && running.size() < settings.at_once) {
      auto worker = std::make_unique<Worker>(make_listener(next), symbols);
      if (worker->start(jobs[next], settings))
        running.push_back(std::move(worker));
      else
        worker->end();
      ++next;
    }
    const auto pipes = wait_for_any(running);
    for (std::size_t i = running.size(); i-- > 0;) {
      if (goes_on(*running[i], pipes[i], settings.hang_seconds)) continue;
      running[i]->end();
      running.erase(running.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
}

}  // namespace digue::analysis
