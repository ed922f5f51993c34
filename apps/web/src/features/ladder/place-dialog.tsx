"use client";

import { Select } from "@mantine/core";
import type { LadderView } from "@rubric/domain/ladder/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useNow } from "../../ui/use-now.ts";
import { levelChoices } from "./words.ts";

/** Places a member on a level, from a day on and with a reason: their manager's. */
export function PlaceDialog(props: { ladder: LadderView; opened: boolean; onClose: () => void }) {
  const { ladder, opened, onClose } = props;
  const trpc = useTRPC();
  const place = useCommand(trpc.ladder.place.mutationOptions());
  const now = useNow();
  const { member, placed } = ladder;
  const [levelId, setLevelId] = useState<string | null>(placed?.levelId ?? null);
  const [from, setFrom] = useState<string | null>(() => new Date(now).toISOString().slice(0, 10));
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Place ${member.name} on the ladder`}
      confirmLabel="Place"
      lacks={levelId === null ? "Choose a level." : from === null ? "Choose a day." : null}
      reason={{
        label: "Why",
        description: `${member.name} reads it. Earlier placements stay.`,
        minLength: 3,
      }}
      onConfirm={async (reason) => {
        await place.run({ memberId: member.id, levelId: levelId ?? "", from: from ?? "", reason });
        toastDone(`${member.name} stands on the ladder.`);
      }}
    >
      <DayField
        label="Holds from"
        value={from}
        onChange={setFrom}
        valueFormat="ddd D MMM YYYY"
        required
      />
      <Select
        label="Level"
        data={levelChoices(ladder.levels)}
        value={levelId}
        onChange={setLevelId}
        allowDeselect={false}
        required
      />
    </ConfirmDialog>
  );
}
