"use client";

import type { FrameworkView } from "@rubric/domain/framework/schemas";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type CSSProperties, type KeyboardEvent, useState } from "react";
import { byTrack, type TrackGroup } from "./ladder-view.ts";
import classes from "./matrix.module.css";

export type Cell = { competencyId: string; levelId: string };

type Props = {
  framework: FrameworkView;
  search: string;
  selected: Cell | null;
  onSelect: (cell: Cell) => void;
};

/** Competencies by level, levels by track: heads stay in sight, themes fold, arrow keys go from cell to cell. */
export function Matrix({ framework, search, selected, onSelect }: Props) {
  const [folded, setFolded] = useState<readonly string[]>([]);
  const wanted = search.trim().toLowerCase();
  const matches = (text: string) => text.toLowerCase().includes(wanted);
  const rows = framework.competencies.filter(
    (row) => wanted === "" || matches(row.name) || row.anchors.some((one) => matches(one.summary)),
  );
  const groups = byTrack(framework.levels);
  const levels = groups.flatMap((group) => group.levels);
  const starts = new Set(groups.slice(1).map((group) => group.levels[0]?.id));
  const open = rows.filter((row) => !folded.includes(row.themeId));
  const [first] = open;
  const [firstLevel] = levels;
  const start =
    first === undefined || firstLevel === undefined
      ? null
      : { competencyId: first.id, levelId: firstLevel.id };
  const current = open.some((row) => row.id === selected?.competencyId) ? selected : start;

  if (rows.length === 0) {
    return (
      <div className={classes.frame}>
        <p className={classes.none}>Nothing here speaks of “{search.trim()}”.</p>
      </div>
    );
  }
  return (
    <div className={classes.frame}>
      <table className={classes.table} style={columns(levels.length)}>
        <caption className={classes.caption}>{framework.name}: competencies by level</caption>
        <Heads groups={groups} starts={starts} />
        {framework.themes.map((theme) => {
          const own = rows.filter((row) => row.themeId === theme.id);
          if (own.length === 0) return null;
          const closed = folded.includes(theme.id);
          return (
            <tbody key={theme.id}>
              <tr className={classes.theme}>
                <th scope="rowgroup" colSpan={levels.length + 1}>
                  <button
                    type="button"
                    aria-expanded={!closed}
                    onClick={() =>
                      setFolded(
                        closed ? folded.filter((id) => id !== theme.id) : [...folded, theme.id],
                      )
                    }
                  >
                    {closed ? (
                      <IconChevronRight size={16} aria-hidden="true" />
                    ) : (
                      <IconChevronDown size={16} aria-hidden="true" />
                    )}
                    {theme.name}
                    <span className={classes.count}>{own.length}</span>
                  </button>
                </th>
              </tr>
              {closed
                ? null
                : own.map((row) => (
                    <tr key={row.id}>
                      <th scope="row">{row.name}</th>
                      {levels.map((level) => {
                        const anchor = row.anchors.find((one) => one.levelId === level.id);
                        const on = current?.competencyId === row.id && current.levelId === level.id;
                        return (
                          <td
                            key={level.id}
                            data-on={(selected !== null && on) || undefined}
                            data-start={starts.has(level.id) || undefined}
                          >
                            <button
                              type="button"
                              tabIndex={on ? 0 : -1}
                              data-cell
                              onKeyDown={moveFocus}
                              aria-label={`${row.name}, ${level.name}: ${anchor?.summary ?? "—"}`}
                              onFocus={() => onSelect({ competencyId: row.id, levelId: level.id })}
                              onClick={() => onSelect({ competencyId: row.id, levelId: level.id })}
                            >
                              <span>{anchor?.summary ?? "—"}</span>
                            </button>
                          </td>
                        );
                      })}
                    </tr>
                  ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

function Heads({ groups, starts }: { groups: TrackGroup[]; starts: ReadonlySet<unknown> }) {
  const tracked = groups.some((group) => group.name !== null);
  const corner = (
    <th scope="col" className={classes.corner} rowSpan={tracked ? 2 : 1}>
      Competency
    </th>
  );
  return (
    <thead>
      {tracked ? (
        <tr className={classes.tracks}>
          {corner}
          {groups.map((group, index) => (
            <th
              key={group.name}
              scope="colgroup"
              colSpan={group.levels.length}
              data-start={index > 0 || undefined}
            >
              <span>{group.name}</span>
            </th>
          ))}
        </tr>
      ) : null}
      <tr className={tracked ? classes.underTracks : undefined}>
        {tracked ? null : corner}
        {groups.flatMap((group) =>
          group.levels.map((level) => (
            <th key={level.id} scope="col" data-start={starts.has(level.id) || undefined}>
              {level.name}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

/** The number of columns for the style sheet, which gives each of them room to be read. */
function columns(count: number): CSSProperties {
  return { "--matrix-levels": count };
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = STEPS[event.key];
  const cell = event.currentTarget;
  const table = cell.closest("table");
  if (step === undefined || table === null) return;
  const grid = [...table.rows]
    .map((row) => [...row.querySelectorAll<HTMLElement>("[data-cell]")])
    .filter((row) => row.length > 0);
  const y = grid.findIndex((row) => row.includes(cell));
  const x = grid[y]?.indexOf(cell) ?? -1;
  const next = grid[y + step[0]]?.[x + step[1]];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
