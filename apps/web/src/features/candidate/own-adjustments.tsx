"use client";

import type { OwnApplication } from "@rubric/domain/candidate/schemas";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { AskForm } from "./ask-form.tsx";
import { ExactDay } from "./exact-day.tsx";
import classes from "./own.module.css";

/** What a candidate asked to be arranged, what came of it, and the way to ask. */
export function OwnAdjustments({ of }: { of: OwnApplication }) {
  const may = of.may.askAdjustment;
  const ahead = of.steps.some(
    ({ when, interviews }) => (when === "now" || when === "to_come") && interviews.length > 0,
  );
  if ((may !== null || !ahead) && of.adjustments.length === 0) return null;
  return (
    <details className={classes.fold} open={of.adjustments.some((one) => one.answeredAt !== null)}>
      <summary>Would something make the interviews easier for you?</summary>
      <p>
        More time, captions, a room without stairs, a break: tell us, and we arrange it. Only the
        recruiter reads what you write. Whoever interviews you is told what to do and never why, and
        it plays no part in any decision.
      </p>
      {of.adjustments.length === 0 ? null : (
        <ul className={classes.list}>
          {of.adjustments.map((one) => (
            <li key={one.id}>
              <div style={{ whiteSpace: "pre-line" }}>{one.asked}</div>
              <div className={classes.quiet}>
                {one.answeredAt === null ? (
                  <>
                    Asked on <ExactDay at={one.createdAt} />. The recruiter answers you here.
                  </>
                ) : (
                  <>Arranged: {one.effect}</>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {of.state === "active" || of.state === "on_hold" ? <AdjustmentForm of={of} /> : null}
    </details>
  );
}

function AdjustmentForm({ of }: { of: OwnApplication }) {
  const trpc = useTRPC();
  const ask = useCommand(trpc.candidate.askAdjustment.mutationOptions());
  return (
    <AskForm
      label="What would help you?"
      action="Ask the recruiter"
      thanks="Thank you. The recruiter has it and answers you here."
      field="asked"
      may={of.may.askAdjustment}
      command={ask}
      send={(asked) => ask.run({ applicationId: of.id, asked })}
    />
  );
}
