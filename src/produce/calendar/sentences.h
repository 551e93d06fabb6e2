// What the calendar says.
#pragma once
#include "base/sentence.h"

namespace digue::produce::calendar::sentences {

inline constexpr Sentence summary{"Échéance : {0}", "Due: {0}"};
inline constexpr Sentence summary_proposed{"À décider : {0}", "To be decided: {0}"};
inline constexpr Sentence summary_met{"Tenue : {0}", "Met: {0}"};
inline constexpr Sentence summary_not_required{"Pas requise : {0}", "Not required: {0}"};
inline constexpr Sentence incident{"Incident {0}", "Incident {0}"};
inline constexpr Sentence since{"Le délai court depuis le {0} : {1}",
                                "The clock runs since {0}: {1}"};
inline constexpr Sentence since_proposed{"S’il court depuis le {0}. {1}",
                                         "If it runs since {0}. {1}"};
inline constexpr Sentence source{"{0} (vérifié le {1})", "{0} (checked on {1})"};
inline constexpr Sentence alarm_half{"La moitié du délai est passée. {0}",
                                     "Half of the time is gone. {0}"};
inline constexpr Sentence alarm_last_hours{"Il reste six heures. {0}", "Six hours are left. {0}"};
inline constexpr Sentence alarm_due{"Le délai est écoulé. {0}", "The time is over. {0}"};

}  // namespace digue::produce::calendar::sentences
