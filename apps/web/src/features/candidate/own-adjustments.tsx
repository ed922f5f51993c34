"use client";

import { Stack, Textarea } from "@mantine/core";
import type { OwnApplication } from "@rubric/domain/candidate/schemas";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { useCommand } from "../../api/use-command.ts";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
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
      {of.state === "active" || of.state === "on_hold" ? <AskForm of={of} /> : null}
    </details>
  );
}

function AskForm({ of }: { of: OwnApplication }) {
  const trpc = useTRPC();
  const ask = useCommand(trpc.candidate.askAdjustment.mutationOptions());
  const [asked, setAsked] = useState("");
  const { sentence = null, lift = null } = of.may.askAdjustment ?? {};
  const [error, setError] = useState<string | null>(null);

  async function send(event: SyntheticEvent) {
    event.preventDefault();
    setError(null);
    try {
      await ask.run({ applicationId: of.id, asked });
      setAsked("");
      toastDone("Thank you. The recruiter has it and answers you here.");
    } catch (thrown) {
      setError(readApiError(thrown).fields.asked ?? null);
    }
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="sm">
        <Textarea
          label="What would help you?"
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
          error={error}
          autosize
          minRows={2}
        />
        {error === null ? <Refusal refusal={ask.refusal} /> : null}
        <div>
          <ReasonButton
            type="submit"
            variant="default"
            loading={ask.running}
            reason={sentence}
            lift={lift}
          >
            Ask the recruiter
          </ReasonButton>
        </div>
      </Stack>
    </form>
  );
}
