import { IconAlertCircle } from "@tabler/icons-react";
import { useLayoutEffect, useRef, useState } from "react";
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

/** A field that is wrong, or what stands below a group of them. */
const MARKED = "[aria-invalid=true], .mantine-InputWrapper-error";

/**
 * The refusal of a form that says at each of its fields what is wrong with it; in full where none of
 * them is marked.
 */
export function FormRefusal({ refusal }: { refusal: ApiError | null }) {
  const line = useRef<HTMLParagraphElement>(null);
  const [unmarked, setUnmarked] = useState<ApiError | null>(null);
  useLayoutEffect(() => {
    const said = line.current;
    if (said === null) return;
    const marked = said.closest("form")?.querySelector(MARKED) ?? null;
    if (marked === null) setUnmarked(refusal);
  }, [refusal]);
  if (refusal === null || refusal === unmarked || Object.keys(refusal.fields).length === 0)
    return <Refusal refusal={refusal} />;
  return (
    <p role="alert" className={classes.marked} ref={line}>
      Please correct what is marked.
    </p>
  );
}
