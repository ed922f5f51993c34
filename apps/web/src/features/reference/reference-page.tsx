"use client";

import { Anchor, Kbd } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import type { ReferenceIndex } from "@rubric/contract/reference";
import Link from "next/link";
import { type KeyboardEvent, useRef, useState } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { found } from "./found.ts";
import { holderWords } from "./permission-words.ts";
import { KindMark } from "./kind-mark.tsx";
import classes from "./reference-page.module.css";
import { SchemaTree } from "./schema-tree.tsx";

/** Every procedure by feature; what is typed narrows the list, and the arrows walk in it. */
export function ReferencePage({ org, index }: { org: string; index: ReferenceIndex }) {
  const [words, setWords] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useHotkeys([["/", () => field.current?.focus()]]);
  const hits = found(index.procedures, words);
  const features = [...Map.groupBy(hits, ({ path }) => path.split(".", 1)[0] ?? path)];

  /** Arrows go from the field into the list and through it; Enter in the field opens the first. */
  function walk(event: KeyboardEvent) {
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    if (event.key === "Enter" && at === -1) links[0]?.click();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const next = event.key === "ArrowDown" ? at + 1 : at - 1;
    if (next < 0) field.current?.focus();
    else links[Math.min(next, links.length - 1)]?.focus();
  }

  return (
    <>
      <PageHeader
        title="API reference"
        lead={
          <>
            All that these pages do, a program can do: {index.procedures.length} procedures, by the
            same rules. For generators there is the{" "}
            <Anchor href="/api/openapi.json" inherit underline="always">
              OpenAPI document
            </Anchor>
            . Contract <code>{index.contractId}</code>
          </>
        }
      />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the field and the links in it */}
      <div className={classes.page} onKeyDown={walk}>
        <SearchField
          ref={field}
          label="Find a procedure"
          value={words}
          onChange={setWords}
          rightSection={
            <Kbd size="xs" visibleFrom="sm">
              /
            </Kbd>
          }
          className={classes.search ?? ""}
        />
        <p className={classes.count} role="status">
          {hits.length === index.procedures.length
            ? `${hits.length} procedures`
            : `${hits.length} of ${index.procedures.length} procedures`}
        </p>
        {hits.length === 0 ? (
          <EmptyState title="No procedure fits" compact>
            Look for a part of its name, as in “offer” or “add note”.
          </EmptyState>
        ) : null}
        <div ref={list} className={classes.features}>
          {features.map(([feature, procedures]) => (
            <section key={feature} className={classes.feature} aria-labelledby={`of-${feature}`}>
              <h2 id={`of-${feature}`}>{feature}</h2>
              <ul>
                {procedures.map(({ path, kind, holders, deprecated }) => (
                  <li key={path}>
                    <Link href={`/o/${org}/api/${path}`} prefetch={false}>
                      <KindMark kind={kind} />
                      <code>{path}</code>
                      <span className={classes.what}>
                        {deprecated === null ? holderWords(holders).join("; ") : "deprecated"}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <Events events={index.events} />
      </div>
    </>
  );
}

function Events({ events }: Pick<ReferenceIndex, "events">) {
  if (events.length === 0) return null;
  return (
    <section className={classes.events} aria-labelledby="events">
      <h2 id="events">Events</h2>
      {events.map(({ name, version, payload }) => (
        <details key={name}>
          <summary>
            <code>{name}</code> version {version}
          </summary>
          <SchemaTree schema={payload} none="It carries nothing." />
        </details>
      ))}
    </section>
  );
}
