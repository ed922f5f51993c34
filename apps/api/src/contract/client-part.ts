import { type Manifest, schemaAt } from "@rubric/contract/manifest";
import { z } from "zod";

const Paged = z.object({ "x-page": z.object({ items: z.string(), cursor: z.string() }) });

/**
 * The file that the client library is built with: the contract's mark, which commands take no
 * idempotency key, and which queries answer page by page. Formatted as the formatter would.
 */
export function clientPart(manifest: Manifest): string {
  const procedures = Object.entries(manifest.procedures);
  const keyless = procedures.filter(([, one]) => one.idempotency === "none");
  const pages = procedures.flatMap(([path, one]) => {
    const paged = Paged.safeParse(schemaAt(manifest, one.output));
    return paged.success ? [{ path, ...paged.data["x-page"] }] : [];
  });
  return `// Written by \`npm run contract:emit\` from contract/current.json.

/** The contract that this client was built with. */
export const CONTRACT = {
  contractId: "${manifest.contractId}",
  releasedAt: "${manifest.releasedAt}",
};

/** Commands that take no idempotency key, and are never sent twice. */
export const KEYLESS: ReadonlySet<string> = new Set([
${keyless.map(([path]) => `  "${path}",\n`).join("")}]);

/** Queries that answer page by page: where the rows and the next page's cursor are. */
export const PAGES = {
${pages.map(({ path, items, cursor }) => `  "${path}": { items: "${items}", cursor: "${cursor}" },\n`).join("")}} as const;
`;
}
