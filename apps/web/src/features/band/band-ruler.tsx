import type { BandView } from "@rubric/domain/band/schemas";
import { toMajor } from "../../ui/minor-units.ts";
import { moneyRangeWords, moneyWords } from "../../ui/money-words.ts";
import { placeOf, type Scale } from "../../ui/ruler-scale.ts";
import classes from "./band.module.css";

/** One band on the scale of its region: from minimum to maximum, with a line at its middle. */
export function BandRuler(props: { band: BandView; scale: Scale; draft?: boolean }) {
  const { band, scale, draft = false } = props;
  const at = (minor: number) => placeOf(toMajor(minor, band.currency), scale);
  const [min, mid, max] = [at(band.minMinor), at(band.midMinor), at(band.maxMinor)];
  const words = moneyRangeWords({
    min: band.minMinor,
    max: band.maxMinor,
    currency: band.currency,
  });
  return (
    <div className={classes.ruler}>
      <div className={classes.line} aria-hidden="true">
        <span
          className={classes.bar}
          data-draft={draft || undefined}
          style={{ left: `${min}%`, width: `${Math.max(0.5, max - min)}%` }}
        />
        <span className={classes.middle} style={{ left: `${mid}%` }} />
      </div>
      <p className={classes.words}>
        {words} a year, middle {moneyWords({ minor: band.midMinor, currency: band.currency })}
      </p>
    </div>
  );
}

/** The ticks of a scale, below its rulers. */
export function ScaleTicks({ scale, currency }: { scale: Scale; currency: string }) {
  return (
    <div className={classes.ticks} aria-hidden="true">
      {scale.ticks.map((tick, n) => (
        <span
          key={tick}
          data-minor={n % 2 === 1 || undefined}
          style={{ left: `${placeOf(tick, scale)}%` }}
        >
          {n === 0 ? `${currency} ` : ""}
          {tick >= 1000 ? `${tick / 1000}k` : tick}
        </span>
      ))}
    </div>
  );
}
