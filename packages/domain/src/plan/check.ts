import type { Plan, PlanItem, Planned, PlanRequest } from "./request.ts";

/**
 * What is wrong with a plan, in words, by rules of its own: it repeats nothing, keeps each week's
 * hours, gives each item all of its hours, begins none before what it requires is done, and leaves
 * no larger gap without an item for a smaller one's sake.
 */
export function violationsOf(
  plan: Plan,
  request: PlanRequest,
  library: readonly PlanItem[],
): string[] {
  const items = new Map(library.map((item) => [item.id, item]));
  return [
    ...repeated(plan, request),
    ...overfull(plan, request),
    ...plan.items.flatMap((one) => {
      const item = items.get(one.id);
      return item === undefined
        ? [`${one.id} is not in the library`]
        : [...wrongHours(one, item), ...tooEarly(one, item, plan, request)];
    }),
    ...passedOver(plan, request, items),
  ];
}

function repeated({ items, left }: Plan, { done, without }: PlanRequest): string[] {
  const ids = items.map(({ id }) => id);
  const both = new Set([...done, ...without, ...left.map(({ id }) => id)]);
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice`),
    ...ids.filter((id) => both.has(id)).map((id) => `${id} is done, taken out or left out`),
  ];
}

function overfull({ items }: Plan, { weeks, hoursAWeek }: PlanRequest): string[] {
  const byWeek = new Map<number, number>();
  for (const { week, hours } of items.flatMap(({ portions }) => portions)) {
    byWeek.set(week, (byWeek.get(week) ?? 0) + hours);
  }
  return [...byWeek].flatMap(([week, hours]) => [
    ...(hours > hoursAWeek ? [`week ${String(week)} has ${String(hours)} hours`] : []),
    ...(week < 1 || week > weeks ? [`week ${String(week)} lies outside the plan`] : []),
  ]);
}

function wrongHours({ id, portions }: Planned, { hours }: PlanItem): string[] {
  const given = portions.reduce((sum, portion) => sum + portion.hours, 0);
  return given === hours ? [] : [`${id} has ${String(given)} of ${String(hours)} hours`];
}

function tooEarly(one: Planned, item: PlanItem, plan: Plan, { done }: PlanRequest): string[] {
  const order = plan.items.map(({ id }) => id);
  return item.requires
    .filter((id) => !done.includes(id))
    .flatMap((id) => {
      const required = plan.items.find((other) => other.id === id);
      if (required === undefined) return [`${one.id} misses ${id}`];
      const ends = required.portions.at(-1)?.week ?? Number.POSITIVE_INFINITY;
      const begins = one.portions[0]?.week ?? 0;
      return ends <= begins && order.indexOf(id) < order.indexOf(one.id)
        ? []
        : [`${one.id} comes before ${id}`];
    });
}

/** Gaps without an item, though what stands for smaller ones would have left the hours for it. */
function passedOver(
  plan: Plan,
  request: PlanRequest,
  items: ReadonlyMap<string, PlanItem>,
): string[] {
  const competencyOf = (id: string) => items.get(id)?.competency;
  const served = new Set(plan.items.map(({ id }) => competencyOf(id)));
  return request.gaps
    .filter(({ competency }) => !served.has(competency))
    .flatMap((gap) => {
      const smaller = request.gaps.filter(({ size }) => size < gap.size);
      const names = new Set(smaller.map(({ competency }) => competency));
      const rest = without(plan, ({ id, why }) => {
        const competency = competencyOf(id);
        return why.because === "gap" && competency !== undefined && names.has(competency);
      });
      if (rest.length === plan.items.length) return [];
      const there = new Set([...request.done, ...rest.map(({ id }) => id)]);
      const free = request.weeks * request.hoursAWeek - hoursOf(rest);
      const fits = plan.left.some(
        ({ id, because }) =>
          because === "no_time" &&
          competencyOf(id) === gap.competency &&
          bundleHours(id, there, items) <= free,
      );
      return fits ? [`${gap.competency} is passed over`] : [];
    });
}

/** The plan's items without those that fit, and without what only they required. */
function without({ items }: Plan, isGone: (one: Planned) => boolean): Planned[] {
  const gone = new Set(items.filter(isGone).map(({ id }) => id));
  return items.filter(
    ({ id, why }) => !gone.has(id) && !(why.because === "required" && gone.has(why.by)),
  );
}

function hoursOf(items: readonly Planned[]): number {
  return items.flatMap(({ portions }) => portions).reduce((sum, { hours }) => sum + hours, 0);
}

/** An item's hours with those of all that it requires and that is not there yet. */
function bundleHours(
  id: string,
  there: ReadonlySet<string>,
  items: ReadonlyMap<string, PlanItem>,
): number {
  const needed = new Set([id]);
  for (const one of needed) {
    const required = items.get(one)?.requires ?? [];
    for (const other of required) if (!there.has(other)) needed.add(other);
  }
  return [...needed].reduce((sum, one) => sum + (items.get(one)?.hours ?? 0), 0);
}
