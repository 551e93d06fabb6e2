// What a step of a playbook says to the person who does it, in one language.  Pure; thread-safe.
#pragma once
#include <string>

#include "sheet/library.h"
#include "sheet/sheet.h"

namespace digue::cacao {

// How and why, impacts, what to save first, remarks, answers, the way back: one a line.
std::string description_of(const sheet::Sheet& sheet, const sheet::Step& step, Language language);
// The goal, when to use it, what people say, the remarks and where it comes from.
std::string description_of(const sheet::Sheet& sheet, Language language);

// "Call now CERT-FR (3218): ..." of a call; "Start the clock ...: ..." of a clock; the warning.
std::string effect_text(const sheet::Effect& effect, const Message& reason,
                        const sheet::Library& library, Language language);

}  // namespace digue::cacao
