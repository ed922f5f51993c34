import { opensTo } from "../../api/opens-to.ts";

/** Which pages around growth, beyond one's own, a reader may open. */
export type Opens = { members: boolean; ladder: boolean; compare: boolean; rounds: boolean };

/** The same by the roles that the reader holds. */
export function opensFor(roles: readonly string[]): Opens {
  return {
    members: opensTo("organization.listMembers", roles),
    ladder: opensTo("framework.list", roles),
    compare: opensTo("ladder.compare", roles),
    rounds: opensTo("round.list", roles),
  };
}
