import { Link } from "wouter";

import { useSheet } from "../../api/queries";
import { Loading } from "../../parts/Loading";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { OpenForm } from "./OpenForm";

// Two fields at most are typed; all the rest has a default.
export function OpenScreen({ sheet: id }: { sheet: string }) {
  const words = useWords();
  const sheet = useSheet(id);
  const seen = new URLSearchParams(window.location.search).get("seen") ?? "";
  if (sheet.isPending) return <Loading />;
  if (!sheet.data) return <Trouble why={sheet.error} again={() => void sheet.refetch()} />;
  const { title, goal, when, attribution } = sheet.data.sheet;
  return (
    <div className="stack wide">
      <div className="stack">
        <Title title={title} lead={goal} />
        <p className="measure">{when}</p>
        <Link href="/" className="button quiet start">
          {words.open.back}
        </Link>
      </div>
      <OpenForm sheet={id} sheetTitle={title} seen={seen} />
      <p className="soft small measure">
        {words.open.about} — {attribution}
      </p>
    </div>
  );
}
