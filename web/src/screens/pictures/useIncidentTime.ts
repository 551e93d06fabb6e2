import { useThisIncident } from "../../app/incident";
import { dayAndTime, wallClock } from "../../parts/time";
import { useSpeech } from "../../words";

// Moments as the pictures write them, in the incident's zone.
export function useIncidentTime() {
  const { language } = useSpeech();
  const { zone } = useThisIncident();
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const short = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    return (at: number) => format.format(at);
  };
  return {
    zone,
    // Milliseconds that its clocks were ahead of UTC.
    offsetOf: (at: number) =>
      Date.parse(`${wallClock(new Date(at), zone)}Z`) - Math.floor(at / 1000) * 1000,
    whole: (at: number) => dayAndTime(new Date(at), zone, language),
    minute: short({
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
    }),
    hourOf: short({ hour: "2-digit", minute: "2-digit" }),
    dayOf: short({ day: "numeric", month: "short" }),
    dayAndYear: short({ day: "numeric", month: "short", year: "numeric" }),
  };
}
