"use client";

import { Button, Text } from "@mantine/core";
import type { OwnView } from "@rubric/domain/candidate/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { toastDone } from "../../ui/toast.ts";
import { ExactDay } from "./exact-day.tsx";
import classes from "./own.module.css";

/** How long what is held is kept and why, and the talent pool. */
export function OwnKeeping({ own }: { own: OwnView }) {
  const titles = new Map(own.applications.map((one) => [one.id, one.job.title]));
  if (own.keeping.length === 0) return null;
  return (
    <>
      <h3>How long we keep this</h3>
      <dl className={classes.facts}>
        {own.keeping.map(({ applicationId, sentence }) => (
          <div key={applicationId}>
            <dt>{titles.get(applicationId)}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
      <Pool own={own} />
    </>
  );
}

function Pool({ own }: { own: OwnView }) {
  const trpc = useTRPC();
  const join = useCommand(trpc.candidate.joinPool.mutationOptions());
  const leave = useCommand(trpc.candidate.leavePool.mutationOptions());
  const [asking, setAsking] = useState(false);
  const { pool, may } = own;
  const inIt = pool.until !== null;
  if (!inIt && own.erasureAskedAt !== null) return null;
  return (
    <>
      <h3>Other jobs that may suit you</h3>
      {pool.until === null ? (
        <p>
          If you agree, we keep your application for longer, to tell you of other jobs. It is up to
          you, and changes nothing in your application.
        </p>
      ) : (
        <p>
          You are in our talent pool until <ExactDay at={pool.until} />. You can leave it at any
          time, with effect at once.
        </p>
      )}
      <div className={classes.buttons}>
        {inIt ? (
          <Button variant="default" onClick={() => setAsking(true)}>
            Leave the talent pool
          </Button>
        ) : (
          <ReasonButton
            variant="default"
            reason={may.joinPool?.sentence ?? null}
            onClick={() => setAsking(true)}
          >
            Stay in the talent pool…
          </ReasonButton>
        )}
      </div>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={inIt ? "Leave the talent pool?" : "Stay in the talent pool?"}
        confirmLabel={inIt ? "Leave" : "I agree"}
        onConfirm={async () => {
          if (inIt) await leave.run({});
          else await join.run({ textVersion: pool.textVersion });
          toastDone(inIt ? "You have left the talent pool." : "You are in the talent pool.");
        }}
      >
        <Text size="lg">
          {inIt
            ? "What only your consent kept is deleted within a day. Nothing else changes."
            : pool.text}
        </Text>
      </ConfirmDialog>
    </>
  );
}
