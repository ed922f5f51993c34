"use client";

import { Button, Group } from "@mantine/core";
import { Notice } from "./notice.tsx";
import { RelativeTime } from "./relative-time.tsx";
import type { SavedDraft } from "./use-saved-draft.ts";

/** Two drafts of one thing: nothing is lost until its author has chosen. `words` tells them apart. */
export function DraftConflict<Content>({
  draft: { conflict, keepHere, takeThere },
  title,
  words,
}: {
  draft: SavedDraft<Content>;
  title: string;
  words: (content: Content) => string;
}) {
  if (conflict === null) return null;
  const { here, there, thereAt } = conflict;
  return (
    <Notice tone="late" title={title}>
      <p>
        There: {words(there)}
        {thereAt === null ? null : (
          <>
            , saved <RelativeTime at={thereAt} />
          </>
        )}
        . Here: {words(here)}.
      </p>
      <Group gap="xs">
        <Button variant="default" onClick={takeThere}>
          Take the other one
        </Button>
        <Button onClick={keepHere}>Keep what is here</Button>
      </Group>
    </Notice>
  );
}
