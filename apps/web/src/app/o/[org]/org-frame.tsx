"use client";

import { useApiClient, useTRPC } from "../../../api/client.tsx";
import { useCommand } from "../../../api/use-command.ts";
import type { SearchFound } from "../../../frame/frame-search.tsx";
import { StaffFrame, type StaffFrameProps } from "../../../frame/staff-frame.tsx";
import { toastRefused } from "../../../ui/toast.ts";

/** The staff frame with what it needs from the API: signing out, and finding people. */
export function OrgFrame(props: Omit<StaffFrameProps, "onSignOut" | "search">) {
  const trpc = useTRPC();
  const api = useApiClient();
  const signOut = useCommand(
    trpc.identity.signOut.mutationOptions({ trpc: { context: { keyless: true } } }),
    { refresh: false },
  );

  async function leave() {
    try {
      await signOut.run({});
      window.location.assign("/sign-in");
    } catch (error) {
      toastRefused(error);
    }
  }

  async function search(query: string, signal: AbortSignal): Promise<SearchFound[]> {
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
    <StaffFrame
      {...props}
      onSignOut={leave}
      {...(props.nav.includes("candidates") ? { search } : {})}
    />
  );
}
