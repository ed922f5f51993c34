"use client";

import { ActionIcon, Button, Group, Stack } from "@mantine/core";
import type { FormErrors } from "@mantine/form";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { MomentField } from "../../ui/moment-field.tsx";
import { useNow } from "../../ui/use-now.ts";
import { weekdayAfter } from "./dates.ts";

const AT_MOST = 10;

/** One moment, in the reader's own zone. */
export function TimeField({
  label,
  value,
  onChange,
  error,
}: {
  label: string;
  value: string | null;
  onChange: (typed: string | null) => void;
  error?: ReactNode;
}) {
  const now = useNow();
  return (
    <MomentField
      label={label}
      required
      value={value}
      onChange={onChange}
      valueFormat="ddd D MMM YYYY, HH:mm"
      minDate={new Date(now)}
      error={error}
    />
  );
}

/** Several moments for the candidate to choose from. */
export function TimesFields({
  times,
  onChange,
  errors,
}: {
  times: (string | null)[];
  onChange: (times: (string | null)[]) => void;
  errors: FormErrors;
}) {
  const ofOne = times.some((_, index) => errors[`times.${index}`] !== undefined);
  const last = times.at(-1) ?? null;
  return (
    <Stack gap={8}>
      {times.map((time, index) => (
        <Group key={index} align="end" gap={8} wrap="nowrap">
          <TimeField
            label={`Time ${index + 1}`}
            value={time}
            onChange={(typed) => onChange(times.with(index, typed))}
            error={errors[`times.${index}`] ?? (index === 0 && !ofOne ? errors["times"] : null)}
          />
          {times.length === 1 ? null : (
            <ActionIcon
              variant="default"
              size={34}
              aria-label={`Leave out time ${index + 1}`}
              onClick={() => onChange(times.toSpliced(index, 1))}
            >
              <IconX size={16} stroke={1.7} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {times.length >= AT_MOST ? null : (
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} stroke={1.8} />}
            onClick={() => onChange([...times, last === null ? null : weekdayAfter(last)])}
          >
            Another time
          </Button>
        </Group>
      )}
    </Stack>
  );
}
