"use client";

import { Button, Text } from "@mantine/core";
import type { KeepingView } from "@rubric/domain/retention/schemas";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import panel from "../../ui/panel.module.css";
import { placeWords } from "../../ui/places.ts";
import { Refusal } from "../../ui/refusal.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./retention.module.css";

/** How long an application is kept and why, for who leads its job. */
export function KeepingPanel({ applicationId }: { applicationId: string }) {
  const trpc = useTRPC();
  const { data: view } = useQuery(trpc.retention.show.queryOptions({ applicationId }));
  const send = useCommand(trpc.retention.sendNotice.mutationOptions());
  const hold = useCommand(trpc.retention.setHold.mutationOptions());
  const [holding, setHolding] = useState(false);
  if (view === undefined) return null;
  return (
    <section className={`${panel.panel} ${classes.panel}`} aria-labelledby="keeping-title">
      <h2 id="keeping-title" className={panel.title}>
        How long this is kept
      </h2>
      <p className={classes.line}>{view.sentence}</p>
      <Bounds view={view} />
      {view.pool === null ? null : (
        <p className={classes.line}>
          In the talent pool until <ExactTime at={view.pool.until} />.
        </p>
      )}
      <Notice view={view} />
      <Refusal refusal={send.refusal} />
      <div className={classes.buttons}>
        {view.may.sendNotice === null ? (
          <Button
            variant="default"
            size="xs"
            loading={send.running}
            onClick={() => send.start({ applicationId })}
          >
            Send the privacy notice
          </Button>
        ) : null}
        {view.may.hold === null && !view.holds.some((one) => one.on === "candidate") ? (
          <Button variant="default" size="xs" onClick={() => setHolding(true)}>
            Set a legal hold…
          </Button>
        ) : null}
      </div>
      <ConfirmDialog
        opened={holding}
        onClose={() => setHolding(false)}
        title="Set a legal hold on this person?"
        confirmLabel="Set the hold"
        reason={{
          label: "Why",
          description: "Which claim or inquiry; admins read it.",
          minLength: 3,
        }}
        onConfirm={async (reason) => {
          await hold.run({ on: "candidate", subjectId: view.candidateId, reason });
          toastDone("Nothing of this person is deleted until the hold is lifted.");
        }}
      >
        <Text size="md">
          Nothing of this person is deleted until it is lifted, not even if they ask for it. They
          are told that it is so if they do.
        </Text>
      </ConfirmDialog>
    </section>
  );
}

function Bounds({ view }: { view: KeepingView }) {
  const { lower, upper, conflict } = view;
  if (lower === null && upper === null) return null;
  return (
    <dl className={classes.bounds}>
      {lower === null ? null : (
        <div>
          <dt>At least until</dt>
          <dd>
            <ExactTime at={lower.at} />
            <span className={classes.why}>
              {placeWords(lower.region)}: {lower.why}
            </span>
          </dd>
        </div>
      )}
      {upper === null ? null : (
        <div>
          <dt>At most until</dt>
          <dd>
            <ExactTime at={upper.at} />
            <span className={classes.why}>
              {placeWords(upper.region)}: {upper.why}
            </span>
          </dd>
        </div>
      )}
      {conflict ? (
        <div>
          <dt>Conflict</dt>
          <dd>
            The law of one region wants it kept longer than another allows. From the earlier day on
            it is locked away, and nobody reads it until it is erased on the later one.
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Notice({ view: { notice } }: { view: KeepingView }) {
  if (notice === null) return null;
  if (notice.how === "post") {
    return (
      <p className={classes.quiet}>
        Saw the privacy notice when applying
        {notice.version === null ? "" : `, in version ${notice.version} of the post`}.
      </p>
    );
  }
  return (
    <p className={classes.quiet}>
      {notice.sentAt === null
        ? "The privacy notice is owed until "
        : "The privacy notice was sent: "}
      {notice.sentAt === null && notice.dueAt !== null ? <ExactTime at={notice.dueAt} /> : null}
      {notice.sentAt === null ? "" : <ExactTime at={notice.sentAt} />}
      {notice.sentAt === null ? "; Rubric sends it three days before." : ""}
    </p>
  );
}
