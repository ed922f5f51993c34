"use client";

import { MultiSelect } from "@mantine/core";
import type { FormErrors } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../api/client.tsx";

/** Who could interview: colleagues with an active account, by name. */
export function useColleagues() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.organization.pickMembers.queryOptions({}));
  return (data?.members ?? []).map((one) => ({
    value: one.id,
    name: one.name,
    label: one.title === "" ? one.name : `${one.name}, ${one.title}`,
    interviews: one.roles.includes("interviewer"),
  }));
}

type Colleague = ReturnType<typeof useColleagues>[number];

/** Interviewers first, then everybody else. */
export function grouped(colleagues: readonly Colleague[]) {
  return [
    { group: "Interviewers", items: colleagues.filter((one) => one.interviews) },
    { group: "Others", items: colleagues.filter((one) => !one.interviews) },
  ].filter(({ items }) => items.length > 0);
}

/** Chooses interviewers, and shadows who listen and write a scorecard that never counts. */
export function PeopleFields({
  interviewers,
  shadows,
  onChange,
  errors,
}: {
  interviewers: string[];
  shadows: string[];
  onChange: (people: { interviewers: string[]; shadows: string[] }) => void;
  errors: FormErrors;
}) {
  const colleagues = useColleagues();
  const without = (taken: readonly string[]) =>
    grouped(colleagues.filter((one) => !taken.includes(one.value)));
  return (
    <>
      <MultiSelect
        label="Interviewers"
        required
        searchable
        styles={{ inputField: { outline: "none" } }}
        hidePickedOptions
        data={without(shadows)}
        value={interviewers}
        onChange={(chosen) => onChange({ interviewers: chosen, shadows })}
        error={errors.interviewers}
        nothingFoundMessage="Nobody by that name"
      />
      <MultiSelect
        label="Shadows"
        description="They listen and learn; their scorecard is sealed too and never counts."
        searchable
        styles={{ inputField: { outline: "none" } }}
        hidePickedOptions
        data={without(interviewers)}
        value={shadows}
        onChange={(chosen) => onChange({ interviewers, shadows: chosen })}
        error={errors.shadows}
        nothingFoundMessage="Nobody by that name"
      />
    </>
  );
}
