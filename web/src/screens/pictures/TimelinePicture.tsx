import { useClocks, useFindings } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { Picture } from "./Picture";
import { TimelineDrawing } from "./TimelineDrawing";
import { type Timeline, timelineOf } from "./timeline";
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
  const rows = timeline ? rowsOf(timeline) : [];
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
  const acts = timeline.lanes.flatMap((lane) => lane.acts);
  const from = minute(Math.min(...acts.map(({ at }) => at)));
  const to = minute(Math.max(...acts.map(({ until }) => until)));
  const first = timeline.doings[0];
  const due = timeline.dues.find(({ met }) => !met);
  const main = !first
    ? words.attackOnly(from, to, acts.length)
    : acts.length === 0
      ? words.usOnly(timeline.doings.length, minute(first.at))
      : words.both(from, to, acts.length, timeline.doings.length, minute(first.at));
  return due ? `${main} ${words.nextDue(due.title, minute(due.at))}` : main;
}

function rowsOf({ lanes, doings, dues }: Timeline) {
  return [
    ...lanes
      .flatMap(({ acts }) => acts)
      .map((act) => ({
        ...act,
        side: "act" as const,
        what: act.title,
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
