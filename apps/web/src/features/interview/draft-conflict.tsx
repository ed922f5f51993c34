"use client";

import { Button, Group } from "@mantine/core";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { DraftConflict as Conflict } from "./use-scorecard-draft.ts";

/** Two drafts of one scorecard: nothing is lost until its author has chosen. */
export function DraftConflict({
  conflict,
  onKeepHere,
  onTakeThere,
}: {
  conflict: Conflict | null;
  onKeepHere: () => void;
  onTakeThere: () => void;
}) {
  if (conflict === null) return null;
  const words = conflict.there.summary.trim();
  return (
    <Notice tone="late" title="This scorecard was written in another window, too.">
      <p>
        There: {countWords(conflict.there)}
        {words === "" ? "" : `, "${words.slice(0, 80)}"`}
        {conflict.thereAt === null ? null : (
          <>
            , saved <RelativeTime at={conflict.thereAt} />
          </>
        )}
        . Here: {countWords(conflict.here)}.
      </p>
      <Group gap="xs">
        <Button variant="default" onClick={onTakeThere}>
          Take the other one
        </Button>
        <Button onClick={onKeepHere}>Keep what is here</Button>
      </Group>
    </Notice>
  );
}

function countWords({ ratings, notes }: Conflict["here"]): string {
  const rated = ratings.filter((one) => one.rating !== null).length;
  return `${rated} rated, ${notes.length} ${notes.length === 1 ? "note" : "notes"}`;
}
