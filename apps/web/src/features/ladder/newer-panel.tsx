import type { LadderView } from "@rubric/domain/ladder/schemas";
import Link from "next/link";
import { Notice } from "../../ui/notice.tsx";
import classes from "./ladder.module.css";
import { CHANGE_WORDS } from "./words.ts";

/** What a version of the framework that was published since the placement changes for the level. */
export function NewerPanel({ org, ladder }: { org: string; ladder: LadderView }) {
  const { newer, placed, framework } = ladder;
  if (newer === null || placed === null || framework === null) return null;
  const { rows } = newer;
  const title = newer.gone
    ? `Version ${newer.after} of the framework has no level ${placed.name} any more.`
    : rows.length === 0
      ? `Version ${newer.after} of the framework changes nothing for ${placed.name}.`
      : `Version ${newer.after} of the framework changes what ${placed.name} expects in ${rows.length} ${rows.length === 1 ? "competency" : "competencies"}.`;
  return (
    <Notice tone="plain" title={title}>
      <p>
        {newer.gone
          ? "The manager places anew, on a level of the version that holds now."
          : `The placement was made under version ${newer.before}. What stands here is what version ${newer.after} says.`}
      </p>
      {rows.length === 0 ? null : (
        <details className={classes.how}>
          <summary>What is different</summary>
          <ul className={classes.changes}>
            {rows.map((row) => (
              <li key={row.key}>
                <strong>{row.name}</strong>, {CHANGE_WORDS[row.change]}
                {row.here === null ? null : (
                  <p>
                    <del>{row.here.anchor}</del>
                  </p>
                )}
                {row.there === null ? null : (
                  <p>
                    <ins>{row.there.anchor}</ins>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <Link
          href={`/o/${org}/frameworks/${framework.id}/compare?before=${newer.beforeId}&after=${framework.versionId}`}
        >
          Compare both versions as a whole
        </Link>
      </p>
    </Notice>
  );
}
