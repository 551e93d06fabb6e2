// How fast the logbook is: bench_logbook [DIR [ENTRIES]]
//
//   durable entries by 20 writers, beside the disk's own rate of fdatasync in the same folder
//   verification of chain and tree, entries a second
//   verification of signatures, beside the library's own rate on the same messages
//
// Prints one line a figure.  DIR is where the files go: the disk that counts; else this folder.
#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <thread>

#include "logbook/logbook.h"

namespace {
using namespace digue;
using namespace digue::logbook;

constexpr int writers = 20;
constexpr auto span = std::chrono::seconds(5);

using Steady = std::chrono::steady_clock;

double seconds_since(Steady::time_point start) {
  return std::chrono::duration<double>(Steady::now() - start).count();
}

// Verification is one thread's work: the processor's time is measured, so that a busy machine does
// not count.
double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

template <class T>
T must(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s\n", result.error().message.english.c_str());
  std::exit(1);
}

// What a write-ahead log does at best: a page of new bytes, then a sync, over and over.
double syncs_per_second(const std::filesystem::path& folder) {
  const auto path = folder / "sync-rate";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  const std::string page(4096, 'x');
  const auto start = Steady::now();
  int count = 0;
  while (Steady::now() - start < span) {
    if (::pwrite(file, page.data(), page.size(), (count % 1000) * 4096) < 0) std::exit(1);
    ::fdatasync(file);
    ++count;
  }
  const double rate = count / seconds_since(start);
  ::close(file);
  std::filesystem::remove(path);
  return rate;
}

Draft line() {
  Draft draft{.kind = "note", .author = "Alice Martin", .body = std::string(150, 'x')};
  draft.references = {{"compta@hopital.example"}, {"pc-12"}, {}, {}, {"mail-account/1.a.1"}};
  return draft;
}

struct Place {
  std::filesystem::path folder;
  SystemClock clock;
  Settings settings() { return {.state_folder = folder / "state", .clock = &clock}; }
  std::filesystem::path file(const char* name) const { return folder / name; }
};

double durable_entries_per_second(Place& place) {
  auto book = must(Logbook::create(place.file("writers.digue"), "bench", place.settings()));
  const auto start = Steady::now();
  std::atomic<int> count = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < writers; ++i)
      threads.emplace_back([&] {
        while (Steady::now() - start < span) {
          must(book.append(line()));
          ++count;
        }
      });
  }
  return count / seconds_since(start);
}

void fill(Place& place, std::size_t entries) {
  auto book = must(Logbook::create(place.file("long.digue"), "bench", place.settings()));
  const std::vector<Draft> batch(1000, line());
  for (std::size_t done = 0; done < entries; done += batch.size()) must(book.append_all(batch));
}

double verified_per_second(Place& place, bool signatures) {
  const double start = processor_seconds();
  const auto verdict = must(verify(place.file("long.digue"), {.signatures = signatures}));
  const double seconds = processor_seconds() - start;
  if (!verdict.intact()) std::exit(1);
  return static_cast<double>(verdict.entries) / seconds;
}

// libsodium alone, one thread, on messages of the size of headers, each with its own signature.
double raw_signatures_per_second() {
  constexpr std::size_t count = 20'000;
  const auto key = SigningKey::make();
  std::vector<std::string> messages;
  std::vector<Signature> signatures;
  for (std::size_t i = 0; i < count; ++i) {
    messages.push_back(std::to_string(i) + std::string(640, 'x'));
    signatures.push_back(key.sign(messages.back()));
  }
  const double start = processor_seconds();
  for (std::size_t i = 0; i < count; ++i) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(messages[i].data());
    if (crypto_sign_verify_detached(signatures[i].data(), bytes, messages[i].size(),
                                    key.public_key().data()) != 0)
      std::exit(1);
  }
  return count / (processor_seconds() - start);
}

}  // namespace

int main(int count, char** arguments) {
  const std::size_t entries = count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 200'000;
  Place place;
  place.folder = std::filesystem::absolute(count > 1 ? arguments[1] : ".") / "bench-logbook";
  std::filesystem::remove_all(place.folder);
  std::filesystem::create_directories(place.folder);
  const double syncs = syncs_per_second(place.folder);
  std::printf("fdatasync in this folder            %10.0f /s\n", syncs);
  const double durable = durable_entries_per_second(place);
  std::printf("durable entries, %d writers         %10.0f /s   %.2f of the sync rate\n", writers,
              durable, durable / syncs);
  fill(place, entries);
  std::printf("chain and tree verified             %10.0f /s\n", verified_per_second(place, false));
  const double raw = raw_signatures_per_second();
  const double whole = verified_per_second(place, true);
  std::printf("signatures, the library alone       %10.0f /s\n", raw);
  std::printf("all verified, signatures included   %10.0f /s   %.2f times the library's time\n",
              whole, raw / whole);
  std::filesystem::remove_all(place.folder);
  return 0;
}
