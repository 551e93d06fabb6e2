import { useState } from "react";
import {
  Autocomplete,
  Input,
  Label,
  Menu,
  MenuItem,
  SearchField,
  useFilter,
} from "react-aria-components";
import { useLocation } from "wouter";

import { usePlan } from "../api/queries";
import { plainly } from "../parts/plainly";
import { Sheet } from "../parts/Sheet";
import { useWords } from "../words";
import { pathOf, screensOf, stepPath, useThisIncident } from "./incident";
import type { Doings } from "./keys";
import { useMe } from "./me";

interface Props {
  close: () => void;
  doings: Doings;
}

interface Entry {
  id: string;
  label: string;
  note: string;
  go: () => void;
}

export function Palette({ close, doings }: Props) {
  const words = useWords();
  const { contains } = useFilter({ sensitivity: "base" });
  const [sought, setSought] = useState("");
  const entries = bestFirst(useEntries(doings), sought);
  const pick = (id: React.Key) => {
    close();
    entries.find((entry) => entry.id === id)?.go();
  };
  return (
    <Sheet title={words.palette.title} open onClose={close}>
      <Autocomplete inputValue={sought} onInputChange={setSought} filter={contains}>
        <SearchField className="field seek">
          <Label>{words.palette.search}</Label>
          {/* The person has just asked to search. */}
          {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
          <Input autoFocus />
        </SearchField>
        <Menu
          aria-label={words.palette.title}
          items={entries}
          onAction={pick}
          renderEmptyState={() => words.palette.nothing}
        >
          {(entry) => (
            <MenuItem className="choice" id={entry.id} textValue={`${entry.label} ${entry.note}`}>
              <span>{entry.label}</span>
              <span className="soft small">{entry.note}</span>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Sheet>
  );
}

// What begins with the words looked for comes before what only holds them.
const bestFirst = (entries: Entry[], sought: string) => {
  const begins = ({ label }: Entry) => plainly(label).startsWith(plainly(sought));
  return sought ? [...entries.filter(begins), ...entries.filter((one) => !begins(one))] : entries;
};

function useEntries(doings: Doings): Entry[] {
  const words = useWords();
  const incident = useThisIncident().id;
  const { me } = useMe();
  const plan = usePlan(incident).data;
  const [, go] = useLocation();
  // Where the focus goes back to when the window closes comes first; then where the person asked.
  const later = (doing: () => void) => () => void setTimeout(doing, 50);
  return [
    { id: "next", label: words.palette.next, note: words.keys.next, go: later(doings.next) },
    { id: "note", label: words.palette.note, note: words.keys.note, go: later(doings.note) },
    { id: "help", label: words.palette.help, note: words.keys.help, go: later(doings.help) },
    ...screensOf(me.role).map((screen) => ({
      id: screen,
      label: words.nav[screen],
      note: "",
      go: () => go(pathOf(incident, screen)),
    })),
    ...[
      { path: "/", label: words.nav.home },
      { path: "/account", label: words.account.title },
      { path: "/people", label: words.people.title },
    ].map(({ path, label }) => ({ id: path, label, note: "", go: () => go(path) })),
    ...(plan?.items ?? []).map((step) => ({
      id: `${step.item} ${step.account}`,
      label: step.title,
      note: [step.account, words.state[step.state]].filter(Boolean).join(" · "),
      go: () => go(stepPath(incident, step.item, step.account)),
    })),
  ];
}
