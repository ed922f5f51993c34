"use client";

import { Button } from "@mantine/core";
import type { RecordDocument, RecordView } from "@rubric/domain/record/schemas";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { growthHeading } from "../../ui/growth-heading.ts";
import { GrowthTabs } from "../../ui/growth-tabs.tsx";
import { MayButton } from "../../ui/may-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import panel from "../../ui/panel.module.css";
import { Refusal } from "../../ui/refusal.tsx";
import { RecordCopy } from "./record-copy.tsx";
import classes from "./record.module.css";
import { saveRecord } from "./save-record.ts";

const SECTIONS = {
  ladder: "Places on the ladder",
  baseline: "Baseline",
  reviews: "Reviews",
  plans: "Plans",
  checkIns: "Check-ins",
  evidence: "Pieces of evidence",
  metrics: "Figures",
} as const satisfies Record<RecordView["counts"][number]["section"], string>;

/** What somebody takes along: as a file, and as a page that can be printed. */
export function RecordPage({ org, memberId }: { org: string; memberId: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.record.show.queryOptions({ memberId }));
  const [document, setDocument] = useState<RecordDocument | null>(null);
  const make = useCommand(trpc.record.export.mutationOptions(), { refresh: false });
  const own = data.mine === "self";
  return (
    <>
      <div data-print="no">
        <PageHeader
          {...growthHeading({ org, ...data, what: "Record" })}
          lead={
            own
              ? "All that is held of your growth, for you to keep: as a file, or to be printed."
              : "The record is the person's own: they alone take it along."
          }
        >
          <GrowthTabs org={org} memberId={memberId} mine={data.mine} at="record" />
        </PageHeader>
        {own ? (
          <section className={panel.panel} aria-label="What it holds">
            <dl className={classes.counts}>
              {data.counts.map(({ section, count }) => (
                <div key={section}>
                  <dt>{SECTIONS[section]}</dt>
                  <dd>{count}</dd>
                </div>
              ))}
            </dl>
            <div className={panel.stack}>
              <p className={panel.quiet}>
                When you leave, you are sent a link by e-mail with which you can fetch it for 30
                days without an account. Then all of it is erased here. Where your address ends with
                your work, save it before.
              </p>
              <Refusal refusal={make.refusal} />
              <div className={panel.row}>
                <MayButton
                  primary
                  label={document === null ? "Make the record" : "Make it anew"}
                  may={data.may.export}
                  loading={make.running}
                  onClick={() => {
                    void make.run({ memberId }).then(setDocument, () => {});
                  }}
                />
                {document === null ? null : (
                  <>
                    <Button variant="default" onClick={() => saveRecord(document)}>
                      Save as a file
                    </Button>
                    <Button variant="default" onClick={() => window.print()}>
                      Print
                    </Button>
                  </>
                )}
              </div>
            </div>
          </section>
        ) : (
          <EmptyState title={`Only ${data.member.name} can take this along.`}>
            It holds what was said of their growth, for themselves. What you may read of it stands
            under the other tabs.
          </EmptyState>
        )}
      </div>
      {document === null ? null : <RecordCopy of={document} />}
    </>
  );
}
