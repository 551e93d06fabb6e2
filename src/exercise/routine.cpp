#include "exercise/routine.h"

#include <fmt/core.h>
#include <array>
#include <iterator>
#include <string_view>
#include <vector>

#include "exercise/names.h"

namespace digue::exercise {

Client desktop_client(const World& world, const Person& person, int day, std::string address) {
  return {std::move(address),     world.session(person, "desktop", day),
          person.desktop.agent,   person.desktop.os,
          person.desktop.browser, &person.desktop};
}

Client phone_client(const World& world, const Person& person, int day, std::string address) {
  return {std::move(address),   world.session(person, "phone", day),
          person.phone.agent,   person.phone.os,
          person.phone.browser, &person.phone};
}

SignIn plain_sign_in(const Person& person, Instant time, Client client, const App& app,
                     const App& resource, Random& random) {
  SignIn sign_in;
  sign_in.time = time;
  sign_in.who = &person;
  sign_in.client = std::move(client);
  sign_in.id = random.guid();
  sign_in.correlation = random.guid();
  sign_in.token = random.token();
  sign_in.app = app;
  sign_in.resource = resource;
  return sign_in;
}

namespace {

// One person's day.
class PersonDay {
 public:
  PersonDay(const World& world, const Person& person, int day, Volume volume, Facts& facts)
      : world_(world),
        person_(person),
        day_(day),
        volume_(volume),
        facts_(facts),
        random_(Random(world.seed).fork(fmt::format("routine {} {}", person.upn, day))),
        writer_(world, random_.fork("audit")) {}

  void run() {
    const bool working = world_.is_working_day(day_) || person_.works_weekends;
    travelling_ = day_ >= person_.travels_from && day_ <= person_.travels_to;
    if (!working && !travelling_) return weekend();
    if (random_.chance(6) && !travelling_) return;  // a day off
    const bool at_home = random_.chance(15);
    address_ = travelling_ ? world_.network(Network::Use::travel).address(random_)
               : at_home   ? person_.home_address
                           : world_.office_address(random_);
    receive();
    desktop();
    phone(random_.between(1, 3));
    send(random_.between(1, 4));
    tidy_mail();
    files();
    if (travelling_) left_desktop_on();
  }

 private:
  Instant between(int first_hour, int last_hour) {
    const int hour = random_.between(first_hour, last_hour);
    const int minute = random_.between(0, 59);
    return world_.at(day_, hour, minute, random_.between(0, 59));
  }

  Client desktop_here() { return desktop_client(world_, person_, day_, address_); }

  SignIn& add(SignIn sign_in) {
    facts_.sign_ins.push_back(std::move(sign_in));
    return facts_.sign_ins.back();
  }

  void weekend() {
    receive();
    phone(random_.between(0, 2));
  }

  // What comes in from outside and from colleagues; read and tidied later in the day.
  void receive() {
    const int count = random_.between(2, 5);
    for (int i = 0; i < count; ++i) {
      TracedMessage message;
      message.time = between(6, 17);
      const bool outside = random_.chance(60);
      message.sender = outside ? world_.outsider(random_) : random_.pick(world_.people).upn;
      message.recipient = person_.upn;
      message.subject = random_.pick(names::subjects);
      message.message_id = writer_.message_id();
      message.trace_id = random_.guid();
      message.size = random_.between(4000, 400000);
      if (outside)
        message.from_address = world_.network(Network::Use::partner_mail).address(random_);
      inbox_.push_back({message.subject, message.message_id, "\\Inbox", {}});
      facts_.messages.push_back(std::move(message));
    }
  }

  void desktop() {
    const Instant start = between(7, 9);
    if (random_.chance(12)) mistyped(start);
    if (random_.chance(25)) interrupted(start);
    auto& first = add(
        plain_sign_in(person_, start, desktop_here(), apps::office_home, apps::exchange, random_));
    first.second_factor = random_.chance(20) || travelling_;
    first.request = "Login:login";
    const int background = random_.between(1, 3) * volume_.times;
    for (int i = 0; i < background; ++i) {
      const App& app = random_.chance(50) ? apps::teams : apps::office;
      const App& resource = random_.chance(50) ? apps::graph : apps::exchange;
      const Instant when = between(8, 18);
      quiet(add(plain_sign_in(person_, when, desktop_here(), app, resource, random_)));
    }
    for (int i = 0; i < 3 * volume_.times; ++i) read_mail(between(8, 18), desktop_here());
    if (random_.chance(60)) outlook_sync(between(8, 18));
  }

  static void quiet(SignIn& sign_in) {
    sign_in.interactive = false;
    sign_in.client_app = "Mobile Apps and Desktop clients";
    sign_in.request = "OAuth2:Token";
  }

  // Typed wrong once to three times, from one's own chair, then right.
  void mistyped(Instant start) {
    const int times = random_.between(1, 3);
    for (int i = 0; i < times; ++i) {
      auto& sign_in =
          add(plain_sign_in(person_, start - 14 * second_ms * (times - i), desktop_here(),
                            apps::office_home, apps::exchange, random_));
      sign_in.error = 50126;
      sign_in.request = "Login:login";
    }
  }

