"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import classes from "./preparation.module.css";

/** The way to leave nothing in this browser, apart from what takes it along, and asked about first. */
export function Forget({ onForget }: { onForget: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <section aria-labelledby="forget-title" className={classes.forget} data-print="no">
      <h2 id="forget-title">Leave nothing here</h2>
      <p>On a computer that others use, too: take from this browser what it keeps of this page.</p>
      <Button variant="default" onClick={() => setAsking(true)}>
        Forget what I marked and ticked here
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Forget all of it?"
        confirmLabel="Forget it"
        tone="destroy"
        onConfirm={() => {
          onForget();
          return Promise.resolve();
        }}
      >
        <p style={{ margin: 0 }}>
          Your marks, your plan and your ticks are gone from this browser, and are nowhere else.
          Save them above first if you want to keep them.
        </p>
      </ConfirmDialog>
    </section>
  );
}
