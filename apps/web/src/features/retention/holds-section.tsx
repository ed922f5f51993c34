"use client";

import { Button, Group, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import type { RetentionView } from "@rubric/domain/retention/schemas";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { Refusal } from "../../ui/refusal.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { toastDone } from "../../ui/toast.ts";
import classes from "./retention.module.css";

type Hold = RetentionView["holds"][number];

/** The legal holds there are and were; to set one on a job, and to lift one. */
export function HoldsSection({ view }: { view: RetentionView }) {
  const trpc = useTRPC();
  const lift = useCommand(trpc.retention.liftHold.mutationOptions());
  const [setting, setSetting] = useState(false);
  const [lifting, setLifting] = useState<Hold | null>(null);
  const set = (
    <Button variant="default" onClick={() => setSetting(true)}>
      Set a legal hold on a job
    </Button>
  );
  return (
    <section className={classes.section} aria-labelledby="holds-title">
      <h2 id="holds-title">Legal holds</h2>
      <p>
        While one stands, nothing of the person, or of whoever applied to the job, is deleted, not
        even at their own request. On one person it is set on the page of their application.
      </p>
      <DataTable
        caption="Legal holds"
        rows={view.holds}
        rowKey={(one) => one.id}
        empty={
          <EmptyState title="No legal hold" action={set}>
            Set one when a claim or an inquiry needs what is held.
          </EmptyState>
        }
        columns={[
          {
            key: "on",
            head: "On",
            cell: (one) =>
              one.on === "job" ? one.jobs.join(", ") : `A candidate: ${one.jobs.join(", ")}`,
          },
          { key: "reason", head: "Why", cell: (one) => one.reason },
          {
            key: "set",
            head: "Set",
            desk: true,
            cell: (one) => (
              <>
                {one.by}, <RelativeTime at={one.setAt} />
              </>
            ),
          },
          {
            key: "lift",
            head: "State",
            align: "end",
            cell: (one) =>
              one.liftedAt === null ? (
                <Button variant="default" size="xs" onClick={() => setLifting(one)}>
                  Lift…
                </Button>
              ) : (
                <>
                  Lifted <RelativeTime at={one.liftedAt} />
                </>
              ),
          },
        ]}
      />
      {view.holds.length === 0 ? null : <div className={classes.buttons}>{set}</div>}
      <SetHold jobs={view.jobs} opened={setting} onClose={() => setSetting(false)} />
      <ConfirmDialog
        opened={lifting !== null}
        onClose={() => setLifting(null)}
        title="Lift this legal hold?"
        confirmLabel="Lift the hold"
        reason={{ label: "Why", minLength: 3 }}
        onConfirm={async (reason) => {
          if (lifting === null) return;
          await lift.run({ holdId: lifting.id, reason });
          toastDone("The hold is lifted.");
        }}
      >
        <Text size="md">
          What is due or was asked for meanwhile is erased within a day, as the law says.
        </Text>
      </ConfirmDialog>
    </section>
  );
}

function SetHold(props: { jobs: RetentionView["jobs"]; opened: boolean; onClose: () => void }) {
  const { jobs, opened, onClose } = props;
  const trpc = useTRPC();
  const set = useCommand(trpc.retention.setHold.mutationOptions());
  const [jobId, setJobId] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const missing =
    jobId === null ? "Choose a job." : reason.trim().length < 3 ? "Please give a reason." : null;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (missing !== null || jobId === null) return;
    void set
      .run({ on: "job", subjectId: jobId, reason })
      .then(() => {
        setJobId(null);
        setReason("");
        toastDone("Nothing of who applied there is deleted until the hold is lifted.");
        onClose();
      })
      .catch(() => undefined);
  }

  return (
    <Modal opened={opened} onClose={onClose} title="Set a legal hold on a job" size="md">
      <Form onSubmit={submit}>
        <Stack gap="md">
          <Select
            label="Job"
            required
            data={jobs.map(({ id, title }) => ({ value: id, label: title }))}
            value={jobId}
            onChange={setJobId}
            searchable
            data-autofocus
          />
          <Textarea
            label="Why"
            required
            description="Which claim or inquiry; admins read it."
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
          />
          <Refusal refusal={set.refusal} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Keep as it is
            </Button>
            <ReasonButton type="submit" loading={set.running} reason={missing}>
              Set the hold
            </ReasonButton>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
