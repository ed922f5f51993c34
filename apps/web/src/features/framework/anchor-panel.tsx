"use client";

import { Button } from "@mantine/core";
import type { FrameworkView } from "@rubric/domain/framework/schemas";
import { useState } from "react";
import { AnchorForm } from "./anchor-form.tsx";
import classes from "./anchor-panel.module.css";
import { neighboursOf, placeWords } from "./ladder-view.ts";
import type { Cell } from "./matrix.tsx";

type Level = FrameworkView["levels"][number];

/** The whole anchor of the cell in focus, between those of the levels one comes from and goes on to. */
export function AnchorPanel({ framework, cell }: { framework: FrameworkView; cell: Cell | null }) {
  const [editing, setEditing] = useState<Cell | null>(null);
  const row = framework.competencies.find((one) => one.id === cell?.competencyId);
  const level = framework.levels.find((one) => one.id === cell?.levelId);
  if (row === undefined || level === undefined || cell === null) {
    return (
      <aside className={classes.panel} aria-label="Anchor">
        <p className={classes.hint}>
          Choose a cell to read its anchor whole. The arrow keys go from cell to cell.
        </p>
      </aside>
    );
  }
  const anchorAt = (at: Level) => row.anchors.find((one) => one.levelId === at.id);
  const anchor = anchorAt(level);
  const { below, above } = neighboursOf(framework.levels, level);
  const nameOf = (key: string) => framework.levels.find((one) => one.key === key)?.name ?? key;
  const theme = framework.themes.find((one) => one.id === row.themeId);
  const open = editing?.competencyId === cell.competencyId && editing.levelId === cell.levelId;
  return (
    <aside className={classes.panel} aria-label="Anchor" aria-live="polite">
      <p className={classes.theme}>{theme?.name}</p>
      <h2 className={classes.title}>{row.name}</h2>
      {below.map((one) => (
        <Neighbour key={one.id} name={one.name} text={anchorAt(one)?.summary} />
      ))}
      <div className={classes.own}>
        <p className={classes.level}>
          {level.name}
          {anchor === undefined ? null : <span> · {anchor.proficiency}</span>}
        </p>
        {level.track === null ? null : (
          <p className={classes.place}>{placeWords(level, nameOf).join(" · ")}</p>
        )}
        {open ? (
          <AnchorForm
            key={`${cell.competencyId}${cell.levelId}`}
            versionId={framework.version.id}
            cell={cell}
            anchor={anchor ?? null}
            onDone={() => setEditing(null)}
          />
        ) : (
          <>
            <p className={classes.text}>
              {anchor?.summary ?? "Nothing is said of this level yet."}
            </p>
            {anchor === undefined || anchor.examples.length === 0 ? null : (
              <ul>
                {anchor.examples.map((example) => (
                  <li key={example}>{example}</li>
                ))}
              </ul>
            )}
            {framework.may.editAnchor === null ? (
              <Button variant="default" size="compact-sm" onClick={() => setEditing(cell)}>
                Edit
              </Button>
            ) : null}
          </>
        )}
      </div>
      {above.map((one) => (
        <Neighbour key={one.id} name={one.name} text={anchorAt(one)?.summary} />
      ))}
    </aside>
  );
}

function Neighbour({ name, text }: { name: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <div className={classes.neighbour}>
      <p className={classes.level}>{name}</p>
      <p>{text}</p>
    </div>
  );
}
