"use client";

import { Button, Text } from "@mantine/core";
import type { OwnView } from "@rubric/domain/candidate/schemas";
import { useState } from "react";
import { useTRPC } from "../../api/client.tsx";
import { useCommand } from "../../api/use-command.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ReasonButton } from "../../ui/reason-button.tsx";
import { ExactDay } from "./exact-day.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { type ExportedDocument, ExportedCopy } from "./exported-copy.tsx";
import { OwnKeeping } from "./own-keeping.tsx";
import classes from "./own.module.css";

/** What is held about the person, and their rights to it. */
export function OwnData({ own }: { own: OwnView }) {
  const trpc = useTRPC();
  const erase = useCommand(trpc.candidate.askErasure.mutationOptions());
  const [copy, setCopy] = useState<ExportedDocument | null>(null);
  const [dialog, setDialog] = useState<"export" | "erase" | null>(null);
  const { name, email, phone, links } = own.person;
  const { sentence = null, lift = null } = own.may.askErasure ?? {};
  const close = () => setDialog(null);
  return (
    <section className={classes.data} aria-labelledby="data-title">
      <h2 id="data-title">Your data</h2>
      <dl className={classes.facts}>
        <Fact name="Name">{name}</Fact>
        <Fact name="E-mail">{email}</Fact>
        {phone === "" ? null : <Fact name="Telephone">{phone}</Fact>}
        {links.length === 0 ? null : <Fact name="Links">{links.join("\n")}</Fact>}
      </dl>
      {own.privacyNotice === "" ? null : (
        <details className={classes.fold}>
          <summary>What happens with your data</summary>
          <p style={{ whiteSpace: "pre-line" }}>{own.privacyNotice}</p>
          {own.baselineNotices.map(({ applicationId, text, at }) => (
            <p key={applicationId}>
              {text} You were told so on <ExactDay at={at} />.
            </p>
          ))}
        </details>
      )}
      <OwnKeeping own={own} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setDialog("export")}>
          Get a copy of everything
        </Button>
        <ReasonButton
          variant="default"
          reason={sentence}
          lift={lift}
          onClick={() => setDialog("erase")}
        >
          Delete everything
        </ReasonButton>
      </div>
      <ExportDialog opened={dialog === "export"} onClose={close} email={email} onOpened={setCopy} />
      {copy === null ? null : <ExportedCopy of={copy} />}
      <ConfirmDialog
        opened={dialog === "erase"}
        onClose={close}
        title="Delete everything about you?"
        confirmLabel="Delete everything"
        tone="destroy"
        onConfirm={() => erase.run({})}
      >
        <Text size="lg">
          What goes on is withdrawn, and then your name, your files, your answers and everything
          that was written about you are deleted. This cannot be undone, and this page closes.
        </Text>
      </ConfirmDialog>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd style={{ whiteSpace: "pre-line" }}>{children}</dd>
    </div>
  );
}
