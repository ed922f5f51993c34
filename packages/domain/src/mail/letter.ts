import type { Reader, Tx } from "@rubric/db";
import type { Org } from "../context.ts";
import type { Limits } from "../limits.ts";
import type { Pages } from "./pages.ts";

/** A calendar file beside the text (RFC 5545); the method tells what a calendar does with it. */
export type Calendar = { method: "REQUEST" | "CANCEL" | "PUBLISH"; content: string };

/** What a template says, in plain text; the layout escapes it and makes text and HTML of it. */
export type Letter = {
  subject: string;
  paragraphs: readonly string[];
  /** Short lines of label and value: when, where, with whom. */
  facts?: readonly { label: string; value: string }[];
  action?: { label: string; url: string };
  after?: readonly string[];
  calendar?: Calendar;
};

export type Recipient = { kind: "candidate" | "member"; id: string; name: string; email: string };

/** What a template may read and do while it is rendered, inside the recipient's organization. */
export type LetterCtx = {
  read: Reader;
  tx: Tx;
  org: Org;
  clock: Date;
  limits: Limits;
  timeZone: string;
  recipient: Recipient;
  subjectId: string;
  pages: Pages;
  /** The candidate's own page, opened by a token made now and kept as a hash only. */
  ownPage(): Promise<string>;
};

/** Writes a letter, or null if there is nothing to say any more. */
export type Template = (ctx: LetterCtx) => Promise<Letter | null>;

export type RenderedMail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  ics?: Calendar;
};
