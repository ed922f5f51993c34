/** The ends of a ruler and the step by which its mark moves, in whole units of the currency. */
export type Scale = { from: number; to: number; step: number; ticks: number[] };

const TICKS = 5;

/** A ruler that shows the range with room on both sides, and every amount on it. */
export function scaleOf(
  range: { min: number; max: number } | null,
  amounts: readonly number[],
): Scale {
  const known = [...amounts, ...(range === null ? [] : [range.min, range.max])].filter(
    (amount) => amount > 0,
  );
  const low = known.length === 0 ? 40_000 : Math.min(...known);
  const high = known.length === 0 ? 120_000 : Math.max(...known);
  const room = Math.max((high - low) * 0.3, high * 0.08, 1);
  const tick = niceStep((high - low + 2 * room) / TICKS);
  const from = Math.max(0, Math.floor((low - room) / tick) * tick);
  const to = Math.ceil((high + room) / tick) * tick;
  const ticks = [];
  for (let at = from; at <= to; at += tick) ticks.push(at);
  return { from, to, step: Math.max(1, tick / 20), ticks };
}

/** Where an amount stands on the ruler, in percent of its length. */
export function placeOf(amount: number, { from, to }: Pick<Scale, "from" | "to">): number {
  return Math.min(100, Math.max(0, ((amount - from) / (to - from)) * 100));
}

function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(raw, 1)));
  const [step = 10] = [1, 2, 5, 10].filter((one) => one * power >= raw);
  return step * power;
}
