"use client";

import type { ExperimentView } from "@rubric/domain/experiment/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";

/** Starting and stopping. */
export function ExperimentActions({ of }: { of: ExperimentView }) {
  const trpc = useTRPC();
  const start = useCommand(trpc.experiment.start.mutationOptions());
  const stop = useCommand(trpc.experiment.stop.mutationOptions());
  const [open, setOpen] = useState<"start" | "stop" | null>(null);
  const close = () => setOpen(null);
  const experimentId = of.id;
  if (of.state === "stopped") return null;
  const { may } = of;
  return (
    <>
      <ReasonButton
        variant="default"
        reason={may.stop?.sentence ?? null}
        lift={may.stop?.lift ?? null}
        onClick={() => setOpen("stop")}
      >
        {of.state === "draft" ? "Give it up" : "Stop it"}
      </ReasonButton>
      {of.state === "draft" ? (
        <ReasonButton
          reason={may.start?.sentence ?? null}
          lift={may.start?.lift ?? null}
          onClick={() => setOpen("start")}
        >
          Start it
        </ReasonButton>
      ) : null}
      <ConfirmDialog
        opened={open === "start"}
        onClose={close}
        title="Start this experiment?"
        confirmLabel="Start it"
        onConfirm={() => start.run({ experimentId })}
      >
        <p style={{ margin: 0 }}>
          From now on people are assigned to its variants. What each variant does is set by policies
          whose segment names it: a variant without one does what holds for everybody.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={open === "stop"}
        onClose={close}
        title={of.state === "draft" ? "Give this experiment up?" : "Stop this experiment?"}
        confirmLabel={of.state === "draft" ? "Give it up" : "Stop it"}
        reason={{ label: "Reason", description: "It stays on this page." }}
        onConfirm={(reason) => stop.run({ experimentId, reason })}
      >
        <p style={{ margin: 0 }}>
          It cannot be started again. What it found is counted up to now, and everybody is treated
          alike from then on.
        </p>
      </ConfirmDialog>
    </>
  );
}
