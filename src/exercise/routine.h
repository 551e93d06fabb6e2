// An ordinary day of the hospital: sign-ins, mails and files of everyone, with the small failures
// that every day brings.
#pragma once
#include <vector>
#include "exercise/audit.h"
#include "exercise/facts.h"
#include "exercise/story.h"

namespace digue::exercise {

// How many times the ordinary volume of reads, background sign-ins and files.
struct Volume {
  int times = 1;
};

// What everyone does on one day; a blocked account does nothing more.  The same arguments give the
// same facts.
Facts routine(const World& world, int day, Volume volume, const std::vector<Blocked>& blocked);

// A person's client at work, on the phone, or travelling.
Client desktop_client(const World& world, const Person& person, int day, std::string address);
Client phone_client(const World& world, const Person& person, int day, std::string address);
SignIn plain_sign_in(const Person& person, Instant time, Client client, const App& app,
                     const App& resource, Random& random);

}  // namespace digue::exercise