  // Steps of a sign-in that are written as failures and are none.
  void interrupted(Instant start) {
    static constexpr std::array codes = {50140, 50058, 65001, 50072, 50074, 50076, 50097, 50011};
    auto& sign_in = add(plain_sign_in(person_, start - 3 * second_ms, desktop_here(),
                                      apps::office_home, apps::exchange, random_));
    sign_in.error = random_.pick(codes);
    sign_in.request = "Login:reprocess";
  }

  // The operator gives another address, and often another town, every time.
  void phone(int times) {
    for (int i = 0; i < times; ++i) {
      const bool at_home = random_.chance(30);
      const std::string address = travelling_
                                      ? world_.network(Network::Use::travel, 1).address(random_)
                                  : at_home ? person_.home_address
                                            : world_.mobile_address(person_, random_);
      const Instant when = between(6, 22);
      const Client client = phone_client(world_, person_, day_, address);
      quiet(
          add(plain_sign_in(person_, when, client, apps::outlook_mobile, apps::exchange, random_)));
      read_mail(when + minute_ms, client);
    }
  }

  void read_mail(Instant when, const Client& client) {
    std::vector<AuditWriter::Item> items;
    const int count = random_.between(1, 3);
    for (int i = 0; i < count; ++i) items.push_back(random_.pick(inbox_));
    facts_.audit.push_back(writer_.bind(when, person_, client, items, false, {}));
  }

  void outlook_sync(Instant when) {
    Client client = desktop_here();
    facts_.audit.push_back(writer_.sync(when, person_, client, "\\Inbox", "Client=MSExchangeRPC"));
  }

  void send(int times) {
    for (int i = 0; i < times; ++i) {
      const Instant when = between(8, 18);
      AuditWriter::Item item{std::string(random_.pick(names::subjects)), writer_.message_id(),
                             "\\Drafts", random_.chance(20) ? "document.pdf (48213b)" : ""};
      facts_.audit.push_back(writer_.item(when, person_, desktop_here(), "Send", item));
      const int recipients = random_.between(1, 3);
      for (int k = 0; k < recipients; ++k) trace(when, item);
    }
  }

  void trace(Instant when, const AuditWriter::Item& item) {
    TracedMessage message;
    message.time = when + 2 * second_ms;
    message.sender = person_.upn;
    const bool outside = random_.chance(40);
    message.recipient = outside ? world_.outsider(random_) : random_.pick(world_.people).upn;
    message.subject = item.subject;
    message.message_id = item.message_id;
    message.trace_id = random_.guid();
    message.size = random_.between(4000, 200000);
    message.from_address = address_;
    if (outside) message.to_address = world_.network(Network::Use::partner_mail).address(random_);
    facts_.messages.push_back(std::move(message));
  }

  void tidy_mail() {
    if (random_.chance(70)) remove("MoveToDeletedItems", 1);
    if (random_.chance(25)) remove("SoftDelete", 2);
  }

  void remove(const char* operation, int count) {
    const Instant when = between(9, 18);
    std::vector<AuditWriter::Item> items;
    for (int i = 0; i < count; ++i) items.push_back(random_.pick(inbox_));
    facts_.audit.push_back(writer_.items(when, person_, desktop_here(), operation, items));
  }

  void files() {
    static constexpr std::array<std::string_view, 4> operations = {
        "FileAccessed", "FilePreviewed", "FileModified", "FileDownloaded"};
    const int count = random_.between(1, 3) * volume_.times;
    for (int i = 0; i < count; ++i) {
      const Instant when = between(8, 18);
      const std::string operation(random_.pick(operations));
      facts_.audit.push_back(writer_.file(when, person_, desktop_here(), operation,
                                          std::string(random_.pick(names::documents))));
    }
  }

  // The traveller's office machine still signs in by itself: two places at once, and no crime.
  void left_desktop_on() {
    const Client office = desktop_client(world_, person_, day_, world_.office_address(random_));
    for (int i = 0; i < 2; ++i) {
      const Instant when = between(9, 17);
      quiet(add(plain_sign_in(person_, when, office, apps::teams, apps::graph, random_)));
    }
  }

  const World& world_;
  const Person& person_;
  int day_;
  Volume volume_;
  Facts& facts_;
  Random random_;
  AuditWriter writer_;
  std::string address_;
  bool travelling_ = false;
  std::vector<AuditWriter::Item> inbox_;
};

// Takes out what the person did from that moment on; what others sent to them stays.
void stop_from(Facts& facts, const Person& person, Instant from) {
  std::erase_if(facts.sign_ins, [&](const SignIn& row) { return row.time >= from; });
  std::erase_if(facts.audit, [&](const AuditRow& row) { return row.time >= from; });
  std::erase_if(facts.messages, [&](const TracedMessage& row) {
    return row.time >= from && row.sender == person.upn;
  });
}

void append(Facts& all, Facts part) {
  std::move(part.sign_ins.begin(), part.sign_ins.end(), std::back_inserter(all.sign_ins));
  std::move(part.audit.begin(), part.audit.end(), std::back_inserter(all.audit));
  std::move(part.messages.begin(), part.messages.end(), std::back_inserter(all.messages));
}

}  // namespace

Facts routine(const World& world, int day, Volume volume, const std::vector<Blocked>& blocked) {
  Facts all;
  for (const auto& person : world.people) {
    Facts facts;
    PersonDay(world, person, day, volume, facts).run();
    for (const auto& block : blocked)
      if (block.who == &person) stop_from(facts, person, block.from);
    append(all, std::move(facts));
  }
  return all;
}

}  // namespace digue::exercise
