import { Select } from "@mantine/core";
import type { GroupDraft } from "./flow-draft.ts";

/** Who approves in place of each member of a group where they may not. */
export function StandIns(props: {
  group: GroupDraft;
  people: { value: string; label: string }[];
  onChange: (members: GroupDraft["members"]) => void;
}) {
  const { group, people, onChange } = props;
  return group.members.map((one, index) => {
    const name = people.find((each) => each.value === one.memberId)?.label ?? "this member";
    return (
      <Select
        key={one.memberId}
        label={`Stand-in of ${name}`}
        mt="sm"
        placeholder="Nobody"
        data={people.filter((each) => each.value !== one.memberId)}
        value={one.standInId}
        clearable
        searchable
        onChange={(standInId) => onChange(group.members.with(index, { ...one, standInId }))}
      />
    );
  });
}
