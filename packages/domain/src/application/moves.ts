import type { ReadCtx } from "../context.ts";
import { whyNotDecide } from "../debrief/rules.ts";
import type { DecisionKind } from "../debrief/schemas.ts";
import { deny, type Denial } from "../errors.ts";
import { type Permission, permissionRow } from "../permissions.ts";
import type { Placed } from "./placed.ts";
import { howToMove, type MoveHow, whyNotDeviate, whyNotMove } from "./rules.ts";
import type { StageRow } from "./rows.ts";

type Ctx = Pick<ReadCtx, "duties" | "limits">;

export type Move = { to: StageRow; how: MoveHow; denial: Denial | null };

/** Each other stage of the plan, how one gets there, and what it is refused for. */
export function movesOf(ctx: Ctx, at: Placed): Move[] {
  const from = { ...at.stage, begun: at.begun };
  return at.plan
    .filter((to) => to.id !== at.stage.id)
    .map((to) => {
      const how = howToMove(from, to, at.next);
      const denial =
        how === "decide"
          ? decideDenial(ctx, at, to.kind === "offer" ? "offer" : "advance")
          : (whyNotDeviate({ manages: ctx.duties.has("job_manager") }, at.facts.job.manager) ??
            at.conflict ??
            whyNotMove({
              state: at.row.state,
              offerOut: at.facts.offerOut,
              from,
              to,
              next: at.next,
            }));
      return { to, how, denial };
    });
}

/** Why the reader may not decide here on merit, by the same rules as the command. */
export function decideDenial(ctx: Ctx, at: Placed, kind: DecisionKind): Denial | null {
  return whyNotPermitted(ctx, at, "debrief.decide") ?? whyNotDecide(at.facts, kind, ctx.limits);
}

/** The permission's own refusal, then law 7. */
function whyNotPermitted(ctx: Ctx, at: Placed, permission: Permission): Denial | null {
  const row = permissionRow(permission);
  if (!row.to.some((duty) => ctx.duties.has(duty))) return deny("FORBIDDEN", {});
  return row.impartial ? at.conflict : null;
}
