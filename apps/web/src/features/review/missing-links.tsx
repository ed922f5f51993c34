import { Button } from "@mantine/core";
import type { ReviewView } from "@rubric/domain/review/schemas";

type Rows = ReviewView["rows"];

/** How much is still missing of each kind, each leading to the next one of it. */
export function MissingLinks({ unrated, unfounded }: { unrated: Rows; unfounded: Rows }) {
  return (
    <>
      <Next of={unrated} label={`${unrated.length} to rate`} />
      <Next of={unfounded} label={`${unfounded.length} without evidence`} />
    </>
  );
}

function Next({ of: [next], label }: { of: Rows; label: string }) {
  if (next === undefined) return null;
  return (
    <Button
      component="a"
      href={`#competency-${next.competencyId}`}
      variant="default"
      size="compact-sm"
    >
      {label}
    </Button>
  );
}
