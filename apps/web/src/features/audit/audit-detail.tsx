import type { AuditEntryView } from "@rubric/domain/audit/schemas";
import { IconEraser, IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { ExplanationView } from "../../ui/explanation.tsx";
import { ExactTime } from "../../ui/exact-time.tsx";
import { AuditActs } from "./audit-acts.tsx";
import classes from "./audit-detail.module.css";
import { type DiffLine, diffLines } from "./diff.ts";

const SIGN = { added: "+", removed: "−", changed: "~", same: "" } as const;
const WORD = { added: "Added", removed: "Removed", changed: "Changed", same: "Unchanged" } as const;

/** Before and after of one entry as a diff, or why they are not shown; then where it came from. */
export function AuditDetail({ entry }: { entry: AuditEntryView }) {
  return (
    <div className={classes.detail}>
      <Content entry={entry} />
      <AuditActs entry={entry} />
      <dl className={classes.facts}>
        <Fact label="Command" value={<code>{entry.action}</code>} />
        <Fact label="Time (UTC)" value={entry.at} />
        <Fact label="Subject" value={`${entry.subject.kind} ${entry.subject.id}`} />
        <Fact label="Actor" value={`${entry.actor.kind} ${entry.actor.id}`} />
        {entry.ip === "" ? null : <Fact label="Address" value={entry.ip} />}
        <Fact label="Request" value={entry.requestId} />
        <Fact label="Hash" value={entry.hash} />
      </dl>
    </div>
  );
}

function Content({ entry }: { entry: AuditEntryView }) {
  const { detail } = entry;
  if (detail.state === "sealed") {
    return (
      <p className={classes.hidden}>
        <IconLock size={16} stroke={1.7} aria-hidden="true" />
        <span>
          {detail.sentence} {detail.lift}
        </span>
      </p>
    );
  }
  if (detail.state === "erased") {
    return (
      <p className={classes.hidden}>
        <IconEraser size={16} stroke={1.7} aria-hidden="true" />
        <span>
          The detail was erased at a person's request: <ExactTime at={detail.at} />. The entry
          itself still verifies.
        </span>
      </p>
    );
  }
  if (detail.state === "missing") {
    return <p className={classes.hidden}>The detail of this entry is missing from the database.</p>;
  }
  const lines = diffLines(detail.before, detail.after);
  return (
    <>
      {lines.length === 0 ? (
        <p className={classes.hidden}>The command has no more to say than that it was done.</p>
      ) : (
        <Diff lines={lines} />
      )}
      {detail.judged.map((explanation) => (
        <section
          key={`${explanation.rule} ${explanation.place.region}`}
          aria-label="Judged by rule"
        >
          <ExplanationView explanation={explanation} />
        </section>
      ))}
    </>
  );
}

function Diff({ lines }: { lines: DiffLine[] }) {
  return (
    <table className={classes.diff}>
      <thead>
        <tr>
          <th scope="col">
            <span className={classes.unseen}>Change</span>
          </th>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.path} data-change={line.change}>
            <td className={classes.sign}>
              <span aria-hidden="true">{SIGN[line.change]}</span>
              <span className={classes.unseen}>{WORD[line.change]}</span>
            </td>
            <th scope="row">{line.path}</th>
            <td data-side="before">{line.before}</td>
            <td data-side="after">{line.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
