"use client";

import { Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toastDone } from "../../ui/toast.ts";

const REASONS = [
  { value: "absent", label: "Was not there" },
  { value: "ill", label: "Fell ill" },
  { value: "left", label: "Left the organization" },
  { value: "conflict_found", label: "A conflict was found" },
  { value: "cut_short", label: "The interview was cut short" },
] as const;

/** Excuses somebody from a scorecard they owe of an interview that was held (law 4). */
export function ExcuseDialog({
  seat,
  onClose,
}: {
  seat: { scorecardId: string; name: string } | null;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const excuse = useCommand(trpc.scorecard.excuse.mutationOptions());
  const [why, setWhy] = useState<(typeof REASONS)[number]["value"]>("absent");
  return (
    <ConfirmDialog
      opened={seat !== null}
      onClose={onClose}
      title={seat === null ? "" : `Excuse ${seat.name}?`}
      confirmLabel="Excuse"
      reason={{ label: "In your words", minLength: 3 }}
      onConfirm={async (reason) => {
        if (seat === null) return;
        await excuse.run({ scorecardId: seat.scorecardId, why, reason });
        toastDone(`${seat.name} is excused.`);
      }}
    >
      <Stack gap="sm">
        <Select
          label="Why"
          allowDeselect={false}
          data={[...REASONS]}
          value={why}
          onChange={(value) =>
            setWhy(REASONS.find((one) => one.value === value)?.value ?? "absent")
          }
        />
        <Text size="sm" c="dimmed">
          The stage needs one scorecard less, and that stays visible. Until the stage is decided
          they can still write theirs, and read nobody else's.
        </Text>
      </Stack>
    </ConfirmDialog>
  );
}
