/**
 * What a state means to the eye. `idle` not begun, `running` under way, `waiting` for someone,
 * `ready` to be acted on, `good` reached, `over` ended, `late` past its date.
 */
export type Tone = "idle" | "running" | "waiting" | "ready" | "good" | "over" | "late";

interface StateWord {
  word: string;
  tone: Tone;
}

/** The one table of words and colours for every state of every thing. */
const states = {
  application: {
    active: { word: "Active", tone: "running" },
    on_hold: { word: "On hold", tone: "waiting" },
    rejected: { word: "Rejected", tone: "over" },
    withdrawn: { word: "Withdrawn", tone: "over" },
    transferred: { word: "Transferred", tone: "over" },
    hired: { word: "Hired", tone: "good" },
  },
  interview: {
    planned: { word: "Planned", tone: "idle" },
    proposed: { word: "Times proposed", tone: "waiting" },
    scheduled: { word: "Scheduled", tone: "running" },
    held: { word: "Held", tone: "good" },
    absent: { word: "Someone was absent", tone: "over" },
    cancelled: { word: "Cancelled", tone: "over" },
  },
  scorecard: {
    assigned: { word: "To write", tone: "idle" },
    draft: { word: "Draft", tone: "waiting" },
    submitted: { word: "Submitted", tone: "good" },
    excused: { word: "Excused", tone: "over" },
    void: { word: "Void", tone: "over" },
    struck: { word: "Struck", tone: "over" },
  },
  debrief: {
    waiting: { word: "Waiting for scorecards", tone: "waiting" },
    ready: { word: "Ready", tone: "ready" },
    open: { word: "Open", tone: "running" },
    closed: { word: "Closed", tone: "good" },
    not_held: { word: "Not held", tone: "over" },
  },
  decision: {
    recorded: { word: "Recorded", tone: "good" },
    superseded: { word: "Superseded", tone: "over" },
  },
  offer: {
    draft: { word: "Draft", tone: "idle" },
    pending: { word: "Waiting for approval", tone: "waiting" },
    approved: { word: "Approved", tone: "ready" },
    sent: { word: "Sent", tone: "running" },
    change_asked: { word: "Change asked for", tone: "waiting" },
    accepted: { word: "Accepted", tone: "good" },
    confirmed: { word: "Confirmed", tone: "good" },
    declined: { word: "Declined", tone: "over" },
    expired: { word: "Expired", tone: "over" },
    withdrawn: { word: "Withdrawn", tone: "over" },
    superseded: { word: "Superseded", tone: "over" },
    fell_through: { word: "Fell through", tone: "over" },
  },
  requisition: {
    draft: { word: "Draft", tone: "idle" },
    pending: { word: "Waiting for approval", tone: "waiting" },
    approved: { word: "Approved", tone: "good" },
    on_hold: { word: "On hold", tone: "waiting" },
    fulfilled: { word: "Fulfilled", tone: "good" },
    cancelled: { word: "Cancelled", tone: "over" },
  },
  opening: {
    open: { word: "Open", tone: "running" },
    reserved: { word: "Reserved by an offer", tone: "waiting" },
    filled: { word: "Filled", tone: "good" },
    closed: { word: "Closed", tone: "over" },
  },
  job: {
    draft: { word: "Draft", tone: "idle" },
    open: { word: "Open", tone: "running" },
    on_hold: { word: "On hold", tone: "waiting" },
    closed: { word: "Closed", tone: "over" },
  },
  post: {
    draft: { word: "Draft", tone: "idle" },
    published: { word: "Published", tone: "running" },
    unpublished: { word: "Unpublished", tone: "over" },
  },
  regionPack: {
    draft: { word: "Waits for approval", tone: "waiting" },
    approved: { word: "Approved", tone: "good" },
    discarded: { word: "Discarded", tone: "over" },
  },
  review: {
    open: { word: "Open", tone: "running" },
    closed: { word: "Closed", tone: "good" },
    cancelled: { word: "Cancelled", tone: "over" },
  },
  framework: {
    draft: { word: "Draft", tone: "idle" },
    published: { word: "Published", tone: "good" },
  },
  plan: {
    draft: { word: "Draft", tone: "idle" },
    current: { word: "Current", tone: "good" },
    past: { word: "Past", tone: "over" },
  },
  member: {
    invited: { word: "Invited", tone: "waiting" },
    active: { word: "Active", tone: "good" },
    disabled: { word: "Disabled", tone: "over" },
  },
  token: {
    open: { word: "Good", tone: "good" },
    expired: { word: "Expired", tone: "over" },
    revoked: { word: "Revoked", tone: "over" },
  },
  mail: {
    queued: { word: "To be sent", tone: "waiting" },
    sent: { word: "Sent", tone: "good" },
    taken_back: { word: "Taken back", tone: "over" },
    failed: { word: "Not delivered", tone: "ready" },
  },
  policy: {
    draft: { word: "Draft", tone: "idle" },
    proposed: { word: "Waiting for approval", tone: "waiting" },
    approved: { word: "Approved", tone: "good" },
    discarded: { word: "Discarded", tone: "over" },
  },
  experiment: {
    draft: { word: "Draft", tone: "idle" },
    running: { word: "Running", tone: "running" },
    stopped: { word: "Stopped", tone: "over" },
  },
  webhook: {
    active: { word: "On", tone: "good" },
    failing: { word: "Failing", tone: "late" },
    off: { word: "Off", tone: "over" },
  },
  delivery: {
    waiting: { word: "Waiting", tone: "waiting" },
    sending: { word: "Being sent", tone: "running" },
    delivered: { word: "Delivered", tone: "good" },
    failed: { word: "Given up", tone: "late" },
  },
  deadline: {
    open: { word: "To come", tone: "idle" },
    due: { word: "Due today", tone: "ready" },
    late: { word: "Late", tone: "late" },
    met: { word: "Met", tone: "good" },
    lifted: { word: "No longer due", tone: "over" },
  },
} as const satisfies Record<string, Record<string, StateWord>>;

export type StateKind = keyof typeof states;
export type StateOf<Kind extends StateKind> = keyof (typeof states)[Kind] & string;

const lookUp: Record<string, Record<string, StateWord>> = states;

/** Word and tone of a state; a state that this version does not know shows its own name. */
export function describeState(kind: StateKind, state: string): StateWord {
  return lookUp[kind]?.[state] ?? { word: state.replaceAll("_", " "), tone: "idle" };
}
