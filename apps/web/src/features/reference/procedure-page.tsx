"use client";

import type { ReferenceProcedure } from "@rubric/contract/reference";
import { isPermission } from "@rubric/domain/permissions";
import { whyNotByToken } from "@rubric/domain/token/rules";
import { type ReactNode, useState } from "react";
import { PageHeader } from "../../ui/page-header.tsx";
import { KindMark } from "./kind-mark.tsx";
import { conditionWords, holderWords } from "./permission-words.ts";
import classes from "./procedure-page.module.css";
import { SchemaTree } from "./schema-tree.tsx";
import { Snippets } from "./snippets.tsx";
import { TryIt } from "./try-it.tsx";

type Shown = { org: string; url: string; reference: ReferenceProcedure };

/** One procedure: who may call it, what goes in and comes out, what it refuses, and a try. */
export function ProcedurePage({ org, url, reference }: Shown) {
  const { path, address, contract, input, output, errors, universal } = reference;
  const [typed, setTyped] = useState<unknown>(undefined);
  return (
    <>
      <PageHeader
        title={path}
        crumbs={[{ label: "API reference", href: `/o/${org}/api` }]}
        state={<KindMark kind={contract.kind} />}
        lead={<code>POST {address}</code>}
      />
      <div className={classes.page}>
        <div className={classes.read}>
          <Facts reference={reference} />
          <Part title="Input">
            <SchemaTree schema={input} none="It takes an empty object: {}" />
          </Part>
          <Part title="Output">
            <SchemaTree schema={output} none="It gives nothing." />
          </Part>
          <Part title="Refusals">
            <Refusals refusals={errors} />
            <details className={classes.more}>
              <summary>What any procedure may answer with ({universal.length})</summary>
              <Refusals refusals={universal} />
            </details>
          </Part>
        </div>
        <div className={classes.act}>
          <TryIt org={org} reference={reference} onTyped={setTyped} />
          <Snippets url={url} reference={reference} typed={typed} />
        </div>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = `part-${title.toLowerCase()}`;
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Facts({ reference: { contract, limit, contractId } }: Pick<Shown, "reference">) {
  const { permission, idempotency, kind, rate, since, deprecated, sunset } = contract;
  const conditions = conditionWords(permission.conditions);
  const { name } = permission;
  const open = isPermission(name) && whyNotByToken([], name) === null;
  const byToken = isPermission(name) && whyNotByToken([name], name) === null;
  return (
    <dl className={classes.facts}>
      <Fact label="Open to">
        {holderWords(permission.holders).join("; ")}
        {conditions.map((sentence) => (
          <span key={sentence} className={classes.quiet}>
            {sentence}
          </span>
        ))}
      </Fact>
      <Fact label="By token">
        {open ? (
          "Any token, without a scope."
        ) : byToken ? (
          <>
            With the scope <code>{permission.name}</code>.
          </>
        ) : (
          "No token may be given this."
        )}
      </Fact>
      <Fact label="Limit">
        {limit === null
          ? rate
          : `${limit.calls.toLocaleString("en")} calls in ${limit.seconds} seconds (${rate})`}
      </Fact>
      <Fact label="Repeating it">
        {kind === "query"
          ? "Safe: it changes nothing."
          : idempotency === "none"
            ? "Takes no idempotency key; each call is a new one."
            : `Idempotency key ${idempotency ?? "none"}: the same key has one effect and one answer for 24 hours.`}
      </Fact>
      <Fact label="Version">
        {[
          since === null ? "There from the beginning" : `Since ${since}`,
          ...(deprecated === null ? [] : [`deprecated since ${deprecated}`]),
          ...(sunset === null ? [] : [`gone from ${sunset} on`]),
        ].join(", ")}
        <span className={classes.quiet}>
          Contract <code>{contractId}</code>
        </span>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Refusals({ refusals }: { refusals: ReferenceProcedure["errors"] }) {
  if (refusals.length === 0)
    return (
      <p className={classes.quiet}>None of its own: only what any procedure may answer with.</p>
    );
  return (
    <ul className={classes.refusals}>
      {refusals.map(({ code, status, sentence }) => (
        <li key={code}>
          <span className={classes.code}>
            <span data-num>{status}</span> <code>{code}</code>
          </span>
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
