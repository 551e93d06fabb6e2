import { useQueryClient } from "@tanstack/react-query";

import { useFactors } from "../../api/factors";
import { useMe } from "../../app/me";
import { Title } from "../../parts/Title";
import { useWords } from "../../words";
import { Factors } from "../account/Factors";

// A second factor is demanded of whoever signed in, and they show none: they add one, and the rest
// opens once they have looked at their recovery codes.
export function Enrol({ onDone }: { onDone: () => void }) {
  const { begin } = useWords();
  const { me } = useMe();
  const queries = useQueryClient();
  const factors = useFactors().data;
  const hasOne = factors !== undefined && (factors.totp !== null || factors.passkeys.length > 0);
  const goOn = async () => {
    await queries.invalidateQueries();
    onDone();
  };
  return (
    <div className="stack wide">
      <Title title={begin.enrolTitle} lead={me.by_provider ? begin.enrolThere : begin.enrolLead} />
      {!me.by_provider && <Factors />}
      {hasOne && (
        <button type="button" className="button strong large start" onClick={() => void goOn()}>
          {begin.enrolled}
        </button>
      )}
    </div>
  );
}
