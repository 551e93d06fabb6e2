import { Component, type ReactNode } from "react";
import { useLocation } from "wouter";

import { useWords } from "../words";

class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  // Told to the browser, where whoever mends it looks.
  override componentDidCatch = (why: unknown) => reportError(why);
  override render = () => (this.state.failed ? <Failed /> : this.props.children);
}

function Failed() {
  const words = useWords();
  return (
    <div className="stack" role="alert">
      <h1>{words.screenFailed}</h1>
      <p>{words.screenFailedDetail}</p>
      <p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.problem.retry}
        </button>
      </p>
    </div>
  );
}

// A screen that fails takes nothing else with it: the entry box, the deadlines and the other screens
// stay. The next screen begins anew.
export function Guarded({ children }: { children: ReactNode }) {
  const [place] = useLocation();
  return <Boundary key={place}>{children}</Boundary>;
}
