"use client";

import type { ApplicationView } from "@rubric/domain/application/schemas";
import { Button } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import Link from "next/link";
import { ExactTime } from "../../ui/exact-time.tsx";
import { MoneyRange } from "../../ui/money.tsx";
import { placeWords } from "../../ui/places.ts";
import { StateBadge } from "../../ui/state-badge.tsx";
import type { Action } from "./action-dialogs.tsx";
import { SOURCE_WORDS } from "./board-filters.ts";
import panel from "./panel.module.css";

const RELATION = {
  referral: "referred them",
  relation: "knows them",
  self: "is this person",
} as const;

/** The person as far as the reader sees them: headline, papers, answers, what is arranged. */
export function PersonPanel(props: {
  org: string;
  view: ApplicationView;
  onAction: (action: Action) => void;
}) {
  const { org, view } = props;
  const { candidate, contact, files, answers, ranges } = view;
  return (
    <section className={panel.plain} aria-label={`About ${candidate.name}`}>
      {candidate.headline === "" && candidate.location === "" ? null : (
        <div>
          <p className={panel.words}>{candidate.headline}</p>
          <p className={panel.quiet}>{candidate.location}</p>
        </div>
      )}
      <Arranged view={view} onAction={props.onAction} />
      {contact === null ? null : (
        <Block label="Contact">
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
          {contact.phone === "" ? null : (
            <a href={`tel:${contact.phone.replaceAll(/[^+0-9]/g, "")}`}>{contact.phone}</a>
          )}
        </Block>
      )}
      {files.length === 0 && candidate.links.length === 0 ? null : (
        <Block label="Papers">
          {files.map((file) => (
            <a
              key={file.id}
              href={`/api/files/${view.id}/${file.id}?org=${org}`}
              className={panel.file}
              download
            >
              <IconFileText size={16} stroke={1.7} aria-hidden="true" />
              {file.name}
            </a>
          ))}
          {candidate.links.map((link) => (
            <a key={link} href={link} rel="noreferrer noopener" target="_blank">
              {link.replace(/^https?:\/\/(www\.)?/, "")}
            </a>
          ))}
        </Block>
      )}
      {answers.length === 0 ? null : (
        <Block label="Answers">
          {answers.map((one) => (
            <div key={one.key}>
              <p className={panel.quiet}>{one.text}</p>
              <p className={panel.answer}>{one.answer}</p>
            </div>
          ))}
        </Block>
      )}
      {ranges.length === 0 ? null : (
        <Block label={ranges.length === 1 ? "Range they were shown" : "Ranges they were shown"}>
          {ranges.map((one) => (
            <span key={one.region}>
              {one.region === null ? null : `${placeWords(one.region)}: `}
              <MoneyRange min={one.minMinor} max={one.maxMinor} currency={one.currency} />
            </span>
          ))}
        </Block>
      )}
      {view.relations.length === 0 ? null : (
        <Block label="Keeps away">
          {view.relations.map((one) => (
            <div key={`${one.name} ${one.kind}`}>
              {one.name} {RELATION[one.kind]}
              {one.note === null ? null : <p className={panel.answer}>{one.note}</p>}
            </div>
          ))}
        </Block>
      )}
      {view.others.length === 0 ? null : (
        <Block label="Other applications">
          {view.others.map((one) => (
            <span key={one.applicationId}>
              <Link href={`/o/${org}/applications/${one.applicationId}`}>{one.job}</Link>{" "}
              <StateBadge kind="application" state={one.state} />
            </span>
          ))}
        </Block>
      )}
      <Block label="Came in">
        <span>
          {SOURCE_WORDS[view.source]}, <ExactTime at={view.createdAt} />
        </span>
      </Block>
    </section>
  );
}

function Block({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <h2 className={panel.label}>{label}</h2>
      <div className={panel.list}>{children}</div>
    </div>
  );
}

/** Law 17: everyone who needs it sees what to do; why stands here for the recruiter alone. */
function Arranged(props: { view: ApplicationView; onAction: (action: Action) => void }) {
  const { adjustments, may } = props.view;
  if (adjustments.length === 0) return null;
  return (
    <Block label="To arrange">
      {adjustments.map((one) => (
        <div key={one.id} className={panel.stack}>
          {one.asked === null ? null : (
            <div>
              <p className={panel.quiet}>Asked, for you alone to read</p>
              <p className={panel.answer}>{one.asked}</p>
            </div>
          )}
          {one.answeredAt === null ? null : <div className={panel.effect}>{one.effect}</div>}
          {one.answeredAt === null && may.answerAdjustment !== null ? (
            <Button
              variant="light"
              size="compact-md"
              onClick={() => props.onAction("answerAdjustment")}
            >
              Say what is arranged
            </Button>
          ) : null}
        </div>
      ))}
    </Block>
  );
}
