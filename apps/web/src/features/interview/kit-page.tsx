"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { KitView } from "@rubric/domain/interview/schemas";
import { useTRPC } from "../../api/client.tsx";
import { KitHeader } from "./kit-header.tsx";
import { ReadOnlyKit } from "./read-only-kit.tsx";
import { SubmittedScorecard } from "./submitted-scorecard.tsx";
import { WriteScorecard } from "./write-scorecard.tsx";

/** The page used with one hand while talking; afterwards one's own scorecard and the others'. */
export function KitPage({ org, interviewId }: { org: string; interviewId: string }) {
  const trpc = useTRPC();
  const { data: kit } = useSuspenseQuery({
    ...trpc.interview.showKit.queryOptions({ interviewId }),
    refetchInterval: ({ state }) => (state.data?.scorecard?.state === "submitted" ? 30_000 : false),
  });
  return (
    <>
      <KitHeader org={org} kit={kit} />
      <Body org={org} kit={kit} />
    </>
  );
}

function Body({ org, kit }: { org: string; kit: KitView }) {
  const { scorecard } = kit;
  if (scorecard === null) return <ReadOnlyKit org={org} kit={kit} />;
  switch (scorecard.state) {
    case "assigned":
    case "draft":
      return <WriteScorecard key={scorecard.id} org={org} kit={kit} scorecard={scorecard} />;
    case "submitted":
    case "struck":
    case "excused":
    case "void":
      return <SubmittedScorecard org={org} kit={kit} scorecard={scorecard} />;
  }
}
