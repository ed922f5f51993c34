"use client";

import type { CellView, RowView } from "@rubric/domain/debrief/schemas";
import { Stack, Textarea } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { Form } from "../../ui/form.tsx";
import { RatingInput } from "../../ui/rating-input.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import type { Rating } from "../../ui/ratings.ts";
import { Refusal } from "../../ui/refusal.tsx";

/** One's own rating after the talk, beside the first one, which stays. */
export function SecondRatingForm({ row, cell }: { row: RowView; cell: CellView }) {
  const trpc = useTRPC();
  const rate = useCommand(trpc.debrief.rate.mutationOptions());
  const [rating, setRating] = useState<Rating | null>(cell.second?.rating ?? null);
  const [reason, setReason] = useState(cell.second?.reason ?? "");
  const missing =
    rating === null
      ? "Choose a rating first."
      : reason.trim().length < 3
        ? "Say what changed your mind."
        : null;

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault();
    if (rating === null || missing !== null) return;
    rate.start({
      scorecardId: cell.scorecardId,
      criterionId: row.criterionId,
      rating,
      reason: reason.trim(),
    });
  }

  return (
    <Form onSubmit={onSubmit} style={{ marginTop: 12 }}>
      <Stack gap="xs">
        <RatingInput
          label={`Your second rating of ${row.name}`}
          value={rating}
          onChange={setRating}
          note="Only if the talk changed it. Your first rating stays beside it."
        />
        {rating === null ? null : (
          <Textarea
            label="What changed your mind"
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
          />
        )}
        <Refusal refusal={rate.refusal} />
        {rating === null ? null : (
          <div>
            <ReasonButton type="submit" variant="default" reason={missing} loading={rate.running}>
              Keep my second rating
            </ReasonButton>
          </div>
        )}
      </Stack>
    </Form>
  );
}
