// What the screens write. Each write carries the key of its draft, so that sending it again after a
// cut line or an ended session writes nothing twice.
import { answered, api, guard } from "./client";
import type {
  AssignBody,
  CloseBody,
  SeveralBody,
  HandoverBody,
  RoleBody,
  SheetBody,
  ActBody,
  AnswerBody,
  CallBody,
  ClockBody,
  DecisionBody,
  NoteBody,
  OpenBody,
} from "./types";

export type Key = string;

// The tag of the incident as the person saw it (parts/useDecision.ts); none: whatever it is now.
export type Seen = string;

const to = (incident: string, key: Key, seen?: Seen) => ({
  path: { incident },
  header: { ...guard, "Idempotency-Key": key, ...(seen && { "If-Match": seen }) },
});

export const writes = {
  open: (body: OpenBody, key: Key) =>
    answered(
      api.POST("/incidents", { params: { header: { ...guard, "Idempotency-Key": key } }, body }),
    ),
  act: (incident: string) => (body: ActBody, key: Key, seen?: Seen) =>
    answered(api.POST("/incidents/{incident}/actions", { params: to(incident, key, seen), body })),
  actOnSeveral: (incident: string) => (body: SeveralBody, key: Key, seen?: Seen) =>
    answered(
      api.POST("/incidents/{incident}/actions/bulk", { params: to(incident, key, seen), body }),
    ),
  close: (incident: string) => (body: CloseBody, key: Key, seen?: Seen) =>
    answered(api.POST("/incidents/{incident}/close", { params: to(incident, key, seen), body })),
  answer: (incident: string) => (body: AnswerBody, key: Key, seen?: Seen) =>
    answered(api.POST("/incidents/{incident}/answers", { params: to(incident, key, seen), body })),
  note: (incident: string) => (body: NoteBody, key: Key) =>
    answered(api.POST("/incidents/{incident}/log", { params: to(incident, key), body })),
  call: (incident: string) => (body: CallBody, key: Key) =>
    answered(api.POST("/incidents/{incident}/calls", { params: to(incident, key), body })),
  decide: (incident: string) => (body: DecisionBody, key: Key, seen?: Seen) =>
    answered(
      api.POST("/incidents/{incident}/severity/decision", {
        params: to(incident, key, seen),
        body,
      }),
    ),
  startRound: (incident: string) => (body: { time_box?: number }, key: Key) =>
    answered(api.POST("/incidents/{incident}/rounds", { params: to(incident, key), body })),
  endRound: (incident: string) => (_: Record<string, never>, key: Key) =>
    answered(api.POST("/incidents/{incident}/rounds/end", { params: to(incident, key), body: {} })),
  assign: (incident: string) => (body: AssignBody, key: Key) =>
    answered(api.POST("/incidents/{incident}/assignments", { params: to(incident, key), body })),
  setRole: (incident: string) => (body: RoleBody, key: Key) =>
    answered(api.POST("/incidents/{incident}/people", { params: to(incident, key), body })),
  followSheet: (incident: string) => (body: SheetBody, key: Key) =>
    answered(api.POST("/incidents/{incident}/sheet", { params: to(incident, key), body })),
  handOver: (incident: string) => (body: HandoverBody, key: Key) =>
    answered(api.POST("/incidents/{incident}/handover", { params: to(incident, key), body })),
  acceptHandover: (incident: string) => (_: Record<string, never>, key: Key) =>
    answered(
      api.POST("/incidents/{incident}/handover/acceptance", {
        params: to(incident, key),
        body: {},
      }),
    ),
  clock: (incident: string, clock: string) => (body: ClockBody, key: Key) =>
    answered(
      api.POST("/incidents/{incident}/clocks/{clock}", {
        params: { path: { incident, clock }, header: { ...guard, "Idempotency-Key": key } },
        body,
      }),
    ),
};
