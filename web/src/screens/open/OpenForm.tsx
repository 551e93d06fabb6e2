import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useLocation } from "wouter";

import { writes } from "../../api/writes";
import { pathOf } from "../../app/incident";
import { Field } from "../../parts/Field";
import { ReceiptLine } from "../../parts/Receipt";
import { zoneHere } from "../../parts/time";
import { useDraft } from "../../parts/useDraft";
import { useWords } from "../../words";
import { ZoneField } from "./ZoneField";

interface Props {
  sheet: string;
  sheetTitle: string;
  seen: string; // what the person recognised, in the words of the list
}

export function OpenForm({ sheet, sheetTitle, seen }: Props) {
  const { open: words } = useWords();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const draft = useDraft(`open/${sheet}`, {
    title: seen || sheetTitle,
    subject: "",
    zone: zoneHere(),
  });
  const { title, subject, zone } = draft.values;
  const opening = useMutation({
    mutationFn: () => writes.open(bodyOf(sheet, draft.values), draft.key),
    onSuccess: (receipt) => {
      draft.drop();
      void queries.invalidateQueries({ queryKey: ["incidents"] });
      go(pathOf(receipt.incident, "act"));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    draft.keep();
    opening.mutate();
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <h2>{words.title}</h2>
      <Field
        label={words.subject}
        hint={words.subjectHint}
        value={subject}
        say={(text) => draft.change({ subject: text })}
        autoComplete="off"
        spellCheck={false}
        optional
      />
      <Field
        label={words.incidentTitle}
        hint={words.incidentTitleHint}
        value={title}
        say={(text) => draft.change({ title: text })}
        maxLength={300}
        required
      />
      <ZoneField zone={zone} say={(name) => draft.change({ zone: name })} />
      <ReceiptLine sending={opening} />
      <button className="button strong large" type="submit" disabled={opening.isPending}>
        {words.submit}
      </button>
    </form>
  );
}

// An address is an account; anything else that was typed is a machine.
function bodyOf(sheet: string, values: { title: string; subject: string; zone: string }) {
  const name = values.subject.trim();
  const subject = name.includes("@") ? { account: name } : { host: name };
  return { sheet, title: values.title.trim(), zone: values.zone, ...(name ? { subject } : {}) };
}
