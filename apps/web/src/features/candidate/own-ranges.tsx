import type { OwnApplication } from "@rubric/domain/candidate/schemas";
import { MoneyRange } from "../../ui/money.tsx";
import { placeWords } from "../../ui/places.ts";
import classes from "./own.module.css";

/** The pay ranges that were shown to the person: the job's own, and those of its places. */
export function OwnRanges({ of: { ranges } }: { of: OwnApplication }) {
  if (ranges.length === 0) return null;
  return (
    <section className={classes.block} aria-label="Pay">
      <h3>Pay</h3>
      {ranges.map((one) => (
        <p key={one.region}>
          {one.region === null
            ? ranges.length === 1
              ? ""
              : "Unless another is named: "
            : `${placeWords(one.region)}: `}
          <MoneyRange min={one.minMinor} max={one.maxMinor} currency={one.currency} per="year" />
        </p>
      ))}
    </section>
  );
}
