#include "server/webhooks/sender.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include "incident/notes.h"

using namespace digue;
using namespace digue::server;

namespace {

// An incident with one webhook, and a network that answers what it is told to.
struct Desk {
  explicit Desk(const std::string& allowed = "hooks.example") {
    std::string name = (std::filesystem::temp_directory_path() / "digue-sender-XXXXXX").string();
    path = ::mkdtemp(name.data());
    std::filesystem::create_directory(path / "incidents");
    webhooks = *Webhooks::open(path / "webhooks.sqlite", clock);
    incidents = std::make_unique<Incidents>(
        path / "incidents", logbook::Settings{.state_folder = path / "state", .clock = &clock},
        [](const Message&) {});
    open = *incidents->add({.title = "T", .sheet = "mail-account"}, {.author = "Marie"});
    Webhook one;
    one.incident = open->id();
    one.name = "w";
    one.url = "https://hooks.example/x";
    one.next = add("avant") + 1;
    webhook = *webhooks->add(one);
    sender =
        std::make_unique<Sender>(*webhooks, *incidents, clock, std::vector<std::string>{allowed},
                                 [this](const http::Url&, const std::vector<http::Field>& fields,
                                        const std::string&, const std::stop_token&) {
                                   sent.push_back(fields.front().value);
                                   return answer;
                                 });
  }
  ~Desk() {
    sender.reset();
    incidents.reset();
    std::filesystem::remove_all(path);
  }
  std::uint64_t add(const std::string& text) {
    return open
        ->append([&](logbook::Logbook& logbook) {
          return incident::add_note(logbook, {.text = text}, {.author = "Marie"});
        })
        ->receipt.position;
  }
  bool step() { return sender->step({}); }
  Attempt last() { return webhooks->attempts(webhook.id, 0, 1)->attempts.at(0); }

  std::filesystem::path path;
  FixedClock clock{Instant{1'773'000'000'000}};
  std::unique_ptr<Webhooks> webhooks;
  std::unique_ptr<Incidents> incidents;
  std::shared_ptr<OpenIncident> open;
  Webhook webhook;
  http::Posted answer{http::Delivery::answered, 200};
  std::vector<std::string> sent;
  std::unique_ptr<Sender> sender;
};

}  // namespace

TEST_CASE("each entry is told once, and nothing when nothing came") {
  Desk desk;
  CHECK_FALSE(desk.step());
  const auto first = desk.add("un"), second = desk.add("deux");
  CHECK(desk.step());
  CHECK(desk.step());
  CHECK_FALSE(desk.step());
  CHECK(desk.sent == std::vector<std::string>{desk.webhook.id + "-" + std::to_string(first),
                                              desk.webhook.id + "-" + std::to_string(second)});
  CHECK(desk.last().state == "delivered");
}

TEST_CASE("what is not taken is tried again later and later, then given up, and the next is told") {
  Desk desk;
  const auto entry = desk.add("un");
  desk.add("deux");
  desk.answer = {http::Delivery::unreachable, 0};
  for (const auto wait : retry_after_ms) {
    REQUIRE(desk.step());
    CHECK(desk.last().state == "waiting");
    CHECK(desk.last().again - desk.clock.now() == wait);
    desk.clock.tick(wait - 1);
    CHECK_FALSE(desk.step());
    desk.clock.tick(1);
  }
  REQUIRE(desk.step());
  CHECK(desk.last().entry == entry);
  CHECK(desk.last().state == "given-up");
  CHECK(desk.last().tries == 7);
  CHECK(desk.last().reason == "unreachable");
  desk.answer = {http::Delivery::answered, 200};
  REQUIRE(desk.step());
  CHECK(desk.last().state == "delivered");
  CHECK(desk.last().entry > entry);
}

TEST_CASE("only an answer of 200 to 299 counts") {
  for (const int status : {100, 199, 300, 302, 404, 410, 500}) {
    Desk desk;
    desk.add("un");
    desk.answer.status = status;
    REQUIRE(desk.step());
    CHECK(desk.last().reason == "status");
    CHECK(desk.last().status == status);
  }
}

TEST_CASE("nothing goes to a host that the server was not started for") {
  for (const auto* allowed :
       {"example", "other.example", "hooks.example:8443", "hooks.example.org"}) {
    Desk desk(allowed);
    desk.add("un");
    CHECK_FALSE(desk.step());
    CHECK(desk.sent.empty());
  }
  for (const auto* allowed : {"hooks.example:443", "Hooks.Example"}) {
    Desk desk(allowed);
    desk.add("un");
    CHECK(desk.step());
  }
}
