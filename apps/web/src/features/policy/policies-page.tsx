"use client";

import { Anchor, Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { PolicyListView } from "@rubric/domain/policy/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { SettingsTabs } from "../../ui/settings-tabs.tsx";
import { DraftDialog, type Drafting } from "./draft-dialog.tsx";
import classes from "./policy.module.css";
import { ruleWords, segmentWords } from "./segment-words.ts";
import { Sentence } from "./sentence.tsx";
import { VersionItem } from "./version-item.tsx";

/** How often a page looks again while a trial runs. */
const LOOK_MS = 1000;

/** The organization's rules: each as it stands, what was set for whom, and what is being tried. */
export function PoliciesPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(
    trpc.policy.list.queryOptions({}, { refetchInterval: ({ state }) => nextLook(state.data) }),
  );
  const [drafting, setDrafting] = useState<Drafting | null>(null);
  const { rules, policies, may } = data;
  return (
    <>
      <PageHeader
        title="Policies"
        crumbs={[{ label: "Settings", href: `/o/${org}/settings` }]}
        lead="Rules whose parameters you set: for whom, from when, approved by a second admin. The narrowest segment decides: region before experiment, client and network."
        action={
          <ReasonButton
            reason={may.draft?.sentence ?? null}
            lift={may.draft?.lift ?? null}
            onClick={() => setDrafting({ version: null, policy: null, rule: null })}
          >
            Draft a policy
          </ReasonButton>
        }
      >
        <SettingsTabs org={org} active="policies" />
      </PageHeader>
      <ToApprove policies={policies} />
      <div className={classes.rules}>
        {rules.map((rule) => {
          const own = policies.filter((one) => one.rule === rule.name);
          const [kind = "validation"] = rule.kinds;
          return (
            <section key={rule.name} className={panel.panel} aria-label={ruleWords(rule.name)}>
              <div className={panel.head}>
                <h2 className={panel.title}>{ruleWords(rule.name)}</h2>
                <span className={panel.quiet}>
                  {rule.laws.length === 0 ? null : `Law ${rule.laws.join(", ")}`}
                </span>
              </div>
              <p className={panel.quiet}>Standard, where no policy says otherwise</p>
              <Sentence template={rule.templates[kind] ?? ""} parameters={standardsOf(rule)} />
              {may.draft === null ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  className={classes.set}
                  aria-label={`Set a policy for ${ruleWords(rule.name)}`}
                  onClick={() => setDrafting({ version: null, policy: null, rule: rule.name })}
                >
                  Set a policy
                </Button>
              ) : null}
              {own.length === 0 ? null : (
                <ul className={classes.versions}>
                  {own.flatMap((policy) =>
                    policy.versions.map((version) => (
                      <VersionItem
                        key={version.id}
                        org={org}
                        policy={policy}
                        version={version}
                        template={rule.templates[version.kind] ?? ""}
                        onChange={() => setDrafting({ version, policy, rule: null })}
                      />
                    )),
                  )}
                </ul>
              )}
            </section>
          );
        })}
      </div>
      <DraftDialog drafting={drafting} rules={rules} onClose={() => setDrafting(null)} />
    </>
  );
}

/** What another admin has proposed and nobody has approved yet; it would be hard to find below. */
function ToApprove({ policies }: { policies: PolicyListView["policies"] }) {
  const proposed = policies.flatMap((policy) =>
    policy.versions
      .filter((version) => version.state === "proposed" && version.may.approve === null)
      .map((version) => ({ policy, version })),
  );
  if (proposed.length === 0) return null;
  return (
    <section className={classes.asked} aria-label="Waits for your approval">
      <h2 className={panel.title}>Waits for your approval</h2>
      <ul className={panel.list}>
        {proposed.map(({ policy, version }) => (
          <li key={version.id}>
            <Anchor href={`#${version.id}`}>
              {ruleWords(policy.rule)}, {segmentWords(policy.segment)}
            </Anchor>{" "}
            <span className={panel.quiet}>by {version.author.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function standardsOf(rule: PolicyListView["rules"][number]): Record<string, unknown> {
  return Object.fromEntries(rule.parameters.map(({ name, standard }) => [name, standard]));
}

function nextLook(data: PolicyListView | undefined): number | false {
  const running = data?.policies.some(({ versions }) =>
    versions.some(({ trial }) => trial?.state === "waiting" || trial?.state === "running"),
  );
  return running === true ? LOOK_MS : false;
}
