// The live line of an incident: one stream a browser, whatever its tabs. The tab that holds the lock
// listens to the server and tells the others; when it goes, another takes the lock and goes on.
export type LineState = "live" | "cut";

export interface Listener {
  onEntry: (position: number) => void;
  onState: (state: LineState) => void;
}

type Message = { entry: number } | { state: LineState } | { ask: true };

const again = 2000; // milliseconds before a stream that was refused is asked for again

// Returns what ends it. `after`: the position of the last line that is known.
export function follow(incident: string, after: () => number, listener: Listener): () => void {
  const channel = new BroadcastChannel(`digue-stream-${incident}`);
  const end = new AbortController();
  let state: LineState = "cut";
  let leading = false;

  const tell = (message: Message) => {
    hear(message);
    channel.postMessage(message);
  };
  const hear = (message: Message) => {
    if ("entry" in message) listener.onEntry(message.entry);
    if ("state" in message) listener.onState((state = message.state));
    if ("ask" in message && leading) channel.postMessage({ state } satisfies Message);
  };
  channel.onmessage = (event: MessageEvent<Message>) => hear(event.data);
  channel.postMessage({ ask: true } satisfies Message);

  const lead = () => {
    leading = true;
    return listen(incident, after, tell, end.signal);
  };
  if ("locks" in navigator) {
    const options = { signal: end.signal };
    navigator.locks.request(`digue-stream-${incident}`, options, lead).catch(() => undefined);
  } else {
    void lead();
  }
  return () => {
    end.abort();
    channel.close();
  };
}

// Keeps a stream open until `signal`; settles then.
function listen(
  incident: string,
  after: () => number,
  tell: (message: Message) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((settle) => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(
        `/api/v1/incidents/${encodeURIComponent(incident)}/stream?after=${after()}`,
      );
      source.onopen = () => tell({ state: "live" });
      source.addEventListener("entry", (event) => tell({ entry: Number(event.lastEventId) }));
      source.onerror = () => {
        tell({ state: "cut" });
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, again);
      };
    };
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      source?.close();
      settle();
    });
    open();
  });
}
