"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import type { Opens } from "./opens.ts";
import { StandingPage } from "./standing-page.tsx";
import { TeamPage } from "./team-page.tsx";
import { growsOthers, type LadderInput } from "./words.ts";

/** What *Growth* opens on: one's own standing, or one's team for who manages and is not placed. */
export function OwnGrowth(props: { org: string; input: LadderInput; opens: Opens }) {
  const { org, input, opens } = props;
  const { data: ladder } = useSuspenseQuery(useTRPC().ladder.show.queryOptions(input));
  return growsOthers(ladder) ? (
    <TeamPage org={org} ownId={input.memberId} opens={opens} />
  ) : (
    <StandingPage org={org} input={input} opens={opens} />
  );
}
