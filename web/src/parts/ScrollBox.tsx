import type { ReactNode } from "react";

// What may be wider than the page scrolls by itself, by the keyboard too.
export const ScrollBox = ({ label, tall, children }: Props) => (
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className={tall ? "scroll tall" : "scroll"} role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);

interface Props {
  label: string;
  tall?: boolean; // it scrolls downwards too
  children: ReactNode;
}
