"use client";

import type { PayView } from "@rubric/domain/offer/pay-schemas";
import type { RangeView } from "@rubric/domain/offer/schemas";
import { dateWords } from "../../ui/time-words.ts";
import { moneyRangeWords, moneyWords } from "../../ui/money-words.ts";
import { toMajor, toMinor } from "../../ui/minor-units.ts";
import classes from "./offer-ruler.module.css";
import { placeOf, type Scale, scaleOf } from "../../ui/ruler-scale.ts";

const HOW = { post: "in the post", invitation: "in the invitation" } as const;

type Band = NonNullable<PayView["band"]>;

/**
 * The band of the level and the range last shown to the person, and the amount as a mark on them. With `onChange` one drags it
 * or moves it by the arrow keys; earlier versions stand as thin lines.
 */
export function OfferRuler(props: {
  range: RangeView | null;
  band: Band | null;
  /** Of the accepted offers at the level; null: too few to say; left out where it is not said. */
  median?: { minor: number; currency: string; offers: number } | null;
  /** In minor units of `currency`. */
  amount: number;
  currency: string;
  earlier?: readonly { amountMinor: number; currency: string; number: number }[];
  onChange?: (minor: number) => void;
}) {
  const { amount, currency, onChange } = props;
  const range = props.range?.currency === currency ? props.range : null;
  const major = (minor: number) => toMajor(minor, currency);
  const band = props.band?.currency === currency ? props.band : null;
  const median = props.median?.currency === currency ? props.median : null;
  const shown = range && { min: major(range.minMinor), max: major(range.maxMinor) };
  const level = band && { min: major(band.minMinor), max: major(band.maxMinor) };
  const both = [shown, level].filter((one) => one !== null);
  const ends =
    both.length === 0
      ? null
      : {
          min: Math.min(...both.map((one) => one.min)),
          max: Math.max(...both.map((one) => one.max)),
        };
  const earlier = (props.earlier ?? []).filter((one) => one.currency === currency);
  const scale = scaleOf(ends, [
    ...earlier.map((one) => major(one.amountMinor)),
    ...(onChange === undefined || ends === null ? [major(amount)] : []),
  ]);
  const words = moneyWords({ minor: amount, currency });
  return (
    <div className={classes.ruler}>
      <div className={classes.line}>
        {level === null ? null : <Stretch kind="level" ends={level} scale={scale} />}
        {shown === null ? null : <Stretch kind="shown" ends={shown} scale={scale} />}
        {median === null ? null : (
          <span
            className={classes.median}
            title={`Median of ${median.offers} accepted offers: ${moneyWords(median)}`}
            style={{ left: `${placeOf(major(median.minor), scale)}%` }}
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
      <ul className={classes.legend}>
        <li data-key="level">
          {props.band === null
            ? "No pay band is in force for this level here."
            : `Pay band of the level, ${props.band.region === "" ? "everywhere" : props.band.region}: ${moneyRangeWords({ min: props.band.minMinor, max: props.band.maxMinor, currency: props.band.currency })}`}
        </li>
        <li data-key="shown">
          {props.range === null
            ? "No range was shown to this person yet."
            : `Shown ${HOW[props.range.how]} on ${dateWords(props.range.at.slice(0, 10))}: ${moneyRangeWords({ min: props.range.minMinor, max: props.range.maxMinor, currency: props.range.currency })}`}
        </li>
        {props.median === undefined ? null : (
          <li data-key="median">
            {props.median === null
              ? "Median of the level: too few accepted offers to say."
              : `Median of ${props.median.offers} accepted offers at the level: ${moneyWords(props.median)}`}
          </li>
        )}
      </ul>
    </div>
  );
}

function Stretch(props: {
  kind: "level" | "shown";
  ends: { min: number; max: number };
  scale: Scale;
}) {
  const { kind, ends, scale } = props;
  const from = placeOf(ends.min, scale);
  return (
    <span
      className={classes.band}
      data-kind={kind}
      style={{ left: `${from}%`, width: `${placeOf(ends.max, scale) - from}%` }}
    />
  );
}
