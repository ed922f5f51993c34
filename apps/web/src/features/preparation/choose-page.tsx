import type { PreparationListView } from "@rubric/domain/preparation/schemas";
import { EmptyState } from "../../ui/empty-state.tsx";
import { trackWord } from "../../ui/track-words.ts";
import { OnwardLink } from "./onward-link.tsx";
import classes from "./preparation.module.css";

/** What one can prepare for at an organization: an open job, or a level of its frameworks. */
export function ChoosePage({ organization, posts, frameworks }: PreparationListView) {
  const at = `/${organization.slug}`;
  if (posts.length === 0) {
    return (
      <EmptyState level={1} title="There is nothing to prepare for right now">
        Each job that is open here can be prepared for, for as long as its post is out. Come back
        another day.
      </EmptyState>
    );
  }
  return (
    <>
      <h1>Prepare</h1>
      <p>
        See what a job at {organization.name} asks for, mark where you stand, and get a plan of
        weeks. You need no account, and nothing that you mark is stored here.
      </p>
      <h2>For an open job</h2>
      <ul className={classes.choices}>
        {posts.map((one) => (
          <li key={one.jobSlug}>
            <OnwardLink href={`${at}/jobs/${one.jobSlug}/prepare`}>{one.title}</OnwardLink>
            <span className={classes.quiet}>{one.team}</span>
          </li>
        ))}
      </ul>
      <h2>For a level</h2>
      <p>Without an interview in mind: what each level is expected to do.</p>
      {frameworks.map((framework) => (
        <section key={framework.versionId} aria-label={framework.name}>
          <h3>{framework.name}</h3>
          {framework.summary === "" ? null : <p className={classes.quiet}>{framework.summary}</p>}
          <ul className={classes.choices}>
            {framework.levels.map((level) => (
              <li key={level.key}>
                <OnwardLink
                  href={`${at}/prepare?framework=${framework.versionId}&level=${encodeURIComponent(level.key)}`}
                >
                  {level.name}
                </OnwardLink>
                {level.track === null ? null : (
                  <span className={classes.quiet}>{trackWord(level.track)}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
