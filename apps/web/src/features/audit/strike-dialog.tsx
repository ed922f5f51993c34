"use client";

import { Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";

const REASONS = [
  { value: "wrong_candidate", label: "It is about another candidate" },
  { value: "unlawful_content", label: "It holds what may not be held" },
] as const;

/** Strikes a submitted scorecard: its text goes for good, its author and the reason stay (law 3). */
export function StrikeDialog(props: {
  scorecardId: string | null;
  author: string;
  opened: boolean;
  onClose: () => void;
}) {
  const { scorecardId, author, opened, onClose } = props;
  const trpc = useTRPC();
  const strike = useCommand(trpc.scorecard.strike.mutationOptions());
  const [why, setWhy] = useState<(typeof REASONS)[number]["value"]>("wrong_candidate");
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Strike the scorecard of ${author}?`}
      confirmLabel="Strike for good"
      tone="destroy"
      reason={{
        label: "In your words",
        description: "It stays with the scorecard, for everyone who may read that.",
        minLength: 3,
      }}
      onConfirm={async (reason) => {
        if (scorecardId === null) return;
        await strike.run({ scorecardId, why, reason });
        toastDone(`The scorecard of ${author} is struck.`);
      }}
    >
      <Stack gap="sm">
        <Select
          label="Why"
          allowDeselect={false}
          data={[...REASONS]}
          value={why}
          onChange={(value) =>
            setWhy(REASONS.find((one) => one.value === value)?.value ?? "wrong_candidate")
          }
        />
        <Text size="sm">
          Its text is gone from every version and cannot be brought back. Until its stage is
          decided, it is missing from the quorum there.
        </Text>
      </Stack>
    </ConfirmDialog>
  );
}
