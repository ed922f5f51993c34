"use client";

import type { BandListView, BandView } from "@rubric/domain/band/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toMajor } from "../../ui/minor-units.ts";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { scaleOf } from "../../ui/ruler-scale.ts";
import { toastDone, toastRefused } from "../../ui/toast.ts";
import { BandRuler, ScaleTicks } from "./band-ruler.tsx";
import { moneyRangeWords } from "../../ui/money-words.ts";
import { regionWords, seamWords, versionWords } from "./band-words.ts";
import classes from "./band.module.css";
import { heldToWords } from "./ending.ts";

/** The bands of one region by level, the most junior first, on one scale. */
export function RegionBands(props: {
  view: BandListView;
  region: string;
  onDraft: (from: BandView) => void;
  onEnd: (band: BandView) => void;
}) {
  const { view, region, onDraft, onEnd } = props;
  const bands = view.bands.filter((one) => one.region === region);
  const currency = (bands.find((one) => one.inForce) ?? bands[0])?.currency ?? "EUR";
  const amounts = bands
    .filter((one) => one.currency === currency && (one.inForce || one.state === "draft"))
    .flatMap((one) => [toMajor(one.minMinor, currency), toMajor(one.maxMinor, currency)]);
  const scale = scaleOf(null, amounts);
  const nameOf = (key: string) => view.levels.find((one) => one.key === key)?.name ?? key;
  const seams = view.seams.filter((one) => one.region === region);
  const title = regionWords(region);
  return (
    <section className={panel.panel} aria-label={title}>
      <div className={panel.head}>
        <h2 className={panel.title}>{title}</h2>
        <span className={panel.quiet}>{region}</span>
      </div>
      {view.levels.map((level, index) => (
        <div key={level.key} className={classes.level}>
          <div className={classes.name}>
            {level.name}
            <small>
              {index + 1} of {view.levels.length}
            </small>
          </div>
          <LevelBands
            bands={bands.filter((one) => one.levelKey === level.key)}
            scale={scale}
            currency={currency}
            mayDraft={view.may.draft === null}
            onDraft={onDraft}
            onEnd={onEnd}
            heldTo={heldToWords(view, { levelKey: level.key, region })}
          />
        </div>
      ))}
      <div className={classes.scale}>
        <ScaleTicks scale={scale} currency={currency} />
      </div>
      {seams.length === 0 ? null : (
        <ul className={classes.seams} aria-label="Between the levels">
          {seams.map((seam) => (
            <li key={`${seam.lower} ${seam.upper}`}>{seamWords(seam, nameOf)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function LevelBands(props: {
  bands: readonly BandView[];
  scale: ReturnType<typeof scaleOf>;
  currency: string;
  mayDraft: boolean;
  onDraft: (from: BandView) => void;
  onEnd: (band: BandView) => void;
  /** What counts without a band here. */
  heldTo: string;
}) {
  const { bands, scale, currency, mayDraft, onDraft, onEnd, heldTo } = props;
  const now = bands.find((one) => one.inForce);
  const drafts = bands.filter((one) => one.state === "draft");
  const others = bands.filter((one) => one !== now && one.state === "approved");
  return (
    <div className={classes.versions}>
      {now === undefined ? (
        <p className={classes.quiet}>No band is in force: {heldTo}</p>
      ) : (
        <>
          {now.currency === currency ? (
            <BandRuler band={now} scale={scale} />
          ) : (
            <p className={classes.words}>{rangeWords(now)}</p>
          )}
          <p className={classes.quiet}>
            {now.example === "" ? "" : `Example: ${now.example}. `}
            {versionWords(now)}
          </p>
          {mayDraft && drafts.length === 0 ? (
            <div className={classes.actions}>
              <ReasonButton
                variant="default"
                size="compact-sm"
                reason={null}
                onClick={() => onDraft(now)}
              >
                Draft the next version
              </ReasonButton>
              <ReasonButton
                variant="default"
                size="compact-sm"
                reason={null}
                onClick={() => onEnd(now)}
              >
                End it…
              </ReasonButton>
            </div>
          ) : null}
        </>
      )}
      {drafts.map((one) => (
        <DraftBand
          key={one.id}
          band={one}
          scale={one.currency === currency ? scale : null}
          heldTo={heldTo}
        />
      ))}
      {others.length === 0 ? null : (
        <details className={classes.earlier}>
          <summary>
            {others.length} other {others.length === 1 ? "version" : "versions"}
          </summary>
          <ul>
            {others.map((one) => (
              <li key={one.id}>
                {rangeWords(one)}. {one.example === "" ? "" : `Example: ${one.example}. `}
                {versionWords(one)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function DraftBand(props: {
  band: BandView;
  scale: ReturnType<typeof scaleOf> | null;
  heldTo: string;
}) {
  const { band, scale, heldTo } = props;
  const trpc = useTRPC();
  const approve = useCommand(trpc.band.approve.mutationOptions());
  const discard = useCommand(trpc.band.discard.mutationOptions());
  const [asking, setAsking] = useState(false);
  const { id: bandId, may } = band;
  return (
    <div className={classes.draft}>
      {band.ends ? (
        <p className={classes.words}>The band ends; afterwards {heldTo}</p>
      ) : scale === null ? (
        <p className={classes.words}>{rangeWords(band)}</p>
      ) : (
        <BandRuler band={band} scale={scale} draft />
      )}
      <p className={classes.quiet}>Draft. {versionWords(band)}</p>
      {may.discard?.law === 15 ? null : (
        <div className={classes.actions}>
          <ReasonButton
            size="compact-sm"
            reason={may.approve?.sentence ?? null}
            lift={may.approve?.lift ?? null}
            loading={approve.running}
            onClick={() =>
              void approve
                .run({ bandId })
                .then(() =>
                  toastDone(band.ends ? "The band's end is approved." : "The band is approved."),
                )
                .catch(toastRefused)
            }
          >
            Approve
          </ReasonButton>
          <ReasonButton
            size="compact-sm"
            variant="default"
            reason={may.discard?.sentence ?? null}
            lift={may.discard?.lift ?? null}
            onClick={() => setAsking(true)}
          >
            Discard
          </ReasonButton>
        </div>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Discard this draft?"
        confirmLabel="Discard it"
        tone="destroy"
        reason={{ label: "Why", minLength: 3 }}
        onConfirm={(reason) => discard.run({ bandId, reason })}
      >
        The band that is in force stays as it is.
      </ConfirmDialog>
    </div>
  );
}

function rangeWords(band: BandView): string {
  const { minMinor: min, maxMinor: max, currency } = band;
  return `${moneyRangeWords({ min, max, currency })} a year`;
}
