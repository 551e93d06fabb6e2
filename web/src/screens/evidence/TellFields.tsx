import { Button, FileTrigger } from "react-aria-components";

import { useThisIncident } from "../../app/incident";
import { Area } from "../../parts/Field";
import { ZoneSelect } from "../../parts/ZoneSelect";
import { useWords } from "../../words";
import { isTold, type Telling } from "./told";

// Folded away: most files say all this themselves.
export function TellFields({ told, tell }: Telling) {
  const { evidence: words } = useWords();
  const { zone } = useThisIncident();
  const read = async (files: FileList | null) => {
    const file = files?.[0];
    if (file) tell({ mapping: await file.text() });
  };
  return (
    <details className="card" open={isTold(told) || undefined}>
      <summary>{words.tell}</summary>
      <div className="stack">
        <p className="soft measure">{words.tellLead}</p>
        <ZoneSelect
          label={words.zoneOfFiles}
          hint={words.zoneOfFilesHint}
          zone={told.zone}
          first={[zone, "UTC"]}
          none={words.zoneAsIs}
          say={(chosen) => tell({ zone: chosen })}
        />
        <Area
          className="code"
          label={words.mapping}
          hint={words.mappingHint}
          value={told.mapping}
          say={(mapping) => tell({ mapping })}
          rows={told.mapping ? 8 : 2}
          spellCheck={false}
          optional
        />
        <div className="row">
          <FileTrigger acceptedFileTypes={[".yaml", ".yml"]} onSelect={(files) => void read(files)}>
            <Button className="button">{words.mappingFile}</Button>
          </FileTrigger>
          {isTold(told) && (
            <button
              type="button"
              className="button quiet"
              onClick={() => tell({ zone: "", mapping: "" })}
            >
              {words.tellNothing}
            </button>
          )}
        </div>
      </div>
    </details>
  );
}
