export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; items: string[] };

/**
 * A post's text as it is typed: paragraphs between empty lines, lines that begin with `- ` or `* `
 * as a list, a line that begins with `#` as a heading. Everything else stays as it stands.
 */
export function blocksOf(body: string): Block[] {
  return body
    .replaceAll("\r\n", "\n")
    .split(/\n\s*\n/)
    .flatMap((part) => partsOf(part.split("\n")));
}

function partsOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const text = line.trim();
    const last = blocks.at(-1);
    const heading = /^#{1,6}\s+(.+)$/.exec(text)?.[1];
    const item = /^[-*•]\s+(.+)$/.exec(text)?.[1];
    if (text === "") continue;
    if (heading !== undefined) blocks.push({ kind: "heading", text: heading });
    else if (item !== undefined && last?.kind === "list") last.items.push(item);
    else if (item !== undefined) blocks.push({ kind: "list", items: [item] });
    else if (last?.kind === "paragraph") last.text += `\n${text}`;
    else blocks.push({ kind: "paragraph", text });
  }
  return blocks;
}
