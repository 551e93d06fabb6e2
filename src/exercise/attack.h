// The intruder's acts share this: who, from where, and the pens that write them down.
#pragma once
#include <array>
#include <string>

#include "exercise/story.h"

namespace digue::exercise {

// What the intruder owns.
class Intruder {
 public:
  explicit Intruder(const World& world);
  std::string lure;                  // the proxy's address
  std::array<std::string, 3> homes;  // French residential addresses
  std::string spray;
  std::string session, technician_session, trainee_session;
  std::string lure_domain, drop_box;

  Client browser(const std::string& address, const std::string& with_session) const;

 private:
  Random random_;
};

struct Attack {
  Attack(const World& of, Story& told);

  const World& world;
  Story& story;
  Random random;
  AuditWriter writer;
  Intruder intruder;
  const Person &victim, &technician, &trainee, &manager, &finance;
  int day;  // of the theft

  // Each gives the id of the record.
  std::string add(AuditRow row);
  std::string add(SignIn sign_in);
  std::string add(DirectoryAct act);
  // Valid until the next call.
  Must& must(std::string rule, std::string at_least, std::string what, Instant time);
  SignIn sign_in(const Person& who, Instant time, Client client, const App& app,
                 const App& resource);
};

// In the order of the story.
void take_mailbox(Attack& attack);        // hiding rules, forwarding, reading
void dig_in(Attack& attack);              // consent, method, device, folder
void use_administration(Attack& attack);  // transport rule, permissions, accounts, audit bypass
void send_fraud(Attack& attack);          // fraud mails, and their traces wiped
void contain(Attack& attack);             // the responders, and what the intruder still tries

}  // namespace digue::exercise
