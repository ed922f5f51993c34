import type { ReactNode } from "react";
import classes from "./person-avatar.module.css";

/** The first letters of the first and last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}

function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return 150 + (hash % 9) * 18;
}

/** A person's initials in a tint of their name; with `withName` the name and a detail beside. */
export function PersonAvatar({
  name,
  size = 24,
  withName = false,
  detail,
}: {
  name: string;
  /** Pixels. */
  size?: number;
  withName?: boolean;
  detail?: ReactNode;
}) {
  const circle = (
    <span
      className={classes.circle}
      data-initials={initialsOf(name)}
      style={{ "--hue": hueOf(name), width: size, height: size, fontSize: size * 0.4 }}
      {...(withName ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name })}
    />
  );
  if (!withName) return circle;
  return (
    <span className={classes.person}>
      {circle}
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        {detail === undefined ? null : <span className={classes.detail}>{detail}</span>}
      </span>
    </span>
  );
}
