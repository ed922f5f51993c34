"use client";

import { Button, Code, Group, Text } from "@mantine/core";
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
      <EraseDialog candidateId={erase} opened={dialog === "erase"} onClose={close} />
    </Group>
  );
}

function EraseDialog(props: { candidateId: string | null; opened: boolean; onClose: () => void }) {
  const { candidateId, opened, onClose } = props;
  const trpc = useTRPC();
  const erase = useCommand(trpc.retention.erase.mutationOptions());
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title="Erase this candidate everywhere?"
      confirmLabel="Erase for good"
      tone="destroy"
      reason={{
        label: "Why",
        description:
          "It goes with the other details of this person; that it was done stays in the trail.",
        minLength: 3,
      }}
      onConfirm={async (reason) => {
        if (candidateId === null) return;
        await erase.run({ candidateId, reason });
        toastDone("The candidate is being erased. It takes a minute or so.");
      }}
    >
      <Text size="sm">
        Their running applications are withdrawn. Their name, contact and papers, messages to them
        and every word written about them go, in this trail too; steps, times and marks stay without
        a name. It cannot be undone.
      </Text>
      <Text size="sm" c="dimmed">
        The trail keeps no names. Make sure who it is before you go on: the address of an
        application’s page ends in an id, and the entries about that application bear the same. This
        is candidate <Code>{candidateId}</Code>.
      </Text>
    </ConfirmDialog>
  );
}
