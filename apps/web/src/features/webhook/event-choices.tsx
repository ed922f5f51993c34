"use client";

import { Button, Checkbox, Group, SimpleGrid, Stack } from "@mantine/core";
import type { WebhooksView } from "@rubric/domain/webhook/schemas";
import { eventGroups, eventWords } from "./event-words.ts";

/** Choosing what an endpoint hears of, by group, each with what it tells. */
export function EventChoices({
  events,
  value,
  onChange,
  error,
}: {
  events: WebhooksView["events"];
  value: string[];
  onChange: (names: string[]) => void;
  error?: React.ReactNode;
}) {
  const all = events.map((one) => one.name);
  return (
    <Checkbox.Group
      label="Events"
      description="They carry ids, states and times: never what somebody wrote, and nothing that judges."
      value={value}
      onChange={(names) => onChange(all.filter((name) => names.includes(name)))}
      error={error}
    >
      <Group gap="xs" mt={8}>
        <Button size="compact-sm" variant="default" onClick={() => onChange(all)}>
          Choose all
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onChange([])}>
          Choose none
        </Button>
      </Group>
      <Stack gap="md" mt="md" mb={4}>
        {eventGroups(events).map((group) => (
          <fieldset key={group.label} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
            <legend style={{ fontWeight: 600, padding: 0, marginBottom: 8 }}>{group.label}</legend>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing={10}>
              {group.events.map((one) => (
                <Checkbox
                  key={one.name}
                  value={one.name}
                  label={eventWords(one.name)}
                  description={one.says}
                />
              ))}
            </SimpleGrid>
          </fieldset>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
