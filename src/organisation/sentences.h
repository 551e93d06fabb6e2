// What the organisation room says.
#pragma once
#include "base/sentence.h"

namespace digue::organisation::sentences {

inline constexpr Sentence a_network{"une adresse ou une plage (203.0.113.0/24)",
                                    "an address or a range (203.0.113.0/24)"};
inline constexpr Sentence a_country{"un pays en deux lettres (FR)",
                                    "a country in two letters (FR)"};
inline constexpr Sentence a_domain{"un nom de domaine (hopital.example)",
                                   "a domain name (hopital.example)"};
inline constexpr Sentence an_hour{"une heure (07:30)", "an hour (07:30)"};
inline constexpr Sentence a_day{"un jour : mon, tue, wed, thu, fri, sat ou sun",
                                "a day: mon, tue, wed, thu, fri, sat or sun"};
inline constexpr Sentence a_zone{"un fuseau (Europe/Paris)", "a time zone (Europe/Paris)"};

}  // namespace digue::organisation::sentences
