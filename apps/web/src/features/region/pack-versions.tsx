"use client";

import { Button, Group } from "@mantine/core";
import type { RegionsView } from "@rubric/domain/region/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { toastDone } from "../../ui/toast.ts";
import { useExport } from "./use-export.ts";

type Version = RegionsView["versions"][number];

/** The versions that were imported, newest first, with who wrote and who approved each. */
export function PackVersions({ view }: { view: RegionsView }) {
  const trpc = useTRPC();
  const approve = useCommand(trpc.region.approvePack.mutationOptions());
  const discard = useCommand(trpc.region.discardPack.mutationOptions());
  const exported = useExport();
  const [asking, setAsking] = useState<{ version: Version; what: "approve" | "discard" } | null>(
    null,
  );
  const close = () => setAsking(null);
  return (
    <section className={panel.panel} aria-labelledby="versions-title">
      <div className={panel.head}>
        <h2 className={panel.title} id="versions-title">
          Versions of the rules
        </h2>
        <p className={panel.quiet}>
          {view.packNumber === null
            ? "The built-in rules are in force."
            : `Version ${view.packNumber} is in force.`}
        </p>
      </div>
      {view.versions.length === 0 ? (
        <EmptyState compact title="No version of your own">
          Export the built-in rules, change them and import them here; another admin approves.
        </EmptyState>
      ) : (
        <ol className={panel.list} reversed>
          {view.versions.map((version) => (
            <li
              key={version.id}
              className={panel.item}
              data-past={version.state === "discarded" || undefined}
            >
              <Group gap="xs">
                <strong>Version {version.number}</strong>
                <StateBadge kind="regionPack" state={version.state} />
                <span className={panel.quiet}>
                  {version.rules} rules, from {dateWords(version.effectiveFrom)} on
                </span>
              </Group>
              <p className={panel.quiet}>
                {version.reason} · Imported by {version.createdBy}{" "}
                <RelativeTime at={version.createdAt} />
                {version.approvedAt === null ? null : (
                  <>
                    {" "}
                    · Approved by {version.approvedBy} <RelativeTime at={version.approvedAt} />
                  </>
                )}
              </p>
              <Group gap="xs" mt={8}>
                {version.state === "draft" ? (
                  <>
                    <ReasonButton
                      size="xs"
                      reason={version.may.approve?.sentence ?? null}
                      lift={version.may.approve?.lift ?? null}
                      onClick={() => setAsking({ version, what: "approve" })}
                    >
                      Approve…
                    </ReasonButton>
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => setAsking({ version, what: "discard" })}
                    >
                      Discard…
                    </Button>
                  </>
                ) : null}
                <Button size="xs" variant="default" onClick={() => exported(version.id)}>
                  Export
                </Button>
              </Group>
            </li>
          ))}
        </ol>
      )}
      {asking?.what === "approve" ? (
        <ConfirmDialog
          opened
          onClose={close}
          title={`Approve version ${asking.version.number}?`}
          confirmLabel="Approve it"
          onConfirm={async () => {
            await approve.run({ packId: asking.version.id });
            toastDone("The version is approved.");
          }}
        >
          From {dateWords(asking.version.effectiveFrom)} on its {asking.version.rules} rules hold in
          place of all those before. Posts that no longer meet them come down.
        </ConfirmDialog>
      ) : null}
      {asking?.what === "discard" ? (
        <ConfirmDialog
          opened
          onClose={close}
          title={`Discard version ${asking.version.number}?`}
          confirmLabel="Discard it"
          onConfirm={() => discard.run({ packId: asking.version.id })}
        >
          It never holds. It stays listed here.
        </ConfirmDialog>
      ) : null}
    </section>
  );
}
