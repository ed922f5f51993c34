"use client";

import type { ApplicationView } from "@rubric/domain/application/schemas";
import { Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { toastDone } from "../../ui/toast.ts";
import { DialogForm } from "./dialog-form.tsx";

/** Skips a stage or goes back to one, with a reason (law 6). */
export function DeviateDialog(props: {
  view: ApplicationView;
  opened: boolean;
  onClose: () => void;
}) {
  const { view, opened, onClose } = props;
  const trpc = useTRPC();
  const move = useCommand(trpc.application.move.mutationOptions());
  const [toStageId, setStage] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const chosen = view.moves.find((one) => one.stageId === toStageId);
  const missing =
    chosen === undefined ? "Choose the stage." : reason.trim().length < 3 ? "Say why." : null;
  return (
    <DialogForm
      opened={opened}
      onClose={onClose}
      title={`Move ${view.candidate.name} off the plan`}
      confirmLabel="Move"
      missing={missing}
      running={move.running}
      refusal={move.refusal}
      onSubmit={async () => {
        if (chosen === undefined) return;
        await move.run({
          applicationId: view.id,
          fromStageId: view.stage.id,
          toStageId: chosen.stageId,
          reason: reason.trim(),
        });
        toastDone(`${view.candidate.name} is in ${chosen.name}.`);
      }}
    >
      <Text size="md">
        A deviation from the plan: it is shown and counted. The next stage is entered by a decision.
      </Text>
      <Radio.Group label="To" value={toStageId} onChange={setStage}>
        <Stack gap="xs" mt={6}>
          {view.moves.map((one) => (
            <Radio
              key={one.stageId}
              value={one.stageId}
              label={one.how === "back" ? `Back to ${one.name}` : `Skip to ${one.name}`}
              disabled={one.refused !== null}
              description={one.refused?.sentence}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label="Why"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        required
      />
    </DialogForm>
  );
}
