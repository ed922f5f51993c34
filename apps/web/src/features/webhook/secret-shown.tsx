"use client";

import { Button, Code, CopyButton, Group, Stack } from "@mantine/core";

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
  return (
    <Stack gap="md">
      <p style={{ margin: 0 }}>{children}</p>
      <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {secret}
      </Code>
      <Group justify="flex-end" gap="xs">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose} data-autofocus>
          I have kept it
        </Button>
      </Group>
    </Stack>
  );
}
