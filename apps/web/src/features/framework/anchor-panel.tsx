"use client";

import { Button } from "@mantine/core";
import type { FrameworkView } from "@rubric/domain/framework/schemas";
import { useState } from "react";
import { AnchorForm } from "./anchor-form.tsx";
import classes from "./anchor-panel.module.css";
import type { Cell } from "./matrix.tsx";

/** The whole anchor of the cell in focus, between its neighbours of the levels below and above. */
export function AnchorPanel({ framework, cell }: { framework: FrameworkView; cell: Cell | null }) {
  const [editing, setEditing] = useState<Cell | null>(null);
  const row = framework.competencies.find((one) => one.id === cell?.competencyId);
  const index = framework.levels.findIndex((one) => one.id === cell?.levelId);
  const level = framework.levels[index];
  if (row === undefined || level === undefined || cell === null) {
    return (
      <aside className={classes.panel} aria-label="Anchor">
        <p className={classes.hint}>
          Choose a cell to read its anchor whole. The arrow keys go from cell to cell.
        </p>
      </aside>
    );
  }
  const anchorAt = (at: number) =>
    row.anchors.find((one) => one.levelId === framework.levels[at]?.id);
  const anchor = anchorAt(index);
  const theme = framework.themes.find((one) => one.id === row.themeId);
  const open = editing?.competencyId === cell.competencyId && editing.levelId === cell.levelId;
  return (
    <aside className={classes.panel} aria-label="Anchor" aria-live="polite">
      <p className={classes.theme}>{theme?.name}</p>
      <h2 className={classes.title}>{row.name}</h2>
      <Neighbour name={framework.levels[index - 1]?.name} text={anchorAt(index - 1)?.summary} />
      <div className={classes.own}>
        <p className={classes.level}>
          {level.name}
          {anchor === undefined ? null : <span> · {anchor.proficiency}</span>}
        </p>
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
      <Neighbour name={framework.levels[index + 1]?.name} text={anchorAt(index + 1)?.summary} />
    </aside>
  );
}

function Neighbour({ name, text }: { name: string | undefined; text: string | undefined }) {
  if (name === undefined || text === undefined) return null;
  return (
    <div className={classes.neighbour}>
      <p className={classes.level}>{name}</p>
      <p>{text}</p>
    </div>
  );
}
