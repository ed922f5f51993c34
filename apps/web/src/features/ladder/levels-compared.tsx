"use client";

import { Select, Switch } from "@mantine/core";
import type { LadderView } from "@rubric/domain/ladder/schemas";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { Refusal } from "../../ui/refusal.tsx";
import { trackWord } from "../../ui/track-words.ts";
import classes from "./ladder.module.css";
import { CHANGE_WORDS, type ComparedRow, countsWords, levelChoices, wayWords } from "./words.ts";

/** What would change between any two levels of the ladder. */
export function LevelsCompared({ ladder }: { ladder: LadderView }) {
  const trpc = useTRPC();
  const { levels, placed, against } = ladder;
  const [fromId, setFrom] = useState(placed?.levelId ?? levels[0]?.id ?? "");
  const [toId, setTo] = useState(
    (against?.id === fromId ? levels.find(({ id }) => id !== fromId) : against)?.id ?? "",
  );
  const [all, setAll] = useState(false);
  const compared = useQuery({
    ...trpc.ladder.compare.queryOptions({ fromId, toId }),
    enabled: fromId !== "" && toId !== "",
    placeholderData: keepPreviousData,
  });
  const choices = levelChoices(levels);
  const { data } = compared;
  const rows = data?.rows.filter(({ change }) => all || change !== "same") ?? [];
  return (
    <section className={classes.section} aria-label="What would change">
      <h2 className={classes.title}>What would change</h2>
      <p className={classes.lead}>
        Between any two levels: a promotion, a move aside to another track, or what lies behind.
      </p>
      <div className={classes.pick}>
        <Select
          label="From"
          data={choices}
          value={fromId}
          onChange={(id) => id !== null && setFrom(id)}
          allowDeselect={false}
        />
        <Select
          label="To"
          data={choices}
          value={toId}
          onChange={(id) => id !== null && setTo(id)}
          allowDeselect={false}
        />
        <Switch
          label="Show what stays the same"
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      </div>
      <Refusal refusal={compared.error === null ? null : readApiError(compared.error)} />
      {data === undefined ? (
        compared.isLoading ? (
          <p className={classes.lead}>Comparing…</p>
        ) : null
      ) : (
        <>
          <p>
            {wayWords(data)} {aroundWords(data.from)}
          </p>
          {rows.length === 0 ? (
            <p className={classes.lead}>Nothing differs between them.</p>
          ) : (
            [...Map.groupBy(rows, ({ theme }) => theme)].map(([theme, of]) => (
              <details key={theme} className={classes.theme}>
                <summary>
                  {theme} <span>{countsWords(of)}</span>
                </summary>
                <Changes rows={of} from={data.from.name} to={data.to.name} />
              </details>
            ))
          )}
        </>
      )}
    </section>
  );
}

function Changes(props: { rows: readonly ComparedRow[]; from: string; to: string }) {
  const { rows, from, to } = props;
  return (
    <ul className={classes.changes}>
      {rows.map((row) => (
        <li key={row.key}>
          <p className={classes.changeHead}>
            <strong>{row.name}</strong>
            <span data-change={row.change}>{CHANGE_WORDS[row.change]}</span>
          </p>
          <div className={classes.two}>
            <Side name={from} side={row.here} />
            <Side name={to} side={row.there} />
          </div>
        </li>
      ))}
    </ul>
  );
}

type Compared = { name: string; track: LadderView["levels"][number]["track"] };

function Side(props: { name: string; side: { proficiency: string; anchor: string } | null }) {
  const { name, side } = props;
  return (
    <div>
      <p className={classes.by}>
        {name}
        {side === null ? "" : `: ${side.proficiency.toLowerCase()}`}
      </p>
      <p>{side === null ? "Not asked for." : side.anchor}</p>
    </div>
  );
}

function aroundWords(from: Compared & { next: Compared[]; lateral: Compared[] }): string {
  const named = (levels: readonly Compared[]) =>
    levels.map(({ name, track }) => `${name} (${trackWord(track).toLowerCase()})`).join(" or ");
  const next =
    from.next.length === 0 ? "" : `From ${from.name} a promotion leads to ${named(from.next)}.`;
  const aside = from.lateral.length === 0 ? "" : ` A move aside leads to ${named(from.lateral)}.`;
  return `${next}${aside}`.trim();
}
