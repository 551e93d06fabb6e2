import { useContext, useState } from "react";

import { useSpeech } from "../words";
import { AccountSheet } from "./AccountSheet";
import { IncidentContext } from "./incident";
import { useMe } from "./me";

// Each language under its own name, so that whoever cannot read the page can change it.
export const languageNames = { fr: "Français", en: "English" } as const;

// Who I am and in which language, always in sight.
export function AccountButton() {
  const { words, language } = useSpeech();
  const { me } = useMe();
  const inIncident = useContext(IncidentContext) !== null;
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {me.name ? (
          <span>
            {me.display_name}{" "}
            {(inIncident || me.everywhere !== false) && (
              <span className="soft small role">{words.roles[me.role]}</span>
            )}
          </span>
        ) : (
          <span lang={language}>{languageNames[language]}</span>
        )}
      </button>
      <AccountSheet open={open} close={() => setOpen(false)} />
    </>
  );
}
