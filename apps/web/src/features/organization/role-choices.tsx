"use client";

import { Checkbox, SimpleGrid } from "@mantine/core";
import { ROLES } from "@rubric/domain/duties";
import { roleWords } from "./role-words.ts";

export type Role = (typeof ROLES)[number];

/** Choosing roles, each with what it opens. */
export function RoleChoices({
  value,
  onChange,
  error,
}: {
  value: Role[];
  onChange: (roles: Role[]) => void;
  error?: React.ReactNode;
}) {
  return (
    <Checkbox.Group
      label="Roles"
      value={value}
      onChange={(names) => onChange(ROLES.filter((role) => names.includes(role)))}
      error={error}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing={12} mt={8} mb={4}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={roleWords[role].word}
            description={roleWords[role].means}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
