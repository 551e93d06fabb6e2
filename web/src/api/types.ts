// The shapes of the API under the names that the screens use. All come from openapi.yaml.
import type { components, operations } from "./schema";

type Shapes = components["schemas"];

export type Session = Shapes["session"];
export type Provider = Shapes["provider"];
export type Person = Shapes["person"];
export type Sheet = Shapes["sheet"];
export type WholeSheet = Shapes["whole-sheet"];
export type Step = Shapes["step"];
export type WaysIn = Shapes["ways-in"];
export type Contact = Shapes["contact"];
export type IncidentLine = Shapes["incident-line"];
export type Incident = Shapes["incident"];
export type TaggedIncident = Incident & { tag: string }; // its ETag
export type Plan = Shapes["plan"];
export type PlanStep = Shapes["plan-step"];
export type Call = Shapes["call"];
export type Clock = Shapes["clock"];
export type Severity = Shapes["severity"];
export type SeverityInput = Shapes["severity-input"];
export type LogEntry = Shapes["log-entry"];
export type LogWindow = Shapes["log-window"];
export type Finding = Shapes["finding"];
export type Indicator = Shapes["indicator"];
export type SignIns = Shapes["sign-ins"];
export type Token = Shapes["token"];
export type Factors = Shapes["factors"];
export type TotpBegun = Shapes["totp-begun"];
export type PasskeyBegun = Shapes["passkey-begun"];
export type PasskeyAsked = NonNullable<Shapes["trouble"]["passkey"]>;
export type Webhook = Shapes["webhook"];
export type Delivery = Shapes["delivery"];
export type Access = Shapes["access"];
export type Preview = Shapes["preview"];
export type UploadStand = Shapes["upload"];
export type Source = Shapes["source"];
export type Piece = Shapes["piece"];
export type PieceReceipt = Shapes["piece-receipt"];
export type Analysis = Shapes["analysis"];
export type Rules = Shapes["rules"];
export type Handover = Shapes["handover"];
export type Recognised = Shapes["recognition"]["items"][number];
export type Receipt = Shapes["written"];
export type Trouble = Shapes["trouble"];
export type ActionState = Shapes["action_state"];

type Body<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { "application/json": infer Content } };
}
  ? Content
  : never;

export type ActBody = Body<"act">;
export type AnswerBody = Body<"answer">;
export type NoteBody = Body<"note">;
export type CallBody = Body<"call">;
export type ClockBody = Body<"sayOfClock">;
export type DecisionBody = Body<"decideSeverity">;
export type AssignBody = Body<"assign">;
export type SheetBody = Body<"followSheet">;
export type HandoverBody = Body<"proposeHandover">;
export type RoleBody = Body<"setRole">;
export type Outcomes = Shapes["outcomes"];
export type SeveralBody = Body<"actOnSeveral">;
export type CloseBody = Body<"closeIncident">;
export type WebhookBody = Body<"addWebhook">;
export type SignInBody = Body<"signIn">;
export type PersonBody = Body<"changePerson">;
export type TokenBody = Body<"addToken">;
export type OpenBody = Body<"openIncident">;
