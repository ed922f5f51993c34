/** One call, as it is written down. */
export type Call = {
  /** The address that people type, without a slash at its end. */
  url: string;
  /** As whom: with a token, as a candidate by their link, or as anyone. */
  by: "token" | "candidate" | "anyone";
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

const CLIENT_KEY = {
  token: { option: "token", variable: "RUBRIC_TOKEN" },
  candidate: { option: "candidateLink", variable: "CANDIDATE_LINK" },
  anyone: null,
} as const;

function typescript({ url, by, procedure, kind, input }: Call): string {
  const run = kind === "query" ? "query" : "mutate";
  const key = CLIENT_KEY[by];
  const connection = [`url: ${JSON.stringify(url)}`, ...(key === null ? [] : [key.option])];
  const env = key && `import { env } from "node:process";\n`;
  const read = key && `const { ${key.variable}: ${key.option} = "" } = env;\n`;
  return `${env ?? ""}import { createRubricClient } from "@rubric/client";

${read ?? ""}const rubric = createRubricClient({ ${connection.join(", ")} });
const answer = await rubric.${procedure}.${run}(${JSON.stringify(input, null, 2)});
console.log(answer);`;
}

function commandLine({ procedure, input }: Call): string {
  return `rubric call ${procedure} ${quoted(JSON.stringify(input))}`;
}

const CURL_HEADER = {
  token: [`"Authorization: Bearer $RUBRIC_TOKEN"`],
  candidate: [`"x-candidate-link: $CANDIDATE_LINK"`],
  anyone: [],
} as const;

function curl({ url, by, address, keyed, input }: Call): string {
  const headers = [
    ...CURL_HEADER[by],
    // Without a token a request says that it comes from this very address.
    ...(by === "token" ? [] : [quoted(`Origin: ${url}`)]),
    `"Content-Type: application/json"`,
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
