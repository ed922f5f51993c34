"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useApiClient, useTRPC } from "../../../api/client.tsx";
import { useCommand } from "../../../api/use-command.ts";
import type { SearchFound } from "../../../frame/frame-search.tsx";
import { StaffFrame, type StaffFrameProps } from "../../../frame/staff-frame.tsx";
import { DraftOwner } from "../../../ui/draft-owner.tsx";
import { forgetDrafts, hasDrafts } from "../../../ui/draft-store.ts";
import { Once } from "../../../ui/once.tsx";
import { toastRefused } from "../../../ui/toast.ts";

const ConfirmDialog = dynamic(() =>
  import("../../../ui/confirm-dialog.tsx").then((found) => found.ConfirmDialog),
);

/** The staff frame with what it needs from the API: signing out, and finding people and jobs. */
export function OrgFrame({
  ownId,
  ...props
}: Omit<StaffFrameProps, "onSignOut" | "search"> & { ownId: string }) {
  const trpc = useTRPC();
  const api = useApiClient();
  const signOut = useCommand(
    trpc.identity.signOut.mutationOptions({ trpc: { context: { keyless: true } } }),
    { refresh: false },
  );

  const [asking, setAsking] = useState(false);

  async function leave() {
    await signOut.run({});
    forgetDrafts(window.localStorage, ownId);
    window.location.assign("/sign-in");
  }

  async function askOrLeave() {
    if (hasDrafts(window.localStorage, ownId)) setAsking(true);
    else await leave().catch(toastRefused);
  }

  const { nav } = props;

  async function search(query: string, signal: AbortSignal): Promise<SearchFound[]> {
    const [team, people, jobs] = await Promise.all([
      nav.includes("growth") ? findTeam(query, signal) : [],
      nav.includes("candidates") ? findPeople(query, signal) : [],
      nav.includes("jobs") ? findJobs(query, signal) : [],
    ]);
    return [...team, ...people, ...jobs];
  }

  async function findTeam(query: string, signal: AbortSignal): Promise<SearchFound[]> {
    const { people } = await api.ladder.listTeam.query({}, { signal });
    return people
      .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
      .map(({ id, name, title, level }) => ({
        id: `team ${id}`,
        label: name,
        detail: [title, level ?? "not placed yet"].filter((part) => part !== "").join(" · "),
        group: "My team",
        href: `/o/${props.org.slug}/growth/${id}`,
      }));
  }

  async function findJobs(query: string, signal: AbortSignal): Promise<SearchFound[]> {
    const input = { states: [], search: query, mine: false };
    const { jobs } = await api.job.list.query(input, { signal });
    return jobs.flatMap(({ id, title, team, opens }) =>
      opens === null
        ? []
        : {
            id,
            label: title,
            detail: team,
            group: "Jobs",
            href: `/o/${props.org.slug}/jobs/${id}${opens === "plan" ? "/plan" : ""}`,
          },
    );
  }

  async function findPeople(query: string, signal: AbortSignal): Promise<SearchFound[]> {
    const { candidates } = await api.candidate.search.query({ query }, { signal });
    return candidates.flatMap(({ candidateId, name, headline, applications }) =>
      applications.slice(0, 3).map(({ applicationId, job, stage }) => ({
        id: `${candidateId} ${applicationId}`,
        label: name,
        detail: [headline, `${job}: ${stage}`].filter((part) => part !== "").join(" · "),
        group: "Candidates",
        href: `/o/${props.org.slug}/applications/${applicationId}`,
      })),
    );
  }

  return (
    <DraftOwner id={ownId}>
      <StaffFrame {...props} onSignOut={askOrLeave} search={search} />
      <Once wanted={asking}>
        <ConfirmDialog
          opened={asking}
          onClose={() => setAsking(false)}
          title="Sign out"
          confirmLabel="Sign out and delete it"
          tone="destroy"
          onConfirm={leave}
        >
          What you typed in this browser and did not send yet is deleted from it, as others may use
          it after you.
        </ConfirmDialog>
      </Once>
    </DraftOwner>
  );
}
