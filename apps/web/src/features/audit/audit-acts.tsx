"use client";

import { Button, Group, Text } from "@mantine/core";
import type { AuditEntryView } from "@rubric/domain/audit/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";
import { StrikeDialog } from "./strike-dialog.tsx";

/** What an admin may do from an entry; nothing where there is nothing. */
export function AuditActs({ entry }: { entry: AuditEntryView }) {
  const { strike, erase } = entry.acts;
  const [dialog, setDialog] = useState<"strike" | "erase" | null>(null);
  const close = () => setDialog(null);
  if (strike === null && erase === null) return null;
  return (
    <Group gap="xs">
      {strike === null ? null : (
        <Button size="compact-sm" variant="default" onClick={() => setDialog("strike")}>
          Strike this scorecard…
        </Button>
      )}
      {erase === null ? null : (
        <Button size="compact-sm" variant="default" onClick={() => setDialog("erase")}>
          Erase this candidate…
        </Button>
      )}
      <StrikeDialog
        scorecardId={strike}
        author={entry.actor.name}
        opened={dialog === "strike"}
        onClose={close}
      />
      {erase === null ? null : (
        <EraseDialog candidate={erase} opened={dialog === "erase"} onClose={close} />
      )}
    </Group>
  );
}

function EraseDialog(props: {
  candidate: NonNullable<AuditEntryView["acts"]["erase"]>;
  opened: boolean;
  onClose: () => void;
}) {
  const { candidate, opened, onClose } = props;
  const trpc = useTRPC();
  const erase = useCommand(trpc.retention.erase.mutationOptions());
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Erase ${candidate.name} everywhere?`}
      confirmLabel="Erase for good"
      tone="destroy"
      reason={{
        label: "Why",
        description:
          "It goes with the other details of this person; that it was done stays in the trail.",
        minLength: 3,
      }}
      onConfirm={async (reason) => {
        await erase.run({ candidateId: candidate.id, reason });
        toastDone(`${candidate.name} is being erased. It takes a minute or so.`);
      }}
    >
      <Text size="sm">
        {appliedWords(candidate.jobs)} What still runs is withdrawn. Their name, contact and papers,
        messages to them and every word written about them go, in this trail too; steps, times and
        marks stay without a name. It cannot be undone.
      </Text>
    </ConfirmDialog>
  );
}

/** For what they applied, so that nobody is taken for somebody of the same name. */
function appliedWords(jobs: readonly string[]): string {
  return jobs.length === 0 ? "They applied for no job." : `They applied for ${jobs.join("; ")}.`;
}
