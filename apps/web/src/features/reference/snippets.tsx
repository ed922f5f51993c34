"use client";

import { Button, CopyButton, SegmentedControl } from "@mantine/core";
import { exampleOf } from "@rubric/contract/example";
import type { ReferenceProcedure } from "@rubric/contract/reference";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { snippetsOf } from "./snippet-texts.ts";
import classes from "./try-it.module.css";

/** The call that stands in the try-it, as one would write it elsewhere. */
export function Snippets({
  url,
  reference,
  typed,
}: {
  url: string;
  reference: ReferenceProcedure;
  /** The input as it was typed, once it is right. */
  typed: unknown;
}) {
  const { path, address, contract, input } = reference;
  const [language, setLanguage] = useState("typescript");
  const snippets = snippetsOf({
    url,
    by: callerOf(contract),
    procedure: path,
    address,
    kind: contract.kind,
    keyed: contract.idempotency === "required",
    input: typed ?? exampleOf(input),
  });
  const shown = snippets.find(({ key }) => key === language) ?? snippets[0];
  if (shown === undefined) return null;
  return (
    <section className={classes.box} aria-labelledby="elsewhere">
      <div className={classes.head}>
        <h2 id="elsewhere">The same call elsewhere</h2>
        <CopyButton value={shown.text}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            >
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
      </div>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="Language"
        value={language}
        onChange={setLanguage}
        data={snippets.map(({ key, label }) => ({ value: key, label }))}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <pre className={classes.code} tabIndex={0} aria-label={`The call as ${shown.label}`}>
        {shown.text}
      </pre>
    </section>
  );
}

function callerOf({ permission: { holders } }: ReferenceProcedure["contract"]) {
  if (holders.includes("anyone")) return "anyone";
  return holders.every((duty) => duty === "candidate") ? "candidate" : "token";
}
