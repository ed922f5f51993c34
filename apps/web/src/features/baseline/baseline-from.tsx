"use client";

import type { BaselineView } from "@rubric/domain/baseline/schemas";
import { ExactTime } from "../../ui/exact-time.tsx";
import { useNow } from "../../ui/use-now.ts";
import { SIGHT_WORDS } from "./baseline-words.ts";
import classes from "./baseline.module.css";

/** Where a baseline comes from, why it may be here, and what the manager sees of it now. */
export function BaselineFrom({ view }: { view: BaselineView }) {
  const { job, notice } = view;
  return (
    <section aria-labelledby="from-title">
      <h2 id="from-title">Where this comes from</h2>
      <p>
        From the scorecards of your interviews{job === null ? "" : ` for “${job.title}”`}, written
        before anybody read another’s. Nothing is copied: what is struck or erased there is gone
        here.
      </p>
      {notice === null ? null : (
        <blockquote className={classes.notice}>
          <p>“{notice.text}”</p>
          <footer>
            You were told so on <ExactTime at={notice.at} />.
          </footer>
        </blockquote>
      )}
      <h3>What {view.manager?.name ?? "your manager"} sees</h3>
      <p>
        <Manager view={view} />
      </p>
    </section>
  );
}

function Manager({ view }: { view: BaselineView }) {
  const { managerSees, managerFrom, objection, openedAt } = view;
  const now = useNow();
  if (objection !== null) {
    return (
      <>
        Nothing, since you objected on <ExactTime at={objection.at} />: “{objection.reason}” They
        cannot tell that you did.
      </>
    );
  }
  if (managerSees === "nothing") return "Nothing, by the policy here.";
  if (openedAt === null || managerFrom === null) {
    return `Nothing before you open it. After that, and some days for you alone, ${SIGHT_WORDS[managerSees]}.`;
  }
  return Date.parse(managerFrom) <= now ? (
    <>
      Now: {SIGHT_WORDS[managerSees]}, since <ExactTime at={managerFrom} />.
    </>
  ) : (
    <>
      Nothing now. From <ExactTime at={managerFrom} /> on, {SIGHT_WORDS[managerSees]}, unless you
      object.
    </>
  );
}
