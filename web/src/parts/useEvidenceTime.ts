import { useThisIncident } from "../app/incident";
import { useSpeech } from "../words";
import { dayAndTime } from "./time";

// A moment of the evidence, with its zone: the incident's, or none where the evidence says none and nobody
// told it. Such a moment is as the file wrote it, though the API speaks as if it were UTC.
export function useEvidenceTime() {
  const { words, language } = useSpeech();
  const { zone } = useThisIncident();
  const zoneOf = (isLocal: boolean) => (isLocal ? words.evidence.zoneUnknown : zone);
  const shown = (at: string, isLocal: boolean) => dayAndTime(at, isLocal ? "UTC" : zone, language);
  return {
    zoneOf,
    shown,
    withZone: (at: string, isLocal = false) => `${shown(at, isLocal)} (${zoneOf(isLocal)})`,
  };
}
