import classes from "./insight.module.css";

/** A value from -1 to 1 with its interval, drawn on a line whose middle is 0; its numbers stand beside. */
export function Strip({ value, low, high }: { value: number; low: number; high: number }) {
  const at = (one: number) => `${((one + 1) / 2) * 100}%`;
  return (
    <span className={classes.strip} aria-hidden="true">
      <i style={{ insetInlineStart: at(low), width: `${((high - low) / 2) * 100}%` }} />
      <b style={{ insetInlineStart: at(value) }} />
    </span>
  );
}
