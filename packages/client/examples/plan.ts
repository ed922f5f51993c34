import type { Connection, Input, RubricClient } from "@rubric/client";

/** Who acts, and what each of them says, in the words of the procedures. */
export type Plan = {
  /** How each of them calls: an access token of their own. */
  manager: Connection;
  approver: Connection;
  /** Of the one with this member id. */
  interviewer: (memberId: string) => Connection;
  /** The candidate calls by the link that they got by e-mail. */
  linkOf: (candidateId: string) => Promise<Connection>;
  person: Input<RubricClient["candidate"]["add"]>;
  /** The stage of the interview, and why those before it are skipped. */
  move: Omit<Input<RubricClient["application"]["move"]>, "applicationId">;
  interview: Omit<Input<RubricClient["interview"]["schedule"]>, "interviewId" | "startsAt">;
  content: Input<RubricClient["scorecard"]["submit"]>["content"];
  decision: Omit<Input<RubricClient["debrief"]["decide"]>, "applicationId">;
  terms: Omit<Input<RubricClient["offer"]["draft"]>, "applicationId">;
};
