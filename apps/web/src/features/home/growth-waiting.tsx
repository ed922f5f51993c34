import type { GrowthItem } from "@rubric/domain/home/schemas";
import Link from "next/link";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { growthWords } from "./growth-words.ts";
import classes from "./home-page.module.css";

/** What waits of one's own growth and of those whom one manages. */
export function GrowthWaiting({ org, items }: { org: string; items: readonly GrowthItem[] }) {
  if (items.length === 0) return null;
  return (
    <section className={classes.part} aria-label="Growth">
      <h2 className={classes.title}>
        Growth <span>{items.length}</span>
      </h2>
      <ul className={classes.list}>
        {items.map((item) => {
          const words = growthWords(item);
          const id = `about-${item.kind}-${"week" in item ? item.week : ""}-${words.path}`;
          return (
            <li key={id} className={classes.item}>
              <Link
                href={`/o/${org}${words.path}`}
                prefetch={false}
                className={classes.link}
                aria-describedby={id}
              >
                {words.todo}
              </Link>
              <span id={id} className={classes.about}>
                {words.about}
              </span>
              <span className={classes.due} data-late={item.late || undefined}>
                <RelativeTime at={item.dueAt} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
