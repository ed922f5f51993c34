"use client";

import type { AuditEntryView } from "@rubric/domain/audit/schemas";
import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { Fragment, useState } from "react";
import { BriefTime } from "../../ui/exact-time.tsx";
import { actionWords } from "./action-words.ts";
import { AuditDetail } from "./audit-detail.tsx";
import classes from "./audit-table.module.css";
import { type Filters, hrefOf } from "./filters.ts";

/** One row an entry, newest first; a row opens its before and after below it. */
export function AuditTable(props: { org: string; entries: AuditEntryView[]; filters: Filters }) {
  const { org, entries, filters } = props;
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const toggle = (sequence: number) => {
    const next = new Set(opened);
    if (!next.delete(sequence)) next.add(sequence);
    setOpened(next);
  };
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <caption className={classes.caption}>Audit entries, newest first</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              Entry
            </th>
            <th scope="col">What</th>
            <th scope="col" data-desk>
              Who
            </th>
            <th scope="col" data-desk>
              Subject
            </th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const open = opened.has(entry.sequence);
            return (
              <Fragment key={entry.sequence}>
                <tr data-open={open || undefined} className={classes.entry}>
                  <td className={classes.number}>
                    <button
                      type="button"
                      className={classes.toggle}
                      aria-expanded={open}
                      aria-controls={`entry-${entry.sequence}`}
                      onClick={() => toggle(entry.sequence)}
                    >
                      <IconChevronRight size={14} aria-hidden="true" className={classes.chevron} />
                      {entry.sequence}
                      <span className={classes.caption}>, before and after</span>
                    </button>
                  </td>
                  <td>
                    <span>{actionWords(entry.action)}</span>
                    <span className={classes.phone}>{actorOf(entry)}</span>
                  </td>
                  <td data-desk>{actorOf(entry)}</td>
                  <td data-desk>
                    <Link
                      href={hrefOf(org, { ...filters, before: null, subject: entry.subject.id })}
                      prefetch={false}
                      title="Only entries about this"
                      className={classes.subject}
                    >
                      <Subject entry={entry} />
                    </Link>
                  </td>
                  <td className={classes.when}>
                    <BriefTime at={entry.at} />
                  </td>
                </tr>
                {open ? (
                  <tr id={`entry-${entry.sequence}`}>
                    <td colSpan={5} className={classes.detail}>
                      <AuditDetail entry={entry} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Who did it, and with which access token where one was used. */
function actorOf({ actor }: AuditEntryView): string {
  return actor.token === null ? actor.name : `${actor.name}, with the token ${actor.token.name}`;
}

/** "Job: Backend Engineer", or the end of the id where the trail keeps no name. */
function Subject({ entry }: { entry: AuditEntryView }) {
  const { kind, id, name } = entry.subject;
  const words = kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll("_", " ");
  if (kind === "organization") return words;
  if (name !== null) return `${words}: ${name}`;
  return (
    <>
      {words} <code className={classes.id}>…{id.slice(-8)}</code>
    </>
  );
}
