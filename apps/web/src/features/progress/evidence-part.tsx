"use client";

import { Anchor, Button } from "@mantine/core";
import type { ProgressView } from "@rubric/domain/progress/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import panel from "../../ui/panel.module.css";
import { dateWords } from "../../ui/time-words.ts";
import { toastDone } from "../../ui/toast.ts";
import { EvidenceDialog } from "./evidence-dialog.tsx";
import { figureWords, stretchWords } from "../../ui/metric-words.ts";
import classes from "./progress.module.css";

type Evidence = ProgressView["evidence"][number];

/** Evidence by competency, the newest first. */
export function EvidencePart({ org, of }: { org: string; of: ProgressView }) {
  const { member, competencies, evidence } = of;
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Evidence | null>(null);
  const remove = useCommand(useTRPC().evidence.remove.mutationOptions());
  const known = new Map(competencies.map(({ key, name }) => [key, name]));
  const keys = [...known.keys(), ...evidence.flatMap((one) => one.competencies)];
  const groups = [...new Set(keys)].flatMap((key) => {
    const own = evidence.filter((one) => one.competencies.includes(key));
    return own.length === 0 ? [] : [{ key, name: known.get(key) ?? key, own }];
  });
  const add = (
    <Button variant="default" onClick={() => setAdding(true)}>
      Add evidence
    </Button>
  );
  return (
    <section id="evidence" className={panel.panel} aria-label="Evidence">
      <div className={panel.head}>
        <h2 className={panel.title}>Evidence</h2>
        {evidence.length === 0 ? null : add}
      </div>
      {groups.length === 0 ? (
        <EmptyState compact title="No evidence yet" action={add}>
          Link to a change, a document or a dashboard, or add a file, and say what it shows.
        </EmptyState>
      ) : (
        groups.map(({ key, name, own }) => (
          <div key={key} className={classes.group}>
            <h3>{name}</h3>
            <ul className={panel.list}>
              {own.map((one) => (
                <li key={one.id} className={panel.item}>
                  <OneEvidence org={org} of={of} one={one} onRemove={() => setRemoving(one)} />
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
      <EvidenceDialog org={org} of={of} opened={adding} onClose={() => setAdding(false)} />
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title="Remove this evidence"
        confirmLabel="Remove"
        tone="destroy"
        reason={{ label: "Why", description: "It stays with the title.", minLength: 3 }}
        onConfirm={async (reason) => {
          if (removing === null) return;
          await remove.run({ memberId: member.id, evidenceId: removing.id, reason });
          toastDone("The evidence is removed.");
        }}
      >
        <p>{removing?.title} stays in the list with your reason. A file of it is deleted.</p>
      </ConfirmDialog>
    </section>
  );
}

function OneEvidence({
  org,
  of,
  one,
  onRemove,
}: {
  org: string;
  of: ProgressView;
  one: Evidence;
  onRemove: () => void;
}) {
  const { removed } = one;
  return (
    <div className={classes.entry} data-removed={removed !== null || undefined}>
      <Title org={org} of={of} one={one} />
      <p className={classes.small}>
        {dateWords(one.day)} · added by {one.addedBy}
      </p>
      {one.note === "" ? null : <p className={panel.words}>{one.note}</p>}
      {removed === null ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`Remove ${one.title}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      ) : (
        <p className={classes.small}>
          Removed by {removed.by}: {removed.reason}
        </p>
      )}
    </div>
  );
}

/** The title, as what it leads to; an address that is none of the web leads nowhere. */
function Title({ org, of, one }: { org: string; of: ProgressView; one: Evidence }) {
  if (one.removed !== null) return <s>{one.title}</s>;
  if (one.url !== null && /^https?:\/\//i.test(one.url)) {
    return (
      <Anchor href={one.url} target="_blank" rel="noopener noreferrer nofollow" underline="always">
        {one.title}
      </Anchor>
    );
  }
  if (one.file !== null) {
    const href = `/api/evidence/${of.member.id}/${one.file.id}?org=${encodeURIComponent(org)}`;
    return (
      <Anchor href={href} download underline="always">
        {one.title} ({one.file.name}, {Math.ceil(one.file.size / 1024)} kB)
      </Anchor>
    );
  }
  const figure = of.figures.find(({ id }) => id === one.figureId);
  const metric = of.metrics.find(({ key }) => key === figure?.metric);
  return (
    <strong>
      {one.title}
      {figure === undefined || metric === undefined
        ? ""
        : `: ${metric.name}, ${figureWords(figure.value, metric)}, ${stretchWords(figure)}`}
    </strong>
  );
}
