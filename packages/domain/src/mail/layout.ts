import type { Letter, Recipient, RenderedMail } from "./letter.ts";
import { greeting } from "./wording.ts";

const STYLE = {
  body: "margin:0;padding:24px 12px;background:#f4f6f7;color:#1b2428",
  card: "max-width:560px;margin:0 auto;padding:28px;background:#ffffff;border:1px solid #dfe5e8;border-radius:6px;font:16px/1.55 system-ui,-apple-system,'Segoe UI',sans-serif",
  label: "padding:2px 16px 2px 0;color:#5a6a72;vertical-align:top;white-space:nowrap",
  button:
    "display:inline-block;padding:10px 18px;background:#0f5f66;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:600",
} as const;

/** Text that is safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Makes the e-mail of a letter: greeting, text, sign-off; as plain text and as HTML. */
export function layOut(letter: Letter, to: Recipient | Named, from: string): RenderedMail {
  const subject = oneLine(letter.subject);
  return {
    to: { name: oneLine(to.name), address: to.email },
    subject,
    text: asText(letter, to.name, from),
    html: asHtml({ ...letter, subject }, to.name, from),
    ...(letter.calendar === undefined ? {} : { ics: letter.calendar }),
  };
}

type Named = { name: string; email: string };

/** For a header: nothing that ends it, nor what a mail program would take for an encoded word. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .replaceAll("=?", "= ?")
    .trim();
}

function asText(letter: Letter, name: string, from: string): string {
  const facts = (letter.facts ?? []).map(({ label, value }) => `${label}: ${value}`).join("\n");
  const action = letter.action && `${letter.action.label}:\n${letter.action.url}`;
  const parts = [
    greeting(name),
    ...letter.paragraphs,
    facts,
    action ?? "",
    ...(letter.after ?? []),
    from,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function asHtml(letter: Letter, name: string, from: string): string {
  const paragraph = (text: string) =>
    `<p style="margin:0 0 16px">${escapeHtml(text).replaceAll("\n", "<br>")}</p>`;
  const rows = (letter.facts ?? []).map(
    ({ label, value }) =>
      `<tr><td style="${STYLE.label}">${escapeHtml(label)}</td><td style="padding:2px 0">${escapeHtml(value)}</td></tr>`,
  );
  const table =
    rows.length === 0
      ? ""
      : `<table role="presentation" style="margin:0 0 16px;border-collapse:collapse;font:inherit">${rows.join("")}</table>`;
  const { action } = letter;
  const button =
    action === undefined
      ? ""
      : `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="${STYLE.button}">${escapeHtml(action.label)}</a></p>`;
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(letter.subject)}</title></head>`,
    `<body style="${STYLE.body}"><div style="${STYLE.card}">`,
    paragraph(greeting(name)),
    ...letter.paragraphs.map(paragraph),
    table,
    button,
    ...(letter.after ?? []).map(paragraph),
    `<p style="margin:0">${escapeHtml(from)}</p>`,
    `</div></body></html>`,
  ].join("\n");
}
