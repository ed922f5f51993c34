"use client";

import { useState } from "react";
import classes from "./json-tree.module.css";

/** A value of JSON; what has parts is folded below the first level, and read when it is opened. */
export function JsonTree({
  value,
  name,
  depth = 0,
}: {
  value: unknown;
  name?: string;
  depth?: number;
}) {
  const [open, setOpen] = useState(depth < 1);
  const parts = partsOf(value);
  const label = name === undefined ? null : <span className={classes.name}>{name}: </span>;
  if (parts === null || parts.length === 0) {
    return (
      <div className={classes.leaf}>
        {label}
        <span data-kind={value === null ? "null" : typeof value}>{JSON.stringify(value)}</span>
      </div>
    );
  }
  const size = `${parts.length} ${Array.isArray(value) ? "in the list" : parts.length === 1 ? "field" : "fields"}`;
  return (
    <details
      className={classes.fold}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {label}
        <span className={classes.size}>{size}</span>
      </summary>
      {open ? (
        <div className={classes.parts}>
          {parts.map(([key, part]) => (
            <JsonTree key={key} name={key} value={part} depth={depth + 1} />
          ))}
        </div>
      ) : null}
    </details>
  );
}

function partsOf(value: unknown): [string, unknown][] | null {
  return typeof value === "object" && value !== null ? Object.entries(value) : null;
}
