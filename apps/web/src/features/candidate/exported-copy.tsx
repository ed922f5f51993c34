"use client";

import { Button } from "@mantine/core";
import type { ExportView } from "@rubric/domain/candidate/schemas";
import type { ReactNode } from "react";
import { ExactTime } from "../../ui/exact-time.tsx";
import { ExportedApplication } from "./exported-application.tsx";
import { Entries, Facts } from "./exported-parts.tsx";
import classes from "./exported.module.css";

export type ExportedDocument = NonNullable<ExportView["document"]>;

const OWED: Readonly<Record<string, string>> = {
  open: "open",
  done: "met in time",
  late: "met late",
  void: "fell away",
};

/** Everything that is held about the person, to be read and printed. */
export function ExportedCopy({ of }: { of: ExportedDocument }) {
  const { person } = of;
  return (
    <section className={classes.copy} aria-labelledby="copy-title">
      <header className={classes.head}>
        <h2 id="copy-title">Everything we hold about you</h2>
        <Button variant="default" className={classes.print ?? ""} onClick={() => window.print()}>
          Print
        </Button>
      </header>
      <p>
        As it is held at {of.organization} on <ExactTime at={of.heldAt} />. What others wrote about
        you is in it, also what was not open to everybody there; who wrote it is named by what they
        do. Nobody there is told what you read here.
      </p>
      <Part title="You">
        <Facts
          of={[
            ["Name", person.name],
            ["E-mail", person.email],
            ["Telephone", person.phone],
            ["Headline", person.headline],
            ["Place", person.location],
            ["Links", person.links.join("\n")],
            ["Held since", <ExactTime key="since" at={person.heldSince} />],
          ]}
        />
        {person.resume === null ? null : (
          <details>
            <summary>Your résumé, as you sent it</summary>
            <pre className={classes.raw}>{JSON.stringify(person.resume, null, 2)}</pre>
          </details>
        )}
      </Part>
      <Part title="Your files">
        <Entries
          none="No files."
          of={of.files.map((one) => ({
            title: one.name,
            at: one.receivedAt,
            facts: [
              ["Kind", one.mediaType],
              ["Size", `${Math.ceil(one.size / 1024)} kB`],
            ],
          }))}
        />
      </Part>
      {of.applications.map((one) => (
        <ExportedApplication key={`${one.job} ${one.createdAt}`} of={one} />
      ))}
      <Part title="Who knows you">
        <Entries
          none="Nobody said that they know you."
          of={of.relations.map((one) => ({
            title: one.kind,
            at: one.at,
            facts: [
              ["Said by", one.by],
              ["Note", one.note],
            ],
          }))}
        />
      </Part>
      <Part title="Talent pool, notices and legal holds">
        <Entries
          none="You agreed to no talent pool, and nothing else is kept here."
          of={[
            ...of.talentPool.map((one) => ({
              title: "You agreed to stay in the talent pool",
              at: one.givenAt,
              facts: [
                ["Words", one.text],
                ["Ended", one.ended ?? ""],
              ] as const,
            })),
            ...of.privacyNotices.map((one) => ({
              title: "Privacy notice sent to you",
              at: one.at,
              facts: [["Words", one.text]] as const,
            })),
            ...of.legalHolds.map((one) => ({
              title: "A legal hold: nothing may be deleted",
              at: one.setAt,
              facts: [["Lifted", one.liftedAt ?? "not yet"]] as const,
            })),
            ...of.erasures.map((one) => ({
              title: "Request to delete everything",
              at: one.at,
              facts: [
                ["Asked by", one.askedBy],
                ["State", one.state],
              ] as const,
            })),
          ]}
        />
      </Part>
      <Part title="What is owed to you, and by when">
        <Entries
          none="No date is set."
          of={of.deadlines.map((one) => ({
            title: one.what,
            at: one.dueAt,
            facts: [
              ["Job", one.job ?? ""],
              ["Owed by", one.by ?? "nobody yet"],
              ["State", OWED[one.state] ?? one.state],
              ["Met", one.doneAt === null ? "" : <ExactTime key="met" at={one.doneAt} />],
              ["How", one.note],
              ["Because", one.setBy.map((source) => source.sentence).join("\n")],
            ],
          }))}
        />
      </Part>
      <Part title="Experiments that you were part of">
        <Entries
          none="You were part of none."
          of={of.experiments.map((one) => ({
            title: one.question,
            at: one.since,
            facts: [["Your variant", one.variant]],
          }))}
        />
      </Part>
      <Part title="How you identified yourself">
        {of.selfIdentification === null ? (
          <p>Ask for a fresh copy to read this: it is kept in no copy that is given twice.</p>
        ) : (
          <Entries
            none="You were not asked, or answered nothing."
            of={of.selfIdentification.map((one) => ({
              title: one.attribute,
              at: one.at,
              facts: [
                ["Job", one.job],
                ["Answer", one.answer],
              ],
            }))}
          />
        )}
      </Part>
      <Part title="E-mails">
        <Entries
          none="No e-mails."
          of={of.emails.map((one) => ({
            title: one.what,
            at: one.at,
            facts: [
              ["To", one.to],
              ["State", one.state],
            ],
          }))}
        />
      </Part>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
