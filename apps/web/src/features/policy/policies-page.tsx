"use client";

import { Anchor, SegmentedControl } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { PolicyListView } from "@rubric/domain/policy/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import panel from "../../ui/panel.module.css";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { ruleWords, segmentWords } from "../../ui/segment-words.ts";
import { DraftDialog, type Drafting } from "./draft-dialog.tsx";
import { findPolicies } from "./find-policies.ts";
import classes from "./policy.module.css";
import { RulePolicies } from "./rule-policies.tsx";

/** How often a page looks again while a trial runs. */
const LOOK_MS = 1000;

/** The organization's rules: each as it stands, what was set for whom, and what is being tried. */
export function PoliciesPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(
    trpc.policy.list.queryOptions({}, { refetchInterval: ({ state }) => nextLook(state.data) }),
  );
  const [drafting, setDrafting] = useState<Drafting | null>(null);
  const [typed, setTyped] = useState("");
  const [which, setWhich] = useState("all");
  const { rules, may } = data;
  const groups = findPolicies(data, { typed, set: which === "set" });
  const shown = groups.reduce((sum, group) => sum + group.rules.length, 0);
  return (
    <>
      <PageHeader
        title="Policies"
        crumbs={may.draft === null ? [{ label: "Settings", href: `/o/${org}/settings` }] : []}
        lead="Rules whose parameters you set: for whom, from when, approved by a second admin. The narrowest segment decides: region before experiment, client and network."
        action={
          <ReasonButton
            reason={may.draft?.sentence ?? null}
            lift={may.draft?.lift ?? null}
            onClick={() => setDrafting({ version: null, policy: null })}
          >
            Draft a policy
          </ReasonButton>
        }
      />
      <div className={classes.filters}>
        <SearchField label="Search rules, parameters, laws" value={typed} onChange={setTyped} />
        <SegmentedControl
          aria-label="Which rules"
          value={which}
          onChange={setWhich}
          data={[
            { value: "all", label: "All" },
            { value: "set", label: "With a policy" },
          ]}
        />
        <p className={panel.quiet} role="status">
          {shown === rules.length ? `${shown} rules` : `${shown} of ${rules.length} rules`}
        </p>
      </div>
      <ToApprove policies={data.policies} />
      {shown === 0 ? (
        <EmptyState title={which === "set" && typed === "" ? "No policy yet" : "No rule like this"}>
          {which === "set" && typed === ""
            ? "Each rule stands at its standard. Draft a policy for the first that should be otherwise."
            : "Look for something else: a feature, a parameter, or a law (“law 9”)."}
        </EmptyState>
      ) : null}
      <div className={classes.rules}>
        {groups.map(({ title, rules: own }) => (
          <section key={title} className={panel.panel} aria-label={title}>
            <h2 className={panel.title}>{title}</h2>
            {own.map((rule) => (
              <RulePolicies
                key={rule.name}
                org={org}
                rule={rule}
                mayDraft={may.draft === null}
                onDraft={setDrafting}
              />
            ))}
          </section>
        ))}
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

function nextLook(data: PolicyListView | undefined): number | false {
  const running = data?.policies.some(({ versions }) =>
    versions.some(({ trial }) => trial?.state === "waiting" || trial?.state === "running"),
  );
  return running === true ? LOOK_MS : false;
}
