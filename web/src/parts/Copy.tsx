import { useEffect, useState } from "react";

import { useWords } from "../words";

// A line to copy, whole, by a button that says that it did.
export function Copy({ text }: { text: string }) {
  return (
    <div className="copy">
      <code>{text}</code>
      <CopyButton text={text} />
    </div>
  );
}

// `what`: what is copied, for whoever hears the button.
export function CopyButton({ text, what }: { text: string; what?: string }) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      className="button"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <span aria-live="polite">{copied ? words.copy.copied : words.copy.copy}</span>
      {what && <span className="only-read">{what}</span>}
    </button>
  );
}
