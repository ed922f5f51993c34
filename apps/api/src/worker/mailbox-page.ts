import type { IncomingMessage, ServerResponse } from "node:http";
import { escapeHtml } from "@rubric/domain/mail";
import type { Kept } from "./kept-mail.ts";

type Source = {
  list(): Promise<Kept[]>;
  source(id: string): Promise<Buffer | null>;
};
type Page = { status: number; type: string; body: string | Buffer; csp?: string };

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

const PAGE_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** An e-mail's own HTML: no script, nothing loaded, links open beside it. */
const MAIL_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** Answers one request to the mailbox's loopback page. */
export async function answer(
  mailbox: Source,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const page = await pageOf(mailbox, request).catch((): Page => ({
    status: 500,
    type: "text/plain",
    body: "The mailbox cannot be read.",
  }));
  response.writeHead(page.status, {
    "content-type": `${page.type}; charset=utf-8`,
    "content-security-policy": page.csp ?? PAGE_CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
  response.end(request.method === "HEAD" ? undefined : page.body);
}

async function pageOf(mailbox: Source, request: IncomingMessage): Promise<Page> {
  // Any website can have its own name point here: only these names are answered.
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (!LOOPBACK.has(host)) return { status: 403, type: "text/plain", body: "Not this address." };
  if (request.method !== "GET" && request.method !== "HEAD") {
    return { status: 405, type: "text/plain", body: "Only reading." };
  }
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/") return html(listPage(await mailbox.list()));
  if (pathname === "/mails.json") {
    const body = JSON.stringify(await mailbox.list());
    return { status: 200, type: "application/json", body };
  }
  const [, id = "", part = ""] =
    /^\/mail\/([0-9a-f-]{36})(?:\/(html|source))?$/.exec(pathname) ?? [];
  if (part === "source") {
    const source = await mailbox.source(id);
    if (source !== null) return { status: 200, type: "message/rfc822", body: source };
  }
  const found = (await mailbox.list()).find((mail) => mail.id === id);
  if (found !== undefined && part !== "source") {
    if (part === "html") {
      const body = found.html.replace("<head>", '<head><base target="_blank">');
      return { status: 200, type: "text/html", body, csp: MAIL_CSP };
    }
    return html(mailPage(found));
  }
  return { status: 404, type: "text/plain", body: "There is no such e-mail." };
}

function html(body: string): Page {
  return { status: 200, type: "text/html", body };
}

function frame(title: string, content: string, refresh = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${refresh}
<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>
:root{color-scheme:light dark}
body{margin:0 auto;max-width:760px;padding:24px 16px;font:15px/1.5 system-ui,sans-serif}
h1{font-size:20px}a{color:#0f7b84}ul{list-style:none;padding:0;margin:0}
li{border-top:1px solid #8884}li a{display:block;padding:10px 0;color:inherit;text-decoration:none}
li a:hover b{text-decoration:underline}
small{opacity:.75}pre{white-space:pre-wrap;font:inherit;overflow-wrap:anywhere}
iframe{width:100%;height:560px;border:1px solid #8884;border-radius:6px;background:#fff}
</style></head><body>${content}</body></html>`;
}

function listPage(mails: readonly Kept[]): string {
  const rows = mails.map(
    (mail) => `<li><a href="/mail/${mail.id}"><b>${escapeHtml(mail.subject)}</b><br>
<small>to ${escapeHtml(mail.to.name)} &lt;${escapeHtml(mail.to.address)}&gt;, <time datetime="${escapeHtml(mail.at)}">${escapeHtml(mail.at.replace("T", " ").slice(0, 19))} UTC</time></small></a></li>`,
  );
  const body =
    rows.length === 0
      ? "<p>No e-mail yet. What Rubric sends in demo mode arrives here, and nowhere else.</p>"
      : `<ul>${rows.join("")}</ul>`;
  return frame("Mailbox", `<h1>Mailbox</h1>${body}`, '<meta http-equiv="refresh" content="5">');
}

function mailPage(mail: Kept): string {
  return frame(
    mail.subject,
    `<p><a href="/">All e-mails</a></p><h1>${escapeHtml(mail.subject)}</h1>
<p><small>to ${escapeHtml(mail.to.name)} &lt;${escapeHtml(mail.to.address)}&gt;, ${escapeHtml(mail.at)}</small></p>
<pre>${linked(mail.text)}</pre>
${mail.calendar === null ? "" : `<h2>Calendar file</h2><pre>${escapeHtml(mail.calendar)}</pre>`}
<h2>As HTML</h2><iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="The e-mail as HTML" src="/mail/${mail.id}/html"></iframe>
<p><a href="/mail/${mail.id}/source">The whole message</a></p>`,
  );
}

/** Escaped text whose web addresses are links. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) =>
      index % 2 === 0
        ? escapeHtml(part)
        : `<a href="${escapeHtml(part)}" rel="noreferrer">${escapeHtml(part)}</a>`,
    )
    .join("");
}
