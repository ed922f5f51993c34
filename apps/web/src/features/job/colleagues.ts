import { allowsDuty, type TeamDuty } from "@rubric/domain/duties";

type Colleague = { id: string; name: string; title: string; roles: readonly string[] };

/** Those whose roles allow a duty on a job, for a list to choose from. */
export function colleaguesFor(
  duty: TeamDuty,
  colleagues: readonly Colleague[],
): { value: string; label: string }[] {
  return colleagues
    .filter((one) => allowsDuty(one.roles, duty))
    .map((one) => ({
      value: one.id,
      label: one.title === "" ? one.name : `${one.name} · ${one.title}`,
    }));
}
