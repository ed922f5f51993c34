"use client";

import { Button, Tooltip } from "@mantine/core";
import type { DeadlineLine } from "@rubric/domain/deadline/schemas";
import { useState } from "react";
import { DataTable } from "../../ui/data-table.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { ToneBadge } from "../../ui/state-badge.tsx";
import { CompleteDialog } from "./complete-dialog.tsx";
import classes from "./deadlines-page.module.css";
import { ReassignDialog } from "./reassign-dialog.tsx";
import { pathOf, setByWords } from "./words.ts";

/** The deadlines of one part of the page; nothing where there are none. */
export function DeadlineTable(props: { org: string; title: string; lines: DeadlineLine[] }) {
  const { org, title, lines } = props;
  const [completing, setCompleting] = useState<DeadlineLine | null>(null);
  const [giving, setGiving] = useState<DeadlineLine | null>(null);
  if (lines.length === 0) return null;
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.title}>
        {title} <span>{lines.length}</span>
      </h2>
      <DataTable
        caption={title}
        rows={lines}
        rowKey={(line) => line.id}
        rowHref={(line) => {
          const path = pathOf(line);
          return path === null ? null : `/o/${org}${path}`;
        }}
        columns={[
          {
            key: "what",
            head: "What",
            width: "28%",
            cell: (line) => (
              <>
                {line.what}
                <span className={classes.phone}>
                  <span className={classes.second}>{line.job?.title}</span>
                  <Due line={line} />
                </span>
              </>
            ),
          },
          {
            key: "job",
            head: "Job",
            width: "15%",
            desk: true,
            cell: (line) => line.job?.title ?? "",
          },
          {
            key: "by",
            head: "Set by",
            width: "23%",
            desk: true,
            cell: (line) => <SetBy line={line} />,
          },
          {
            key: "owner",
            head: "Whose",
            width: "12%",
            desk: true,
            cell: (line) => <Whose line={line} />,
          },
          {
            key: "due",
            head: "Due",
            width: "13%",
            desk: true,
            cell: (line) => <Due line={line} />,
          },
          {
            key: "do",
            head: "",
            align: "end",
            width: "9%",
            cell: (line) => (
              <div className={classes.actions}>
                {line.may.complete ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Met: ${line.what}`}
                    onClick={() => setCompleting(line)}
                  >
                    Met
                  </Button>
                ) : null}
                {line.may.reassign ? (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`Give to somebody else: ${line.what}`}
                    onClick={() => setGiving(line)}
                  >
                    Give
                  </Button>
                ) : null}
              </div>
            ),
          },
        ]}
      />
      <CompleteDialog line={completing} onClose={() => setCompleting(null)} />
      <ReassignDialog line={giving} onClose={() => setGiving(null)} />
    </section>
  );
}

function SetBy({ line }: { line: DeadlineLine }) {
  const [first, ...others] = line.setBy;
  if (first === undefined) return null;
  return (
    <>
      {setByWords(line)}
      <div className={classes.second}>
        {[first.source, first.region].filter((one) => one !== null && one !== "").join(", ")}
      </div>
      {others.length === 0 ? null : (
        <details className={classes.others}>
          <summary>
            {others.length === 1 ? "1 other, later" : `${others.length} others, later`}
          </summary>
          {others.map((one) => (
            <div key={`${one.by}${one.region}${one.sentence}`}>
              {one.sentence} (<RelativeTime at={one.dueAt} />)
            </div>
          ))}
        </details>
      )}
    </>
  );
}

function Whose({ line }: { line: DeadlineLine }) {
  const { acting, owner, standIn } = line;
  const away = owner !== null && acting !== null && acting.memberId !== owner.memberId;
  return (
    <>
      {line.mine ? "You" : (acting?.name ?? "Nobody")}
      {away ? <div className={classes.second}>for {owner.name}, who is away</div> : null}
      {!away && standIn !== null && line.state === "open" ? (
        <div className={classes.second}>then {standIn.name}</div>
      ) : null}
      {line.reassignReason === "" ? null : (
        <Tooltip label={line.reassignReason}>
          <div className={classes.second}>given by hand</div>
        </Tooltip>
      )}
    </>
  );
}

function Due({ line }: { line: DeadlineLine }) {
  if (line.state === "open") {
    return (
      <span className={line.when === "late" ? classes.late : undefined}>
        <RelativeTime at={line.dueAt} />
      </span>
    );
  }
  return (
    <>
      <ToneBadge tone={line.state === "late" ? "late" : "good"}>
        {line.state === "late" ? "Met late" : "Met"}
      </ToneBadge>
      <div className={classes.second}>
        {line.doneAt === null ? null : <RelativeTime at={line.doneAt} />}
        {line.doneBy === null ? "" : ` by ${line.doneBy}`}
        {line.note === "" ? "" : `: ${line.note}`}
      </div>
    </>
  );
}
