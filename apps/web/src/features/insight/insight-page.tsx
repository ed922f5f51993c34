"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../api/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { dateWords } from "../../ui/time-words.ts";
import { OwnSection } from "./own-section.tsx";
import { PredictionSection } from "./prediction-section.tsx";
import { RatersSection } from "./raters-section.tsx";

/** What hiring says of itself: one's own ratings, and for who leads hiring those of all. */
export function InsightPage({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.insight.show.queryOptions({}));
  const until = dateWords(data.until);
  return (
    <>
      <PageHeader
        title="Insight"
        lead={
          data.prediction === null
            ? "How your ratings lie beside those of the others who met the same candidates."
            : "Whether interviews predict, how interviewers rate, and which questions tell candidates apart. Figures of what is over; nothing that is sealed to anybody counts."
        }
        secondary={
          data.prediction === null ? undefined : (
            <Link href={`/o/${org}/questions/health`}>How questions do</Link>
          )
        }
      />
      {data.prediction === null ? null : <PredictionSection org={org} of={data.prediction} />}
      {data.raters === null ? null : <RatersSection org={org} of={data.raters} until={until} />}
      <OwnSection of={data.mine} until={until} />
    </>
  );
}
