"use client";

import { Anchor, Button } from "@mantine/core";
import type { JobView } from "@rubric/domain/job/schemas";
import { IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toastRefused } from "../../ui/toast.ts";
import classes from "./team-page.module.css";

/** The seats of a job; each offer that is sent reserves one. */
export function Openings({ org, job }: { org: string; job: JobView }) {
  const trpc = useTRPC();
  const add = useCommand(trpc.job.addOpening.mutationOptions());
  const close = useCommand(trpc.job.closeOpening.mutationOptions());
  const [closing, setClosing] = useState<{ id: string; number: number } | null>(null);
  return (
    <section className={classes.panel} aria-label="Openings">
      <div className={classes.head}>
        <h2 className={classes.title}>Openings</h2>
        {job.may.addOpening === null || job.may.addOpening.law === 9 ? (
          <ReasonButton
            reason={job.may.addOpening?.sentence ?? null}
            lift={job.may.addOpening?.lift ?? null}
            size="xs"
            variant="default"
            loading={add.running}
            leftSection={<IconPlus size={14} stroke={1.7} aria-hidden="true" />}
            onClick={() => void add.run({ jobId: job.id }).catch(toastRefused)}
          >
            Add one
          </ReasonButton>
        ) : null}
      </div>
      <p className={classes.quiet}>
        An offer reserves an opening when it is sent, and fills it when it is accepted.
      </p>
      <ul className={classes.seats}>
        {job.openings.map((seat) => (
          <li key={seat.id}>
            <span className={classes.number}>{seat.number}</span>
            <span className={classes.state}>
              <StateBadge kind="opening" state={seat.state} />
              {seat.requisition === null ? null : (
                <Anchor
                  component={Link}
                  size="sm"
                  href={`/o/${org}/requisitions/${seat.requisition.id}`}
                >
                  R-{seat.requisition.number}
                </Anchor>
              )}
              {seat.closeReason === null ? null : (
                <span className={classes.quiet}>{seat.closeReason}</span>
              )}
            </span>
            {seat.may.close === null ? (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                onClick={() => setClosing(seat)}
              >
                Close…
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {closing === null ? null : (
        <ConfirmDialog
          opened
          onClose={() => setClosing(null)}
          title={`Close opening ${closing.number}?`}
          confirmLabel="Close it"
          reason={{ label: "Reason", minLength: 3 }}
          onConfirm={(reason) => close.run({ jobId: job.id, openingId: closing.id, reason })}
        >
          It is closed for good; another one can be added later.
        </ConfirmDialog>
      )}
    </section>
  );
}
