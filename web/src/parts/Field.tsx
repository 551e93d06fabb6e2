import {
  type InputHTMLAttributes,
  type ReactNode,
  type TextareaHTMLAttributes,
  useId,
} from "react";

import { useWords } from "../words";

interface Common {
  label: string;
  hint?: string | undefined;
  wrong?: string | undefined;
  optional?: boolean;
}

function Frame(props: Common & { id: string; children: ReactNode }) {
  const words = useWords();
  return (
    <div className="field">
      <label htmlFor={props.id}>
        {props.label}
        {props.optional && <span className="soft small"> ({words.optional})</span>}
      </label>
      {props.hint && (
        <span className="hint" id={`${props.id}-hint`}>
          {props.hint}
        </span>
      )}
      {props.children}
      {props.wrong && (
        <span className="wrong" id={`${props.id}-wrong`} role="alert">
          {props.wrong}
        </span>
      )}
    </div>
  );
}

const described = (id: string, props: Common) => ({
  id,
  "aria-describedby":
    [props.hint && `${id}-hint`, props.wrong && `${id}-wrong`].filter(Boolean).join(" ") ||
    undefined,
  "aria-invalid": props.wrong ? true : undefined,
});

type InputProps = Common & InputHTMLAttributes<HTMLInputElement> & { say: (text: string) => void };

export function Field({ label, hint, wrong, optional = false, say, ...input }: InputProps) {
  const id = useId();
  const common = { label, hint, wrong, optional };
  return (
    <Frame {...common} id={id}>
      <input {...input} {...described(id, common)} onChange={(event) => say(event.target.value)} />
    </Frame>
  );
}

type AreaProps = Common &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { say: (text: string) => void };

export function Area({ label, hint, wrong, optional = false, say, ...area }: AreaProps) {
  const id = useId();
  const common = { label, hint, wrong, optional };
  return (
    <Frame {...common} id={id}>
      <textarea
        rows={2}
        {...area}
        {...described(id, common)}
        onChange={(event) => say(event.target.value)}
      />
    </Frame>
  );
}
