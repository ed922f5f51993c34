"use client";

import { Select } from "@mantine/core";
import type { LadderView } from "@rubric/domain/ladder/schemas";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { toastDone } from "../../ui/toast.ts";
import { useNow } from "../../ui/use-now.ts";

const DAY = 86_400_000;
const USUAL_DAYS = 14;

/** Opens a review: against which level, and by when both have written. */
export function OpenReviewDialog(props: {
  org: string;
  ladder: Pick<LadderView, "member" | "manager" | "managing" | "levels" | "against">;
  opened: boolean;
  onClose: () => void;
}) {
  const { org, ladder, opened, onClose } = props;
  const trpc = useTRPC();
  const router = useRouter();
  const open = useCommand(trpc.review.open.mutationOptions());
  const now = useNow();
  const dayIn = (days: number) => new Date(now + days * DAY).toISOString().slice(0, 10);
  const [levelId, setLevelId] = useState<string | null>(ladder.against?.id ?? null);
  const [dueOn, setDueOn] = useState<string | null>(() => dayIn(USUAL_DAYS));
  const other = ladder.managing ? ladder.member.name : (ladder.manager?.name ?? "Your manager");
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={ladder.managing ? `Open a review of ${ladder.member.name}` : "Open your review"}
      confirmLabel="Open the review"
      lacks={levelId === null ? "Choose a level." : dueOn === null ? "Choose a day." : null}
      onConfirm={async () => {
        const opened = await open.run({
          memberId: ladder.member.id,
          levelId: levelId ?? "",
          dueOn: dueOn ?? "",
        });
        toastDone(`${other} hears of it by e-mail.`);
        router.push(`/o/${org}/growth/${ladder.member.id}/reviews/${opened.id}`);
      }}
    >
      <Select
        label="Against which level"
        description="What that level expects is what both of you look at."
        data={ladder.levels.map(({ id, name }) => ({ value: id, label: name }))}
        value={levelId}
        onChange={setLevelId}
        allowDeselect={false}
        required
      />
      <DayField
        label="Both have written by the end of"
        description="Neither reads the other's side before both are in, or this day has passed."
        value={dueOn}
        onChange={setDueOn}
        minDate={dayIn(1)}
        valueFormat="ddd D MMM YYYY"
        required
      />
    </ConfirmDialog>
  );
}
