import {
  type Goal,
  ITEM_KINDS,
  type LeftOut,
  type Plan,
  type PlanGap,
  type PlanItem,
  type Planned,
  type PlanRequest,
  type WhyChosen,
} from "./request.ts";
import { pour } from "./pour.ts";

export type Chosen = { item: PlanItem; why: WhyChosen };

/**
 * A plan of weeks: what is kept first, then always an item for the competency in which most is
 * missing, together with what it requires; each item halves what is missing. Whatever its hours no
 * longer fit waits for another plan. The same request and library give the same plan, in whatever
 * order the library stands.
 */
export function choosePlan(request: PlanRequest, library: readonly PlanItem[]): Plan {
  const choice = new Choice(request, library);
  for (const id of request.kept) choice.keep(id);
  const missing = request.gaps.map((gap) => ({ ...gap, items: choice.itemsFor(gap), taken: 0 }));
  for (;;) {
    const open = missing.filter(({ items }) => items.length > 0);
    const next = open.toSorted((a, b) => b.size - a.size || byText(a.competency, b.competency))[0];
    if (next === undefined) break;
    const [item, ...rest] = next.items;
    next.items = rest;
    if (item === undefined || !choice.take(item, next.size, next.taken + 1)) continue;
    next.taken += 1;
    next.size /= 2;
  }
  return { items: layOut(choice.chosen, request), left: choice.leftOut(request.gaps) };
}

/** Why each item towards a gap is neither among those that are in a plan nor done. */
export function leftOutOf(
  request: PlanRequest,
  library: readonly PlanItem[],
  here: readonly string[],
): LeftOut[] {
  return new Choice({ ...request, done: [...request.done, ...here] }, library).leftOut(
    request.gaps,
  );
}

/** What an item requires, directly or not, that is neither done nor here; what comes first first. */
export function requiredFor(
  item: PlanItem,
  request: PlanRequest,
  library: readonly PlanItem[],
  here: readonly string[],
): PlanItem[] {
  const choice = new Choice({ ...request, done: [...request.done, ...here] }, library);
  return choice.missingFor(item) ?? [];
}

/** What was chosen so far, and the hours that are left for more. */
class Choice {
  readonly chosen: Chosen[] = [];
  private readonly items: ReadonlyMap<string, PlanItem>;
  private readonly settled: Set<string>;
  private readonly request: PlanRequest;
  private hours: number;

  constructor(request: PlanRequest, library: readonly PlanItem[]) {
    this.request = request;
    this.items = new Map(library.map((item) => [item.id, item]));
    this.settled = new Set(request.done);
    this.hours = request.weeks * request.hoursAWeek;
  }

  /** Puts in what somebody asked for, as long as its hours fit. */
  keep(id: string): void {
    const item = this.items.get(id);
    if (item !== undefined) this.add(item, { because: "kept" });
  }

  /** Items towards a gap that nothing but time keeps out, in the order in which one takes them. */
  itemsFor(gap: PlanGap): PlanItem[] {
    return [...this.items.values()]
      .filter((item) => item.competency === gap.competency && this.whyLeftOut(item, gap) === null)
      .sort(inOrder(this.request));
  }

  take(item: PlanItem, left: number, nth: number): boolean {
    return this.settled.has(item.id) || this.add(item, { because: "gap", left, nth });
  }

  /** Why each other item towards one of the gaps is not in the plan, by its id. */
  leftOut(gaps: readonly PlanGap[]): LeftOut[] {
    const byCompetency = new Map(gaps.map((gap) => [gap.competency, gap]));
    return [...this.items.values()]
      .flatMap((item) => {
        const gap = byCompetency.get(item.competency);
        if (gap === undefined || this.settled.has(item.id)) return [];
        return [{ id: item.id, because: this.whyLeftOut(item, gap) ?? ("no_time" as const) }];
      })
      .sort((a, b) => byText(a.id, b.id));
  }

  private whyLeftOut(item: PlanItem, { from }: PlanGap): LeftOut["because"] | null {
    const { path, without } = this.request;
    if (without.includes(item.id)) return "taken_out";
    if (!path.slice(path.indexOf(from)).includes(item.level)) return "outside_levels";
    if (!serves(item, this.request.goal)) return "other_goal";
    if (!suits(item, this.request.technologies)) return "other_technology";
    return this.missingFor(item) === null ? "prerequisite_left_out" : null;
  }

  private add(item: PlanItem, why: WhyChosen): boolean {
    if (this.settled.has(item.id)) return false;
    const before = this.missingFor(item);
    if (before === null) return false;
    const hours = [item, ...before].reduce((sum, one) => sum + one.hours, 0);
    if (hours > this.hours) return false;
    this.hours -= hours;
    for (const one of before) this.push(one, { because: "required", by: item.id });
    this.push(item, why);
    return true;
  }

  private push(item: PlanItem, why: WhyChosen): void {
    this.chosen.push({ item, why });
    this.settled.add(item.id);
  }

  private mayRequire(item: PlanItem): boolean {
    const { without, goal, technologies } = this.request;
    return !without.includes(item.id) && serves(item, goal) && suits(item, technologies);
  }

  /** What an item requires and is not settled yet, what comes first first; null if it cannot come. */
  missingFor(item: PlanItem): PlanItem[] | null {
    const found = new Map<string, PlanItem>();
    const entered = new Set([item.id]);
    const visit = (id: string): boolean => {
      if (this.settled.has(id) || found.has(id)) return true;
      const required = this.items.get(id);
      if (required === undefined || entered.has(id) || !this.mayRequire(required)) return false;
      entered.add(id);
      if (!required.requires.every(visit)) return false;
      found.set(id, required);
      return true;
    };
    return item.requires.every(visit) ? [...found.values()] : null;
  }
}

/**
 * The lowest level first; then, for a new role, what prepares for it, and on a learning path what is
 * of the chosen technologies; then by kind, what is of the technologies, the shortest, the id.
 */
function inOrder({ path, goal, technologies }: PlanRequest) {
  const isOwn = (item: PlanItem) => item.technologies.some((one) => technologies.includes(one));
  const first = {
    new_role: (item: PlanItem) => item.preparation,
    learning_path: isOwn,
    promotion: () => false,
  }[goal];
  return (a: PlanItem, b: PlanItem) =>
    path.indexOf(a.level) - path.indexOf(b.level) ||
    Number(first(b)) - Number(first(a)) ||
    ITEM_KINDS.indexOf(a.kind) - ITEM_KINDS.indexOf(b.kind) ||
    Number(isOwn(b)) - Number(isOwn(a)) ||
    a.hours - b.hours ||
    byText(a.id, b.id);
}

function serves({ goals }: PlanItem, goal: Goal): boolean {
  return goals.length === 0 || goals.includes(goal);
}

function suits({ technologies }: PlanItem, chosen: readonly string[]): boolean {
  return technologies.length === 0 || technologies.some((one) => chosen.includes(one));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Chosen items, in their order, over the weeks. */
export function layOut(
  chosen: readonly Chosen[],
  { weeks, hoursAWeek }: Pick<PlanRequest, "weeks" | "hoursAWeek">,
): Planned[] {
  const portions = pour(
    chosen.map(({ item }) => item.hours),
    weeks,
    hoursAWeek,
  );
  const here = new Set(chosen.map(({ item }) => item.id));
  return chosen.map(({ item, why }, at) => ({
    id: item.id,
    portions: portions[at] ?? [],
    why,
    after: item.requires.filter((id) => here.has(id)),
  }));
}
