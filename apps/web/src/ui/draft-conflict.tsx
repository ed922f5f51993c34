"use client";

import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./draft-conflict.module.css";
import { differencesOf, type DraftPart } from "./draft-differences.ts";
import { Notice } from "./notice.tsx";
import { RelativeTime } from "./relative-time.tsx";
import type { SavedDraft } from "./use-saved-draft.ts";

/** Two drafts of one thing, side by side where they differ: nothing is lost until one is chosen. */
export function DraftConflict<Content>({
  draft: { conflict, keepHere, takeThere },
  title,
  parts,
}: {
  draft: SavedDraft<Content>;
  title: string;
  /** What a draft says, part by part: the same parts in the same order for any. */
  parts: (content: Content) => DraftPart[];
}) {
  if (conflict === null) return null;
  const { here, there, thereAt } = conflict;
  const differences = differencesOf(parts(here), parts(there));
  const saved = thereAt === null ? null : <RelativeTime at={thereAt} />;
  return (
    <Notice tone="late" title={title}>
      {differences.length === 0 ? (
        <p>They differ in nothing that is asked here.</p>
      ) : (
        <dl className={classes.differences}>
          {differences.map((one, index) => (
            <div key={index} className={classes.difference}>
              <dt>{one.of}</dt>
              <Side of="Here" text={one.here} />
              <Side of={saved === null ? "There" : <>There, saved {saved}</>} text={one.there} />
            </div>
          ))}
        </dl>
      )}
      <Group gap="xs">
        <Button variant="default" onClick={takeThere}>
          Take the other one
        </Button>
        <Button onClick={keepHere}>Keep what is here</Button>
      </Group>
    </Notice>
  );
}

function Side({ of, text }: { of: ReactNode; text: string }) {
  return (
    <dd>
      <span className={classes.side}>{of}</span>
      {text === "" ? <span className={classes.nothing}>Nothing</span> : text}
    </dd>
  );
}
