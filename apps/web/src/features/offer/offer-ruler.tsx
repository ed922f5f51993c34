"use client";

import type { RangeView } from "@rubric/domain/offer/schemas";
import { dateWords } from "../../ui/time-words.ts";
import { moneyRangeWords, moneyWords } from "../../ui/money-words.ts";
import { toMajor, toMinor } from "./minor-units.ts";
import classes from "./offer-ruler.module.css";
import { placeOf, scaleOf } from "./ruler-scale.ts";

const HOW = { post: "in the post", invitation: "in the invitation" } as const;

/**
 * The range last shown to the person, and the amount as a mark on it. With `onChange` one drags it
 * or moves it by the arrow keys; earlier versions stand as thin lines.
 */
export function OfferRuler(props: {
  range: RangeView | null;
  /** In minor units of `currency`. */
  amount: number;
  currency: string;
  earlier?: readonly { amountMinor: number; currency: string; number: number }[];
  onChange?: (minor: number) => void;
}) {
  const { amount, currency, onChange } = props;
  const range = props.range?.currency === currency ? props.range : null;
  const major = (minor: number) => toMajor(minor, currency);
  const ends = range && { min: major(range.minMinor), max: major(range.maxMinor) };
  const earlier = (props.earlier ?? []).filter((one) => one.currency === currency);
  const scale = scaleOf(ends, [
    ...earlier.map((one) => major(one.amountMinor)),
    ...(onChange === undefined || ends === null ? [major(amount)] : []),
  ]);
  const words = moneyWords({ minor: amount, currency });
  return (
    <div className={classes.ruler}>
      <div className={classes.line}>
        {ends === null ? null : (
          <span
            className={classes.band}
            style={{
              left: `${placeOf(ends.min, scale)}%`,
              width: `${placeOf(ends.max, scale) - placeOf(ends.min, scale)}%`,
            }}
          />
        )}
        {earlier.map((one) => (
          <span
            key={one.number}
            className={classes.earlier}
            title={`Version ${one.number}: ${moneyWords({ minor: one.amountMinor, currency })}`}
            style={{ left: `${placeOf(major(one.amountMinor), scale)}%` }}
          />
        ))}
        {onChange === undefined ? (
          <span
            className={classes.mark}
            aria-hidden="true"
            style={{ left: `${placeOf(major(amount), scale)}%` }}
          />
        ) : (
          <input
            type="range"
            className={classes.slider}
            aria-label="Amount per year on the ruler"
            aria-valuetext={words}
            min={scale.from}
            max={scale.to}
            step={scale.step}
            value={major(amount)}
            onChange={(event) => onChange(toMinor(Number(event.currentTarget.value), currency))}
          />
        )}
      </div>
      <div className={classes.ticks} aria-hidden="true">
        {scale.ticks.map((tick, n) => (
          <span
            key={tick}
            data-minor={n % 2 === 1 || undefined}
            style={{ left: `${placeOf(tick, scale)}%` }}
          >
            {tick >= 1000 ? `${tick / 1000}k` : tick}
          </span>
        ))}
      </div>
      <p className={classes.legend}>
        {props.range === null
          ? "No range was shown to this person yet."
          : `Shown ${HOW[props.range.how]} on ${dateWords(props.range.at.slice(0, 10))}: ${moneyRangeWords({ min: props.range.minMinor, max: props.range.maxMinor, currency: props.range.currency })}`}
      </p>
    </div>
  );
}
