import type { FigureView } from "@rubric/domain/insight/schemas";
import classes from "./insight.module.css";

type Words = (value: number) => string;

/** A figure with its interval and of how many it is; or that there are too few to say. */
export function Figure({ of, words, unit }: { of: FigureView | null; words: Words; unit: string }) {
  if (of === null) return <span className={classes.quiet}>too few to say</span>;
  const { value, n, interval } = of;
  return (
    <span className={classes.figure}>
      <b>{words(value)}</b>
      <span className={classes.quiet}>
        {interval === null ? "" : `${words(interval.low)} to ${words(interval.high)}, `}
        {n} {unit}
      </span>
    </span>
  );
}

/** A number with its sign and so many decimals. */
export function signed(value: number, decimals = 2): string {
  const text = Math.abs(value).toFixed(decimals);
  const zero = Number(text) === 0;
  return zero ? text : `${value > 0 ? "+" : "−"}${text}`;
}

/** Hours in words: minutes below two hours, days above two days. */
export function hoursWords(hours: number): string {
  if (hours < 2) return `${Math.round(hours * 60)} min`;
  return hours < 48 ? `${hours.toFixed(1)} h` : `${(hours / 24).toFixed(1)} days`;
}

export const percentWords: Words = (share) => `${Math.round(share * 100)} %`;
export const countWords: Words = (value) => String(Math.round(value));
