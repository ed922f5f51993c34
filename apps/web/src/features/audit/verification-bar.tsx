"use client";

import { Button } from "@mantine/core";
import type { AuditVerificationView } from "@rubric/domain/audit/schemas";
import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { readApiError } from "../../api/errors.ts";
import { ExactTime } from "../../ui/exact-time.tsx";
import classes from "./verification-bar.module.css";

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;

/** Up to which entry the trail is as it was written, and against which checkpoint. */
export function VerificationBar() {
  const trpc = useTRPC();
  const { data, error, isFetching, refetch } = useQuery(trpc.audit.verify.queryOptions({}));
  return (
    <section aria-label="Verification" className={classes.bar} data-whole={data?.whole}>
      <div className={classes.words} aria-live="polite">
        {data === undefined ? (
          <p>{error === null ? "Verifying every entry…" : readApiError(error).sentence}</p>
        ) : (
          <Outcome data={data} />
        )}
      </div>
      <Button
        variant="default"
        size="compact-sm"
        loading={isFetching}
        onClick={() => void refetch()}
      >
        Verify again
      </Button>
      {data === undefined || data.entries === 0 ? null : <Track data={data} />}
      {data === undefined || data.findings.length === 0 ? null : (
        <ul className={classes.findings}>
          {data.findings.map((finding) => (
            <li key={`${finding.kind}-${finding.from}-${finding.to}`}>{finding.sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Outcome({ data }: { data: AuditVerificationView }) {
  const { anchor } = data;
  return (
    <>
      <p className={classes.outcome}>
        {data.whole ? (
          <IconShieldCheck size={18} stroke={1.7} aria-hidden="true" />
        ) : (
          <IconAlertTriangle size={18} stroke={1.7} aria-hidden="true" />
        )}
        <strong>{outcomeWords(data)}</strong>
      </p>
      <p className={classes.more}>
        {anchor === null ? (
          "No checkpoint outside the database yet: who can rewrite the database could rewrite the trail."
        ) : (
          <>
            Checked against the checkpoint of <ExactTime at={anchor.at} />, at entry{" "}
            {anchor.sequence.toLocaleString("en-GB")}, hash <code>{anchor.hash.slice(0, 12)}</code>.
          </>
        )}{" "}
        {data.notYetAnchored > 0
          ? `${count(data.notYetAnchored, "entry is", "entries are")} not yet anchored.`
          : null}{" "}
        {data.erasedDetails > 0
          ? `${count(data.erasedDetails, "detail was", "details were")} erased at a person's request.`
          : null}{" "}
        {data.checkpointsBrokenAtLine === null
          ? null
          : `The checkpoint file was changed at line ${data.checkpointsBrokenAtLine}.`}
      </p>
    </>
  );
}

function outcomeWords(data: AuditVerificationView): string {
  if (data.entries === 0) return "There is nothing to verify yet.";
  if (data.whole) {
    return data.entries === 1
      ? "The one entry is as it was written."
      : `All ${data.entries.toLocaleString("en-GB")} entries are as they were written.`;
  }
  if (data.findings.length === 0) return "The entries hold, but their checkpoints do not.";
  return data.verifiedTo === 0
    ? "The trail was tampered with from its first entry on."
    : `The trail holds up to entry ${data.verifiedTo.toLocaleString("en-GB")}, and was tampered with after it.`;
}

/** Anchored, not yet anchored, and broken, in proportion. */
function Track({ data }: { data: AuditVerificationView }) {
  const last = Math.max(data.entries, ...data.findings.map((finding) => finding.to));
  const anchored = Math.min(data.verifiedTo, data.anchor?.sequence ?? 0);
  const share = (n: number) => `${(100 * n) / last}%`;
  return (
    <div className={classes.track} aria-hidden="true">
      <span data-part="anchored" style={{ width: share(anchored) }} />
      <span data-part="open" style={{ width: share(data.verifiedTo - anchored) }} />
      <span data-part="broken" style={{ width: share(last - data.verifiedTo) }} />
    </div>
  );
}
