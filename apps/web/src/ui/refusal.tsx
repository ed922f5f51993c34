import { IconAlertCircle } from "@tabler/icons-react";
import type { ApiError } from "../api/errors.ts";
import { WhyInFull } from "./why-in-full.tsx";
import classes from "./refusal.module.css";

/** A command's refusal beside the button that asked for it: the sentence and what lifts it. */
export function Refusal({ refusal }: { refusal: ApiError | null }) {
  return (
    <div className={refusal === null ? undefined : classes.refusal}>
      {refusal === null ? null : <IconAlertCircle size={18} stroke={1.7} aria-hidden="true" />}
      <div className={classes.words}>
        <div role="alert">
          {refusal === null ? null : (
            <>
              <div>{refusal.sentence}</div>
              {refusal.lift === null ? null : <div className={classes.lift}>{refusal.lift}</div>}
              {refusal.kind === "internal" && refusal.requestId !== null ? (
                <div className={classes.lift}>
                  Request <code>{refusal.requestId}</code>
                </div>
              ) : null}
            </>
          )}
        </div>
        {refusal === null ? null : <WhyInFull inPlace explanation={refusal.explanation} />}
      </div>
    </div>
  );
}

/** The refusal of a form that says at each of its fields what is wrong with it. */
export function FormRefusal({ refusal }: { refusal: ApiError | null }) {
  if (refusal === null || Object.keys(refusal.fields).length === 0)
    return <Refusal refusal={refusal} />;
  return (
    <p role="alert" className={classes.marked}>
      Please correct what is marked.
    </p>
  );
}
