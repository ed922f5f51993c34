import { Refusal } from "../../ui/refusal.tsx";
import { JsonTree } from "./json-tree.tsx";
import classes from "./try-it.module.css";
import type { Outcome } from "./use-call.ts";

/** What came back: status, time, key, and the answer folded, or the sentence of its refusal. */
export function AnswerView({ outcome }: { outcome: Outcome | null }) {
  return (
    <div className={classes.answer}>
      <p className={classes.status} role="status">
        {outcome === null ? null : (
          <>
            <strong data-num>{outcome.status ?? "No answer"}</strong>
            {outcome.refusal === null ? null : <code>{outcome.refusal.code}</code>}
            <span data-num>{outcome.milliseconds} ms</span>
            {outcome.key === null ? null : (
              <span className={classes.key}>
                Idempotency-Key <code>{outcome.key}</code>
              </span>
            )}
          </>
        )}
      </p>
      <Refusal refusal={outcome?.refusal ?? null} />
      {outcome?.refusal == null ? null : <Fields fields={outcome.refusal.fields} />}
      {outcome === null || outcome.refusal !== null ? null : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        <div className={classes.json} tabIndex={0} role="region" aria-label="Answer">
          <JsonTree value={outcome.answer} />
        </div>
      )}
    </div>
  );
}

function Fields({ fields }: { fields: Record<string, string> }) {
  const all = Object.entries(fields);
  if (all.length === 0) return null;
  return (
    <ul className={classes.fields}>
      {all.map(([path, sentence]) => (
        <li key={path}>
          <code>{path}</code> {sentence}
        </li>
      ))}
    </ul>
  );
}
