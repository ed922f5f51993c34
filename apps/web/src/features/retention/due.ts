import type { DueListView } from "@rubric/domain/retention/schemas";

export type Due = DueListView["due"][number];

/** What pages that looked through different people found, by day, job and reason. */
export function mergeDue(pages: readonly Pick<DueListView, "due">[]): Due[] {
  const groups = Map.groupBy(
    pages.flatMap(({ due }) => due),
    keyOf,
  );
  return [...groups.values()]
    .flatMap(([first, ...rest]) =>
      first === undefined
        ? []
        : {
            ...first,
            applications: rest.reduce((sum, one) => sum + one.applications, first.applications),
            conflict: first.conflict || rest.some(({ conflict }) => conflict),
          },
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** What tells one line from the others. */
export function keyOf({ on, jobId, why }: Due): string {
  return `${on} ${jobId} ${why}`;
}
