import type { Plan, PlanItem, Planned, PlanRequest } from "./request.ts";

/**
 * What is wrong with a plan, in words, by rules of its own: it repeats nothing, keeps each week's
 * hours, gives each item all of its hours, begins none before what it requires is done, works on
 * the largest gap first, leaves none without an item for a smaller one's sake, holds nothing of a
 * level, technology or goal that was not asked for, and forgets nothing.
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
        : [
            ...wrongHours(one, item),
            ...tooEarly(one, item, plan, request),
            ...unasked(one, item, request),
          ];
    }),
    ...outOfOrder(plan, request, items),
    ...forgotten(plan, request, library),
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

/** What nobody put in suits the goal and the technologies; for a gap it is of a level on the way. */
function unasked({ id, why }: Planned, item: PlanItem, request: PlanRequest): string[] {
  const { path, technologies, gaps, goal } = request;
  const suits =
    item.technologies.length === 0 || item.technologies.some((one) => technologies.includes(one));
  if (why.because === "kept") return [];
  if (!suits) return [`${id} is of another technology`];
  if (item.goals.length > 0 && !item.goals.includes(goal)) return [`${id} is for another goal`];
  const gap = gaps.find(({ competency }) => competency === item.competency);
  if (why.because === "required") return [];
  if (gap === undefined) return [`${id} leads towards no gap`];
  const at = path.indexOf(item.level);
  return at >= 0 && at >= path.indexOf(gap.from) ? [] : [`${id} is of another level`];
}

/**
 * What was missing when an item was chosen never grows from one to the next, and is its gap's size,
 * halved by each item of the competency that counts before it.
 */
function outOfOrder(
  { items }: Plan,
  { gaps, done }: PlanRequest,
  library: ReadonlyMap<string, PlanItem>,
): string[] {
  const competencyOf = (id: string) => library.get(id)?.competency;
  const last = new Map<string, number>();
  let least = Number.POSITIVE_INFINITY;
  return items.flatMap(({ id, why }, at) => {
    if (why.because !== "gap") return [];
    const gap = gaps.find(({ competency }) => competency === competencyOf(id));
    if (gap === undefined) return [];
    const earlier = [...done, ...items.slice(0, at).map((one) => one.id)];
    const most = earlier.filter((one) => competencyOf(one) === gap.competency).length + 1;
    const wrong =
      why.nth > most ||
      why.nth <= (last.get(gap.competency) ?? 0) ||
      why.left !== gap.size / 2 ** (why.nth - 1);
    const late = why.left > least;
    last.set(gap.competency, why.nth);
    least = Math.min(least, why.left);
    return [
      ...(wrong ? [`${id} says wrongly what was missing`] : []),
      ...(late ? [`${id} comes after a smaller gap`] : []),
    ];
  });
}

/** Items towards a gap that are neither in the plan, nor done, nor left out with a reason. */
function forgotten(
  { items, left }: Plan,
  { gaps, done }: PlanRequest,
  library: readonly PlanItem[],
): string[] {
  const wanted = new Set(gaps.map(({ competency }) => competency));
  const told = new Set([...items.map(({ id }) => id), ...left.map(({ id }) => id), ...done]);
  return library
    .filter(({ id, competency }) => wanted.has(competency) && !told.has(id))
    .map(({ id }) => `${id} is forgotten`);
}

/**
 * Gaps without an item, though what was chosen when less was missing would have left the hours for
 * it. What was done before counts towards its gap.
 */
function passedOver(
  plan: Plan,
  { gaps, done, weeks, hoursAWeek }: PlanRequest,
  items: ReadonlyMap<string, PlanItem>,
): string[] {
  const competencyOf = (id: string) => items.get(id)?.competency;
  const served = new Set(plan.items.map(({ id }) => competencyOf(id)));
  return gaps
    .filter(({ competency }) => !served.has(competency))
    .flatMap(({ competency, size }) => {
      const missing = size / 2 ** done.filter((id) => competencyOf(id) === competency).length;
      const rest = without(plan, ({ why }) => why.because === "gap" && why.left < missing);
      if (rest.length === plan.items.length) return [];
      const there = new Set([...done, ...rest.map(({ id }) => id)]);
      const free = weeks * hoursAWeek - hoursOf(rest);
      const fits = plan.left.some(
        ({ id, because }) =>
          because === "no_time" &&
          competencyOf(id) === competency &&
          bundleHours(id, there, items) <= free,
      );
      return fits ? [`${competency} is passed over`] : [];
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
