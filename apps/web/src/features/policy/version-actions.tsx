"use client";

import { Group } from "@mantine/core";
import type { PolicyVersionView } from "@rubric/domain/policy/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import classes from "./policy.module.css";

/** What an admin may do with a draft or a proposal. */
export function VersionActions({
  version,
  onChange,
}: {
  version: PolicyVersionView;
  onChange: () => void;
}) {
  const trpc = useTRPC();
  const [open, setOpen] = useState<"approve" | "sendBack" | "discard" | null>(null);
  const tryIt = useCommand(trpc.policy.try.mutationOptions());
  const startShadow = useCommand(trpc.policy.startShadow.mutationOptions());
  const stopShadow = useCommand(trpc.policy.stopShadow.mutationOptions());
  const propose = useCommand(trpc.policy.propose.mutationOptions());
  const approve = useCommand(trpc.policy.approve.mutationOptions());
  const sendBack = useCommand(trpc.policy.sendBack.mutationOptions());
  const discard = useCommand(trpc.policy.discard.mutationOptions());
  const { may } = version;
  const given = { versionId: version.id };
  const close = () => setOpen(null);
  const why = (refused: { sentence: string; lift: string | null } | null) => ({
    reason: refused?.sentence ?? null,
    lift: refused?.lift ?? null,
  });

  async function run(work: () => Promise<unknown>, done: string) {
    try {
      await work();
      toastDone(done);
    } catch (error) {
      toastRefused(error);
    }
  }

  const shadowing = version.shadow !== null;
  return (
    <>
      {version.state === "proposed" && may.approve !== null ? (
        <p className={classes.meta}>
          {may.approve.sentence} {may.approve.lift}
        </p>
      ) : null}
      <Group gap="xs">
        <ReasonButton
          variant="default"
          loading={tryIt.running}
          {...why(may.try)}
          onClick={() => void run(() => tryIt.run(given), "It is tried on what happened so far.")}
        >
          Try it on history
        </ReasonButton>
        <ReasonButton
          variant="default"
          loading={startShadow.running || stopShadow.running}
          {...why(shadowing ? may.stopShadow : may.startShadow)}
          onClick={() =>
            void run(
              () => (shadowing ? stopShadow.run(given) : startShadow.run(given)),
              shadowing ? "It is out of shadow." : "It is judged in shadow from now on.",
            )
          }
        >
          {shadowing ? "Stop the shadow" : "Run in shadow"}
        </ReasonButton>
        {version.state === "draft" ? (
          <>
            <ReasonButton variant="default" {...why(may.change)} onClick={onChange}>
              Change
            </ReasonButton>
            <ReasonButton
              loading={propose.running}
              {...why(may.propose)}
              onClick={() =>
                void run(() => propose.run(given), "It is proposed. Another admin approves it.")
              }
            >
              Propose
            </ReasonButton>
          </>
        ) : (
          <>
            <ReasonButton
              variant="default"
              {...why(may.sendBack)}
              onClick={() => setOpen("sendBack")}
            >
              Send back
            </ReasonButton>
            <ReasonButton {...why(may.approve)} onClick={() => setOpen("approve")}>
              Approve
            </ReasonButton>
          </>
        )}
        <ReasonButton variant="subtle" {...why(may.discard)} onClick={() => setOpen("discard")}>
          Discard
        </ReasonButton>
        <ConfirmDialog
          opened={open === "approve"}
          onClose={close}
          title="Approve this policy?"
          confirmLabel="Approve"
          onConfirm={() => approve.run({ ...given, revision: version.revision })}
        >
          <p style={{ margin: 0, fontWeight: 550 }}>{version.sentence}</p>
          <p style={{ margin: 0 }}>Why: {version.reason}</p>
          <p style={{ margin: 0 }}>
            It binds everyone in its segment from its day on. An approved version never changes; a
            later one takes its place.
          </p>
        </ConfirmDialog>
        <ConfirmDialog
          opened={open === "sendBack"}
          onClose={close}
          title="Send it back to its author?"
          confirmLabel="Send back"
          reason={{ label: "What should change", minLength: 3 }}
          onConfirm={(reason) => sendBack.run({ ...given, reason })}
        />
        <ConfirmDialog
          opened={open === "discard"}
          onClose={close}
          title="Discard this version?"
          confirmLabel="Discard"
          tone="destroy"
          onConfirm={() => discard.run(given)}
        >
          <p style={{ margin: 0 }}>It stays to be read, and can never bind.</p>
        </ConfirmDialog>
      </Group>
    </>
  );
}
