import { useThisIncident } from "../../app/incident";
import { Title } from "../../parts/Title";
import { useSpeech } from "../../words";

const papers = [
  { file: "report.pdf", name: "report", lead: "reportLead" },
  { file: "kit.pdf", name: "kit", lead: "kitLead" },
  { file: "calendar.ics", name: "calendar", lead: "calendarLead" },
] as const;

export function PrintScreen() {
  const { words, language } = useSpeech();
  const incident = useThisIncident();
  const base = `/api/v1/incidents/${encodeURIComponent(incident.id)}/papers`;
  return (
    <div className="stack wide">
      <Title title={words.print.title} incident={incident.title} lead={words.print.lead} />
      <div className="columns">
        {papers.map(({ file, name, lead }) => (
          <section key={file} className="card stack" aria-label={words.print[name]}>
            <h2>{words.print[name]}</h2>
            <p>{words.print[lead]}</p>
            <a className="button strong start" href={`${base}/${file}?lang=${language}`} download>
              {words.print.get}
              <span className="small">{file.split(".")[1]?.toUpperCase()}</span>
            </a>
          </section>
        ))}
      </div>
    </div>
  );
}
