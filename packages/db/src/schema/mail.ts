import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, orgId } from "./columns.ts";

/** An e-mail to be rendered and sent by the worker; holds ids, never an address or a token. */
export const mail = pgTable(
  "mail",
  {
    orgId: orgId(),
    id: id(),
    template: text("template").notNull(),
    recipient: text("recipient").$type<"member" | "candidate">().notNull(),
    recipientId: uuid("recipient_id").notNull(),
    subjectId: uuid("subject_id").notNull(),
    state: text("state").$type<"queued" | "sending" | "sent" | "taken_back" | "failed">().notNull(),
    sendAfter: instant("send_after").notNull(),
    sentAt: instant("sent_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "mail_pkey", columns: [t.orgId, t.id] }),
    index("mail_subject_idx").on(t.orgId, t.subjectId),
    index("mail_recipient_idx").on(t.orgId, t.recipientId),
    check("mail_state", sql`${t.state} in ('queued', 'sending', 'sent', 'taken_back', 'failed')`),
    check("mail_recipient", sql`${t.recipient} in ('member', 'candidate')`),
  ],
);
