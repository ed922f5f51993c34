/** So many people of a group whose applications ended in review, in interviews, with an offer. */
export type GroupCounts = { group: string; review: number; interview: number; offer: number };

/** The steps that a table tells of: all; from the application to the offer; to the interviews. */
export const DEPTHS = ["all", "offer", "interview"] as const;
export type Depth = (typeof DEPTHS)[number];

/** Rows that are shown; a row is shown whole or not at all. `counts` are of the depth's cells. */
export type PublishedRow = { group: string; counts: readonly number[] };
export type PublishedTable = { depth: Depth; rows: readonly PublishedRow[] };

/** Who gave no answer: a row as any other, but never a group that is compared. */
export const NOT_SAID = "not_said";

/** The disjoint cells of a row that a depth shows. */
function cellsOf({ review, interview, offer }: GroupCounts, depth: Depth): number[] {
  if (depth === "all") return [review, interview, offer];
  return depth === "offer" ? [review + interview, offer] : [review, interview + offer];
}

/**
 * What may be shown of a table, or null: too few. A row with a cell below `least` is hidden. What
 * is hidden must be nobody's alone, for the sum of each column can be known from the pipeline: it
 * is the sum of at least two rows, with `least` people in each of its cells, so other rows are
 * hidden with it, those who gave no answer first, then the smaller ones. With fewer than two groups
 * left there is nothing to compare, and a coarser depth is tried.
 */
export function publishTable(
  table: readonly GroupCounts[],
  least: number,
  depths: readonly Depth[] = DEPTHS,
): PublishedTable | null {
  for (const depth of depths) {
    const rows = shownRows(
      table.map((row) => ({ group: row.group, counts: cellsOf(row, depth) })),
      least,
    );
    if (rows.filter((row) => row.group !== NOT_SAID).length >= 2) return { depth, rows };
  }
  return null;
}

function shownRows(rows: readonly PublishedRow[], least: number): PublishedRow[] {
  const isSmall = (counts: readonly number[]) => counts.some((count) => count < least);
  const hidden = rows.filter((row) => isSmall(row.counts));
  const order = rows.filter((row) => !isSmall(row.counts)).toSorted(hideFirst);
  if (hidden.length > 0) {
    while (order.length > 0 && (hidden.length < 2 || isSmall(pooled(hidden)))) {
      hidden.push(...order.splice(0, 1));
    }
    if (hidden.length < 2 || isSmall(pooled(hidden))) return [];
  }
  return rows.filter((row) => !hidden.includes(row));
}

function hideFirst(one: PublishedRow, other: PublishedRow): number {
  if (one.group === NOT_SAID) return -1;
  if (other.group === NOT_SAID) return 1;
  return sum(one.counts) - sum(other.counts) || (one.group < other.group ? -1 : 1);
}

function pooled(rows: readonly PublishedRow[]): number[] {
  const width = rows[0]?.counts.length ?? 0;
  return Array.from({ length: width }, (_, at) => sum(rows.map((row) => row.counts[at] ?? 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** A job's table; a null job stands for all that are not shown by themselves, together. */
export type PublishedJob = PublishedTable & { jobId: string | null };

/** A job stands by itself with so many times the smallest number in each column. */
const ALONE = 4;

/**
 * What may be shown of one attribute in one year. Each person counts in one table at most: their
 * job's, where many applied for it, else that of all other jobs together. So no table is the sum of
 * others, and nothing can be subtracted. Which jobs stand by themselves follows from sums that
 * anyone can count, never from the groups, or it would tell of them; for the same reason a column
 * of the others is not shown that has people of one job alone.
 */
export function publishJobs(
  jobs: readonly { jobId: string; rows: readonly GroupCounts[] }[],
  least: number,
): PublishedJob[] {
  const alone = jobs.filter(({ rows }) => standsAlone(rows, least));
  const rest = jobs.filter((job) => !alone.includes(job)).map(({ rows }) => rows);
  const shared = DEPTHS.filter((depth) => isShared(rest.map((rows) => columnsOf(rows, depth))));
  const together = publishTable(addUp(rest.flat()), least, shared);
  return [
    ...alone.flatMap(({ jobId, rows }) => {
      const shown = publishTable(rows, least);
      return shown === null ? [] : [{ jobId, ...shown }];
    }),
    ...(together === null ? [] : [{ jobId: null, ...together }]),
  ];
}

function standsAlone(rows: readonly GroupCounts[], least: number): boolean {
  return DEPTHS.some((depth) => columnsOf(rows, depth).every((count) => count >= ALONE * least));
}

/** Whether each column has people of at least two jobs. */
function isShared(jobs: readonly (readonly number[])[]): boolean {
  const width = jobs[0]?.length ?? 0;
  return Array.from({ length: width }, (_, at) => at).every(
    (at) => jobs.filter((columns) => (columns[at] ?? 0) > 0).length >= 2,
  );
}

function columnsOf(rows: readonly GroupCounts[], depth: Depth): number[] {
  return pooled(rows.map((row) => ({ group: row.group, counts: cellsOf(row, depth) })));
}

function addUp(rows: readonly GroupCounts[]): GroupCounts[] {
  const totals = new Map<string, GroupCounts>();
  for (const { group, review, interview, offer } of rows) {
    const held = totals.get(group) ?? { group, review: 0, interview: 0, offer: 0 };
    totals.set(group, {
      group,
      review: held.review + review,
      interview: held.interview + interview,
      offer: held.offer + offer,
    });
  }
  return [...totals.values()];
}
