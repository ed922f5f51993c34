/** One call, as it is written down. */
export type Call = {
  /** The address that people type, without a slash at its end. */
  url: string;
  org: string | null;
  procedure: string;
  /** Below `url`. */
  address: string;
  kind: "query" | "mutation" | "subscription";
  keyed: boolean;
  input: unknown;
};

/** The same call in three languages. */
export function snippetsOf(call: Call): { key: string; label: string; text: string }[] {
  return [
    { key: "typescript", label: "TypeScript", text: typescript(call) },
    { key: "command-line", label: "Command line", text: commandLine(call) },
    { key: "curl", label: "curl", text: curl(call) },
  ];
}

function typescript({ url, procedure, kind, input }: Call): string {
  const run = kind === "query" ? "query" : "mutate";
  return `import { env } from "node:process";
import { createRubricClient } from "@rubric/client";

const rubric = createRubricClient({
  url: ${JSON.stringify(url)},
  token: env.RUBRIC_TOKEN,
});
const answer = await rubric.${procedure}.${run}(${JSON.stringify(input, null, 2)});`;
}

function commandLine({ procedure, input }: Call): string {
  return `rubric call ${procedure} ${quoted(JSON.stringify(input))}`;
}

function curl({ url, org, address, keyed, input }: Call): string {
  const headers = [
    `"Authorization: Bearer $RUBRIC_TOKEN"`,
    `"Content-Type: application/json"`,
    ...(org === null ? [] : [quoted(`x-org: ${org}`)]),
    ...(keyed ? [`"Idempotency-Key: $(uuidgen)"`] : []),
  ];
  const lines = [
    `curl ${quoted(`${url}${address}`)}`,
    ...headers.map((header) => `-H ${header}`),
    `-d ${quoted(JSON.stringify(input))}`,
  ];
  return lines.join(" \\\n  ");
}

/** As one word of a shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
