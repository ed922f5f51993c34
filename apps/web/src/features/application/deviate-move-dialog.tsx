"use client";

import type { CardView } from "@rubric/domain/application/schemas";
import { Text } from "@mantine/core";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import type { Move } from "./move-words.ts";
import type { BoardMove } from "./use-board-moves.ts";

/** A move other than the plan has it, with the names of the stages. */
export type Deviating = { card: CardView; move: Move; from: string; to: string };

/**
 * Asks why the plan is left (law 6); the card stands in its new stage as soon as that is said. A refusal
 * is shown here, where the reason still stands.
 */
export function DeviateMoveDialog({
  deviating,
  moveNow,
  onClose,
}: {
  deviating: Deviating | null;
  moveNow: (move: BoardMove) => Promise<void>;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const move = useCommand(trpc.application.move.mutationOptions());
  return (
    <ConfirmDialog
      opened={deviating !== null}
      onClose={onClose}
      title={deviating === null ? "" : titleOf(deviating)}
      confirmLabel="Move"
      reason={{
        label: "Why",
        description: "Kept as a deviation from the plan, shown and counted.",
        minLength: 3,
      }}
      onConfirm={async (reason) => {
        if (deviating === null) return;
        const { card, move: chosen, to } = deviating;
        const { applicationId } = card;
        const { column, stageId } = chosen;
        await moveNow({
          applicationId,
          to: { column, stageId },
          send: () =>
            move.run({ applicationId, fromStageId: card.stageId, toStageId: stageId, reason }),
          done: `${card.name} is in ${to}.`,
        });
      }}
    >
      <Text size="md">
        What is planned in {deviating?.from} and has not begun is cancelled.
        {deviating?.move.how === "back"
          ? ""
          : ` ${deviating?.card.name} is told by e-mail that they go on.`}
      </Text>
    </ConfirmDialog>
  );
}

function titleOf({ card, move, from, to }: Deviating): string {
  return move.how === "back"
    ? `${card.name}: back to ${to}`
    : `${card.name}: skip from ${from} to ${to}`;
}
