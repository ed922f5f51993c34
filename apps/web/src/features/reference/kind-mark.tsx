import classes from "./kind-mark.module.css";

const WORDS = { query: "Query", mutation: "Command", subscription: "Stream" } as const;

/** Whether a procedure only reads or changes something. */
export function KindMark({ kind }: { kind: keyof typeof WORDS }) {
  return (
    <span className={classes.mark} data-kind={kind}>
      {WORDS[kind]}
    </span>
  );
}
