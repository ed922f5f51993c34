"use client";

import { Select } from "@mantine/core";
import type { LadderView } from "@rubric/domain/ladder/schemas";
import { Money, MoneyRange } from "../../ui/money.tsx";
import panel from "../../ui/panel.module.css";
import { placeWords } from "../../ui/places.ts";
import { dateWords } from "../../ui/time-words.ts";
import classes from "./ladder.module.css";

/** The pay band of the level where somebody was placed, for the region they choose. */
export function PayPanel({
  ladder,
  onRegion,
}: {
  ladder: LadderView;
  onRegion: (region: string) => void;
}) {
  const { pay, placed } = ladder;
  if (placed === null) return null;
  const { band } = pay;
  return (
    <section className={panel.panel} aria-label="Pay band">
      <div className={panel.head}>
        <h2 className={panel.title}>Pay band of {placed.name}</h2>
      </div>
      {band === null ? (
        <p className={panel.quiet}>
          No band is in force for this level. An admin sets one under Settings, Pay bands.
        </p>
      ) : (
        <>
          <p className={classes.figure}>
            <MoneyRange
              min={band.minMinor}
              max={band.maxMinor}
              currency={band.currency}
              per="year"
            />
            <span>
              middle <Money minor={band.midMinor} currency={band.currency} />, in force since{" "}
              {dateWords(band.effectiveFrom)}
            </span>
          </p>
          <Select
            label="Region"
            description="Where the work is done is not kept for members: choose it here."
            data={pay.regions.map((value) => ({ value, label: regionWords(value) }))}
            value={pay.region}
            onChange={(value) => value !== null && onRegion(value)}
            allowDeselect={false}
          />
        </>
      )}
    </section>
  );
}

function regionWords(code: string): string {
  if (code === "") return "Everywhere";
  return code === "EU" ? "European Union" : placeWords(code);
}
