import { useClocks, useFindings } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { Picture } from "./Picture";
import { TimelineDrawing } from "./TimelineDrawing";
import { attackOf, type Timeline, timelineOf } from "./timeline";
import { useIncidentTime } from "./useIncidentTime";

const left = 178;
const right = 940;

export function TimelinePicture() {
  const words = useWords();
  const { pictures } = words;
  const incident = useThisIncident();
  const findings = useFindings(incident.id).data ?? [];
  const clocks = useClocks(incident.id).data ?? [];
  const { zone, whole } = useIncidentTime();
  const timeline = timelineOf(incident, findings, clocks, left, right);
  const says = useSays(timeline);
  const rows = timeline ? rowsOf(timeline, words.evidence.zoneUnknown) : [];
  const side = {
    act: pictures.timeline.attack,
    us: pictures.timeline.us,
    due: pictures.timeline.due,
  };
  const labels: Record<string, string> = { ...words.findings.severity, ...words.state };
  return (
    <Picture
      title={pictures.timeline.title}
      says={says}
      legend={pictures.timeline.legend}
      columns={[
        pictures.when(zone),
        pictures.timeline.side,
        pictures.what,
        pictures.account,
        pictures.timeline.standing,
      ]}
      rows={rows.map((row) => [
        whole(row.at),
        side[row.side],
        row.what,
        row.account,
        labels[row.label] ?? row.label,
      ])}
    >
      {timeline && <TimelineDrawing timeline={timeline} left={left} right={right} />}
    </Picture>
  );
}

function useSays(timeline: Timeline | null): string {
  const { pictures } = useWords();
  const { minute } = useIncidentTime();
  const { timeline: words } = pictures;
  if (!timeline) return pictures.nothing;
  const first = timeline.doings[0];
  const ours = first ? minute(first.at) : "";
  const attack = attackOf(timeline);
  const due = timeline.dues.find(({ met }) => !met);
  const tell = (from: string, until: string, signs: number) =>
    first
      ? words.both(from, until, signs, timeline.doings.length, ours)
      : words.attackOnly(from, until, signs);
  const main = !attack
    ? words.usOnly(timeline.doings.length, ours)
    : tell(minute(attack.from), minute(attack.until), attack.signs);
  return due ? `${main} ${words.nextDue(due.title, minute(due.at))}` : main;
}

function rowsOf({ lanes, doings, dues }: Timeline, zoneUnknown: string) {
  return [
    ...lanes
      .flatMap(({ acts }) => acts)
      .map((act) => ({
        ...act,
        side: "act" as const,
        what: act.isLocal ? `${act.title} (${zoneUnknown})` : act.title,
        label: act.severity as string,
      })),
    ...doings.map((one) => ({
      at: one.at,
      account: one.account,
      side: "us" as const,
      what: `${one.item}, ${one.who}`,
      label: one.state as string,
    })),
    ...dues.map((due) => ({
      at: due.at,
      account: "",
      side: "due" as const,
      what: due.title,
      label: "",
    })),
  ].sort((a, b) => a.at - b.at);
}
