import { deny, type Denial } from "../errors.ts";

export type VersionState = "draft" | "proposed" | "approved" | "discarded";

/** From which states each command on a version is taken. */
export const VERSION_FROM = {
  change: ["draft"],
  propose: ["draft"],
  approve: ["proposed"],
  sendBack: ["proposed"],
  discard: ["draft", "proposed"],
  try: ["draft", "proposed"],
  startShadow: ["draft", "proposed"],
  stopShadow: ["draft", "proposed"],
} as const satisfies Record<string, readonly VersionState[]>;
export type VersionCommand = keyof typeof VERSION_FROM;

const DONE_WORD = {
  change: "changed",
  propose: "proposed",
  approve: "approved",
  sendBack: "sent back",
  discard: "discarded",
  try: "tried",
  startShadow: "judged in shadow",
  stopShadow: "taken out of shadow",
} as const satisfies Record<VersionCommand, string>;

/** The state alone: null where the command starts from it. */
export function whyNotFrom(state: VersionState, command: VersionCommand): Denial | null {
  const from: readonly VersionState[] = VERSION_FROM[command];
  if (from.includes(state)) return null;
  const word = state === "draft" ? "a draft" : state;
  return deny("POLICY_STATE", { state: word, command: DONE_WORD[command] });
}

export type VersionFacts = {
  state: VersionState;
  authorId: string;
  actorId: string;
  from: Date | null;
  to: Date | null;
  now: Date;
};

/** A draft is changed, proposed and discarded by its author alone. */
export function whyNotOwn(facts: VersionFacts, command: VersionCommand): Denial | null {
  return (
    whyNotFrom(facts.state, command) ??
    (facts.authorId === facts.actorId ? null : deny("POLICY_NOT_YOURS", {}))
  );
}

/** Policies are set by two people (STATES, permissions): the second is never the author. */
export function whyNotApprove(facts: VersionFacts): Denial | null {
  if (facts.authorId === facts.actorId) return deny("POLICY_OWN_APPROVAL", {});
  return whyNotFrom(facts.state, "approve") ?? whyNotDates(facts);
}

/** proposed → draft, by its author or an admin who would approve it. */
export function whyNotSendBack(facts: Pick<VersionFacts, "state">): Denial | null {
  return whyNotFrom(facts.state, "sendBack");
}

/** A version binds from one instant, not past, to a later one: nothing is judged anew. */
export function whyNotDates({
  from,
  to,
  now,
}: Pick<VersionFacts, "from" | "to" | "now">): Denial | null {
  const start = from === null || from < now ? now : from;
  if (to === null || to > start) return null;
  const effectiveTo = "This ends before it begins.";
  return deny("POLICY_DATES", { fields: { effectiveTo } });
}

/** A version has one trial at a time. */
export function whyNotTry(running: number): Denial | null {
  return running > 0 ? deny("TRIAL_RUNNING", {}) : null;
}
