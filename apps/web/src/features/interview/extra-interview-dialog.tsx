"use client";

import { Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";

/** Adds an interview to the stage that its plan does not ask for: a deviation, with a reason. */
export function ExtraInterviewDialog({
  applicationId,
  planned,
  opened,
  onClose,
}: {
  applicationId: string;
  /** The interviews that the plan has in this stage: one of their kits is used. */
  planned: readonly { id: string; name: string }[];
  opened: boolean;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const add = useCommand(trpc.interview.addExtra.mutationOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const planInterviewId = chosen ?? planned[0]?.id ?? null;
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title="Add an interview"
      confirmLabel="Add it"
      reason={{ label: "Why it is needed", minLength: 3 }}
      onConfirm={async (reason) => {
        if (planInterviewId === null) return;
        await add.run({ applicationId, planInterviewId, reason });
        toastDone("The interview is planned. It needs a time.");
      }}
    >
      <Stack gap="sm">
        <Select
          label="With the kit of"
          allowDeselect={false}
          data={planned.map((one) => ({ value: one.id, label: one.name }))}
          value={planInterviewId}
          onChange={setChosen}
        />
        <Text size="sm" c="dimmed">
          It is shown and counted as a deviation from the plan.
        </Text>
      </Stack>
    </ConfirmDialog>
  );
}
