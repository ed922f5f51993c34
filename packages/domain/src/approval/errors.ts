import { error } from "../error-table.ts";

/** Refusals of approval flows. */
export const approvalErrors = {
  CHANGED_SINCE_READ: error({
    kind: "conflict",
    law: 15,
    say: () => "This was changed after you opened it.",
    lift: "Load the page again, and read it as it is now.",
  }),
  FLOW_CHANGED: error({
    kind: "conflict",
    law: 8,
    say: () => "Somebody changed this approval flow meanwhile.",
    lift: "Load the page again, and change the flow as it is now.",
  }),
  FLOW_MEMBER: error<{ group: string }>({
    kind: "input",
    law: 8,
    say: ({ group }) =>
      `The group "${group}" names somebody who is no active member, only audits, or stands there twice.`,
    lift: "Name active members, each once.",
  }),
  FLOW_SHORT: error<{ group: string }>({
    kind: "input",
    law: 8,
    say: ({ group }) => `The group "${group}" asks for more approvals than it has members.`,
    lift: "Name more members, or ask for fewer approvals.",
  }),
} as const;
