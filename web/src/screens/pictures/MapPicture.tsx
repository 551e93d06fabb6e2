import { useSignIns } from "../../api/queries";
import type { SignIns } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { useSpeech } from "../../words";
import { MapDrawing } from "./MapDrawing";
import { speedOf } from "./map";
import { Picture } from "./Picture";
import { useIncidentTime } from "./useIncidentTime";
import { usePlaceName } from "./usePlaceName";

// Where people sign in from, and the journeys that nobody can have made.
export function MapPicture() {
  const { pictures } = useSpeech().words;
  const { map: words } = pictures;
  const { id } = useThisIncident();
  const { zone, whole } = useIncidentTime();
  const nameOf = usePlaceName();
  const counts = useSignIns(id).data;
  const places = counts?.places ?? [];
  if (!counts || places.length === 0) {
    return <Picture title={words.title} says={words.none} columns={[]} rows={[]} />;
  }
  const theirs = places.filter(({ intruder }) => intruder > 0);
  const left = counts.places_left_out + counts.journeys_left_out;
  return (
    <Picture
      title={words.title}
      says={words.sentence(
        places.length + counts.places_left_out,
        new Set(places.map(({ country }) => country)).size,
        theirs.slice(0, 3).map(nameOf).join(", "),
        theirs.length,
        journeySentence(counts, words, nameOf),
      )}
      note={[
        counts.unplaced > 0 && words.unplaced(counts.unplaced),
        left > 0 && words.leftOut(left),
      ]
        .filter(Boolean)
        .join(" ")}
      legend={words.legend}
      columns={[
        words.place,
        { title: words.successes, number: true },
        { title: words.failures, number: true },
        { title: words.intruder, number: true },
        { title: words.accounts, number: true },
        pictures.when(zone),
        pictures.until,
      ]}
      rows={places.map((place) => [
        nameOf(place) + (place.rough ? ` (${words.rough})` : ""),
        place.successes,
        place.failures,
        place.intruder,
        place.accounts,
        place.first ? whole(Date.parse(place.first)) : "",
        place.last ? whole(Date.parse(place.last)) : "",
      ])}
      more={{
        title: words.journeys,
        columns: [
          pictures.account,
          words.from,
          words.to,
          words.left(zone),
          words.arrived(zone),
          { title: words.distance, number: true },
          { title: words.speed, number: true },
        ],
        rows: counts.journeys.map((journey) => [
          journey.account,
          `${nameOf(journey.from)} (${journey.from.address})`,
          `${nameOf(journey.to)} (${journey.to.address})`,
          journey.left ? whole(Date.parse(journey.left)) : "",
          journey.arrived ? whole(Date.parse(journey.arrived)) : "",
          `${journey.kilometres} km`,
          `${Math.round(speedOf(journey))} km/h`,
        ]),
      }}
    >
      <MapDrawing counts={counts} nameOf={nameOf} />
    </Picture>
  );
}

type MapWords = ReturnType<typeof useSpeech>["words"]["pictures"]["map"];

function journeySentence(
  { journeys, journeys_left_out: beyond }: SignIns,
  words: MapWords,
  nameOf: ReturnType<typeof usePlaceName>,
): string {
  const fastest = journeys.toSorted((a, b) => speedOf(b) - speedOf(a))[0];
  if (!fastest) return words.noJourney;
  return words.impossible(
    journeys.length + beyond,
    nameOf(fastest.from),
    nameOf(fastest.to),
    fastest.account,
  );
}
