"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";

/** Colleagues with an active account, by name, for a Select; loaded once they are needed. */
export function usePeople(enabled: boolean): { value: string; label: string }[] {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.organization.pickMembers.queryOptions({}), enabled });
  return (data?.members ?? []).map((one) => ({
    value: one.id,
    label: one.title === "" ? one.name : `${one.name}, ${one.title}`,
  }));
}
