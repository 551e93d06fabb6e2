import { Link } from "wouter";

import {
  useClocks,
  useFindings,
  useIndicators,
  usePlan,
  useSignIns,
  useSources,
} from "../../api/queries";
import { pathOf, useThisIncident } from "../../app/incident";
import { Loading } from "../../parts/Loading";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { BondsPicture } from "./BondsPicture";
import { CoveragePicture } from "./CoveragePicture";
import { FlowsPicture } from "./FlowsPicture";
import { Hatching } from "./Hatching";
import { HoursPicture } from "./HoursPicture";
import { MapPicture } from "./MapPicture";
import { ProgressPicture } from "./ProgressPicture";
import { TimelinePicture } from "./TimelinePicture";
import { TriesPicture } from "./TriesPicture";

// What stands in the findings, the plan and the sources, as pictures; nothing is made up for them.
export function PicturesScreen() {
  const { pictures: words, findings } = useWords();
  const incident = useThisIncident();
  const signIns = useSignIns(incident.id);
  const needed = [
    useFindings(incident.id),
    usePlan(incident.id),
    useClocks(incident.id),
    useSources(incident.id),
    useIndicators(incident.id),
    signIns,
  ];
  const broken = needed.find(({ error, data }) => error && !data);
  if (broken) return <Trouble why={broken.error} again={() => void broken.refetch()} />;
  if (needed.some(({ isPending }) => isPending)) return <Loading />;
  const counted = (signIns.data?.accounts ?? 0) > 0;
  const found = incident.findings.length > 0;
  return (
    <div className="stack wide">
      <Title title={words.title} incident={incident.title} lead={words.lead} />
      {!found && (
        <p>
          {words.nothingHint}{" "}
          <Link href={pathOf(incident.id, "evidence")}>{findings.goEvidence}</Link>
        </p>
      )}
      <Hatching />
      <TimelinePicture />
      <ProgressPicture />
      {found && (
        <>
          <BondsPicture />
          <FlowsPicture />
        </>
      )}
      {counted && (
        <>
          <MapPicture />
          <HoursPicture />
        </>
      )}
      {(found || counted) && <TriesPicture />}
      <CoveragePicture />
    </div>
  );
}
