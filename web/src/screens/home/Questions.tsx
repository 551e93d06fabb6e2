import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";

import type { WaysIn } from "../../api/types";
import { useWords } from "../../words";

interface Props {
  questions: WaysIn["questions"];
  back: () => void;
}

// A few questions, one at a time, for who does not know.
export function Questions({ questions, back }: Props) {
  const words = useWords();
  const [, go] = useLocation();
  const [asked, setAsked] = useState<string[]>([questions[0]?.id ?? ""]);
  const heading = useRef<HTMLHeadingElement>(null);
  const question = questions.find(({ id }) => id === asked.at(-1));
  useEffect(() => heading.current?.focus(), [question]);
  if (!question) return null;
  const pick = (option: { sheet: string; next: string }) =>
    option.sheet ? go(`/open/${option.sheet}`) : setAsked([...asked, option.next]);
  return (
    <div className="card stack">
      <p className="soft small">{words.home.question(asked.length)}</p>
      <h2 ref={heading} tabIndex={-1} className="question">
        {question.text}
      </h2>
      <div className="row">
        {question.options.map((option) => (
          <button
            type="button"
            key={option.label}
            className="button large"
            onClick={() => pick(option)}
          >
            {option.label}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="button quiet"
        onClick={() => (asked.length > 1 ? setAsked(asked.slice(0, -1)) : back())}
      >
        {asked.length > 1 ? words.home.previous : words.home.backToList}
      </button>
    </div>
  );
}
