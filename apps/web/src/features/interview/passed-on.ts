import type { InterviewView } from "@rubric/domain/interview/schemas";

/**
 * Who interviews in the place of whom was named, as a sentence: an interview too many in somebody's
 * week goes to the next of the job's interviewers, if the policy says so. Null: all who were named do.
 */
export function passedOnWords(
  named: readonly string[],
  { seats, proposed }: Pick<InterviewView, "seats" | "proposed">,
  nameOf: (memberId: string) => string,
): string | null {
  const people = (proposed?.people ?? seats).filter((one) => !one.shadow);
  const out = named.filter((id) => !people.some((one) => one.memberId === id)).map(nameOf);
  const instead = people.filter((one) => !named.includes(one.memberId)).map((one) => one.name);
  if (out.length === 0 || instead.length === 0) return null;
  const list = new Intl.ListFormat("en", { type: "conjunction" });
  const asked = instead.length === 1 ? "is asked" : "are asked";
  const has = out.length === 1 ? "has" : "have";
  return `${list.format(instead)} ${asked} instead of ${list.format(out)}, who ${has} enough interviews that week.`;
}
