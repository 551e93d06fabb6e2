// The one way to the server. What went wrong comes back as a Problem, never as a bare response.
import createClient from "openapi-fetch";

import type { paths } from "./schema";
import type { LogEntry, Trouble } from "./types";
import { asItWas, visible } from "./visible";

export const api = createClient<paths>({
  baseUrl: "/api/v1",
  bodySerializer: (body: unknown) => asItWas(JSON.stringify(body)),
});
api.use({
  async onResponse({ response }) {
    if (response.status === 204 || !response.headers.get("Content-Type")?.includes("json")) return;
    const { status, statusText, headers } = response;
    return new Response(visible(await response.text()), { status, statusText, headers });
  },
});

// What every write carries: no form of another site can send this header.
export const guard = { "X-Digue": "1" } as const;

export interface Stale {
  tag: string;
  lines: readonly LogEntry[];
}

// `status` 0: the server could not be reached.
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly where = "",
    // What a sign-in needs beside the password, and the challenge of a passkey.
    readonly secondFactor?: Trouble["second_factor"],
    readonly passkey?: Trouble["passkey"],
    // Somebody changed something since the person looked: the tag of now, and the lines since.
    readonly stale?: Stale,
  ) {
    super(detail || title);
  }

  get unreachable() {
    return this.status === 0;
  }

  get signedOut() {
    return this.status === 401;
  }
}

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

export async function answered<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  let answer: Answer<Data>;
  try {
    answer = await call;
  } catch {
    throw new Problem(0, "", "");
  }
  if (answer.response.ok) return answer.data as Data;
  throw problemOf(answer.response.status, answer.error);
}

export function problemOf(status: number, body: unknown): Problem {
  const trouble = typeof body === "object" && body !== null ? (body as Partial<Trouble>) : {};
  return new Problem(
    status,
    trouble.title ?? "",
    trouble.detail ?? "",
    trouble.where,
    trouble.second_factor,
    trouble.passkey,
    trouble.changed && { tag: `"${trouble.etag ?? ""}"`, lines: trouble.changed },
  );
}

// Never tried again by itself: an answer that says no says it again.
export const worthAnotherTry = (times: number, why: unknown) =>
  why instanceof Problem && (why.unreachable || why.status >= 500) && times < 3;
