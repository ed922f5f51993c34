"use client";

import { Button, Modal } from "@mantine/core";
import type { Explanation } from "@rubric/domain/policy/explanation";
import { useState } from "react";
import { ExplanationView } from "./explanation.tsx";

/**
 * Opens a rule's explanation; nothing where the refusal is not one of a policy. `inPlace` opens it
 * below the button, for what may stand in a dialog already.
 */
export function WhyInFull({
  explanation,
  inPlace = false,
}: {
  explanation: Explanation | null;
  inPlace?: boolean;
}) {
  const [open, setOpen] = useState(false);
  if (explanation === null) return null;
  if (inPlace) {
    return (
      <>
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? "Less" : "Why, in full"}
        </Button>
        {open ? <ExplanationView explanation={explanation} /> : null}
      </>
    );
  }
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        Why, in full
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title="Why, in full" size="lg">
        <ExplanationView explanation={explanation} />
      </Modal>
    </>
  );
}
