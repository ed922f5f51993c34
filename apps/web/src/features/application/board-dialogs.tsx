"use client";

import type { CardView } from "@rubric/domain/application/schemas";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";
import { HoldDialog } from "./hold-dialog.tsx";
import { RejectDialog } from "./reject-dialog.tsx";

export type CardAction = { card: CardView; action: "hold" | "end" };

/** What those who lead a job do with a card without deciding on merit: hold it, or end it by a fact. */
export function BoardDialogs({ of, onClose }: { of: CardAction | null; onClose: () => void }) {
  const trpc = useTRPC();
  const ending = of?.action === "end";
  const { data: view } = useQuery({
    ...trpc.application.show.queryOptions({ applicationId: of?.card.applicationId ?? "" }),
    enabled: ending,
  });
  if (of === null) return null;
  const { card, action } = of;
  if (action === "hold") {
    const about = { id: card.applicationId, candidate: { name: card.name } };
    return <HoldDialog view={about} opened onClose={onClose} />;
  }
  return view === undefined ? null : <RejectDialog view={view} opened onClose={onClose} />;
}
