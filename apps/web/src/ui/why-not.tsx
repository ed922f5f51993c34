import type { MayView } from "@rubric/domain/debrief/schemas";
import { IconLock } from "@tabler/icons-react";
import classes from "./refusal.module.css";
import { WhyInFull } from "./why-in-full.tsx";

/** Why what comes next cannot be done now, where everybody sees it, and all of it on request. */
export function WhyNot({ may }: { may: MayView }) {
  if (may === null) return null;
  return (
    <div className={classes.whyNot}>
      <IconLock size={18} stroke={1.7} aria-hidden="true" />
      <div>
        <div>{may.sentence}</div>
        {may.lift === null ? null : <div className={classes.lift}>{may.lift}</div>}
        <WhyInFull explanation={may.explanation} />
      </div>
    </div>
  );
}
