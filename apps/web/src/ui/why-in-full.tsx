"use client";

import { Button, Modal } from "@mantine/core";
import type { Explanation } from "@rubric/domain/policy/explanation";
import { useState } from "react";
import { ExplanationView } from "./explanation.tsx";

/** Opens a rule's explanation; nothing where the refusal is not one of a policy. */
export function WhyInFull({ explanation }: { explanation: Explanation | null }) {
  const [open, setOpen] = useState(false);
  if (explanation === null) return null;
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        Why, in full
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title="Why" size="lg">
        <ExplanationView explanation={explanation} />
      </Modal>
    </>
  );
}
