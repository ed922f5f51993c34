"use client";

import { Button, Code, CopyButton, Group, Stack } from "@mantine/core";
import { useEffect, useRef } from "react";

/** A secret, shown this once, with what to do with it. */
export function SecretShown({
  secret,
  children,
  onClose,
}: {
  secret: string;
  children: React.ReactNode;
  onClose: () => void;
}) {
  const first = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone with its form.
  useEffect(() => first.current?.focus(), []);
  return (
    <Stack gap="md">
      <p style={{ margin: 0 }}>{children}</p>
      <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {secret}
      </Code>
      <Group justify="flex-end" gap="xs">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} ref={first}>
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>I have kept it</Button>
      </Group>
    </Stack>
  );
}
