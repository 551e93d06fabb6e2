import { useState } from "react";

import { useWaysIn } from "../../api/queries";
import { mayOpen, useMe } from "../../app/me";
import { Loading } from "../../parts/Loading";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { Incidents } from "./Incidents";
import { Questions } from "./Questions";
import { Ways } from "./Ways";

export function HomeScreen() {
  const words = useWords();
  const { me } = useMe();
  const ways = useWaysIn();
  const [asking, setAsking] = useState(false);
  return (
    <div className="stack wide">
      <Incidents />
      {mayOpen(me) && (
        <section className="stack">
          <Title title={words.home.title} lead={words.home.lead}>
            {!asking && (
              <button type="button" className="button" onClick={() => setAsking(true)}>
                {words.home.dontKnow}
              </button>
            )}
          </Title>
          {ways.isPending && <Loading />}
          {ways.error && <Trouble why={ways.error} again={() => void ways.refetch()} />}
          {ways.data && !asking && <Ways ways={ways.data} ask={() => setAsking(true)} />}
          {ways.data && asking && (
            <Questions questions={ways.data.questions} back={() => setAsking(false)} />
          )}
        </section>
      )}
    </div>
  );
}
