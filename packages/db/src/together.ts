import { isAborted } from "./errors.ts";

type Answers<T extends readonly unknown[]> = { -readonly [P in keyof T]: Awaited<T[P]> };

/**
 * Asks several things within one transaction that do not wait for each other's answers: they travel
 * together. It ends when all have ended, so that none is still under way when the transaction is over;
 * of several errors it throws the one that the others follow from.
 */
export async function together<const T extends readonly unknown[]>(reads: T): Promise<Answers<T>> {
  // Each is begun once: a query of Drizzle's is sent whenever somebody awaits it.
  const begun = reads.map(async (read) => read);
  const failed = (await Promise.allSettled(begun)).flatMap((one) =>
    one.status === "rejected" ? [{ error: one.reason }] : [],
  );
  const first = failed.find(({ error }) => !isAborted(error)) ?? failed[0];
  if (first !== undefined) throw first.error;
  return (await Promise.all(begun)) as Answers<T>;
}
