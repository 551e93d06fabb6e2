import { useQuery } from "@tanstack/react-query";

import { answered, api } from "../../api/client";
import type { Rules as RulesAsked } from "../../api/types";
import { useLanguage, useWords } from "../../words";

// Which Sigma rules an analysis asks, and why others do not run: they are the server's, not the browser's.
export function Rules() {
  const { evidence: words } = useWords();
  const lang = useLanguage();
  const { data: rules } = useQuery({
    queryKey: ["rules", lang],
    queryFn: () => answered(api.GET("/rules", { params: { query: { lang } } })),
  });
  if (!rules) return null;
  const { given, applied, not_applied, not_loaded } = rules;
  const sum = `${words.rulesAsked(applied)}${given ? "" : ` ${words.rulesOwn}`}`;
  if (not_applied + not_loaded === 0) return <p className="soft">{sum}</p>;
  return (
    <details>
      <summary>
        {sum} {words.rulesNotAsked(not_applied + not_loaded)}
      </summary>
      <Why rules={rules} />
    </details>
  );
}

function Why({ rules: { reasons, refusals, not_loaded } }: { rules: RulesAsked }) {
  const { evidence: words, colon } = useWords();
  return (
    <ul>
      {reasons.map(({ reason, rules }) => (
        <li key={reason}>
          {words.rules(rules)}
          {colon}
          {reason}
        </li>
      ))}
      {refusals.map(({ file, line, reason }, index) => (
        <li key={index}>
          <code>
            {file}:{line}
          </code>{" "}
          {reason}
        </li>
      ))}
      {not_loaded > refusals.length && <li>{words.rulesMore(not_loaded - refusals.length)}</li>}
    </ul>
  );
}
