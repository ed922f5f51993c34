"use client";

import { Button, CopyButton, Group, Stack, TextInput } from "@mantine/core";
import type { CreatedTokenView } from "@rubric/domain/token/schemas";
import { IconAlertTriangle, IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { ExactTime } from "../../ui/exact-time.tsx";

/** The text of a token that was just made. */
export function ShownOnce(props: { made: CreatedTokenView; onClose: () => void }) {
  const shown = useRef<HTMLInputElement>(null);
  // The button that was pressed is gone with its form.
  useEffect(() => shown.current?.focus(), []);
  const { made, onClose } = props;
  const { token, text } = made;
  if (text === null) {
    return (
      <Stack gap="md">
        <p style={{ margin: 0 }}>
          The token was made, and its text was sent once already: it cannot be shown again. Revoke{" "}
          {token.name} ({token.hint}) and make another.
        </p>
        <Group justify="flex-end">
          <Button onClick={onClose}>Close</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <Group gap="xs" wrap="nowrap" align="flex-start" role="status">
        <IconAlertTriangle size={20} stroke={1.7} aria-hidden="true" style={{ flexShrink: 0 }} />
        <p style={{ margin: 0 }}>
          Copy it now: it is not kept and never shown again. Whoever has it acts as{" "}
          {token.kind === "service" ? token.member.name : "you"} within its scopes until{" "}
          <ExactTime at={token.expiresAt} />.
        </p>
      </Group>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label="Access token"
          value={text}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
          style={{ flexGrow: 1 }}
          ref={shown}
        />
        <CopyButton value={text} timeout={4000}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={
                copied ? (
                  <IconCheck size={16} aria-hidden="true" />
                ) : (
                  <IconCopy size={16} aria-hidden="true" />
                )
              }
            >
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
      </Group>
      <div>
        <p style={{ margin: "0 0 4px" }}>A program sends it with each call:</p>
        <pre style={{ margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere", fontSize: 12 }}>
          {`curl -H "Authorization: Bearer $RUBRIC_TOKEN" -H "Content-Type: application/json" -d '{}' ${origin()}/api/v1/identity/me`}
        </pre>
      </div>
      <Group justify="flex-end">
        <Button onClick={onClose}>I have kept it</Button>
      </Group>
    </Stack>
  );
}

function origin(): string {
  return typeof window === "undefined" ? "" : window.location.origin;
}
