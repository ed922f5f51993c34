import type { HomeView } from "@rubric/domain/home/schemas";
import Link from "next/link";
import { RelativeTime } from "../../ui/relative-time.tsx";
import classes from "./home-page.module.css";

/** Drafts of plans of growth that wait for the reader to agree. */
export function Plans({ org, plans }: { org: string; plans: HomeView["plans"] }) {
  if (plans.length === 0) return null;
  return (
    <section className={classes.part} aria-label="Plans">
      <h2 className={classes.title}>
        Plans <span>{plans.length}</span>
      </h2>
      <ul className={classes.list}>
        {plans.map((one) => (
          <li key={one.planId} className={classes.item}>
            <Link
              href={`/o/${org}/growth/${one.memberId}/plan`}
              prefetch={false}
              className={classes.link}
              aria-describedby={`about-${one.planId}`}
            >
              Agree on a plan
            </Link>
            <span id={`about-${one.planId}`} className={classes.about}>
              {one.name}
            </span>
            <span className={classes.due}>
              <RelativeTime at={one.since} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
