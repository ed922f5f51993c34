import type { Manifest, ProcedureContract } from "./manifest.ts";
import { type Components, componentsOf, inOrder } from "./openapi-schemas.ts";

/** An OpenAPI 3.1 document: plain JSON. */
export type OpenApiDocument = {
  openapi: "3.1.1";
  info: { title: string; version: string; description: string };
  paths: Record<string, { post: Operation }>;
  components: { schemas: Record<string, unknown>; [part: string]: unknown };
  [part: string]: unknown;
};

/** A header that a call carries, in words. */
export type Header = { name: string; description: string; required: boolean };

/** What a manifest leaves to the server that answers. */
export type OpenApiOptions = {
  title: string;
  /** What holds for every call, in Markdown. */
  description: string;
  /** What the path of every procedure begins with: `/api/v1`. */
  prefix: string;
  /** The HTTP status with which a code leaves. */
  statusOf: (code: string) => number;
  /** The sentence of a code for people. */
  sentenceOf: (code: string) => string;
  /** Codes that every procedure may answer with. */
  universal: readonly string[];
  securitySchemes: Record<string, object>;
  /** Which of the schemes opens a procedure (any one of them; `{}` is nobody), and its headers. */
  access: (procedure: ProcedureContract) => {
    security: Record<string, readonly string[]>[];
    headers: readonly Header[];
  };
};

type Operation = { operationId: string; [part: string]: unknown };

/** The address of a procedure below a prefix: `job.list` is `<prefix>/job/list`. */
export function httpPath(prefix: string, procedure: string): string {
  return `${prefix}/${procedure.replaceAll(".", "/")}`;
}

/**
 * The document of a plain HTTP door: each query and command is `POST` with its input as JSON. It
 * follows from the manifest and the options alone, to the byte.
 */
export function openApiOf(manifest: Manifest, options: OpenApiOptions): OpenApiDocument {
  const components = componentsOf(manifest);
  const called = Object.entries(manifest.procedures).filter(
    ([, { kind }]) => kind !== "subscription",
  );
  const paths = called.map(([path, procedure]): [string, { post: Operation }] => [
    httpPath(options.prefix, path),
    { post: operation(path, procedure, { manifest, options, components }) },
  ]);
  const features = new Set(called.map(([path]) => featureOf(path)));
  const webhooks = webhooksOf(manifest, components);
  return {
    openapi: "3.1.1",
    info: {
      title: options.title,
      version: manifest.contractId,
      description: options.description,
    },
    servers: [{ url: "/" }],
    tags: [...features].toSorted().map((name) => ({ name })),
    paths: inOrder(Object.fromEntries(paths)),
    ...(Object.keys(webhooks).length === 0 ? {} : { webhooks }),
    components: {
      schemas: components.schemas,
      responses: inOrder(refusals(options.universal, options)),
      securitySchemes: options.securitySchemes,
    },
  };
}

type Of = { manifest: Manifest; options: OpenApiOptions; components: Components };

function operation(path: string, procedure: ProcedureContract, of: Of): Operation {
  const { options, components } = of;
  const { security, headers } = options.access(procedure);
  const input = components.input.get(path);
  const output = components.output.get(path);
  const parameters = [...headers, ...keyOf(procedure)].map((header) => ({
    in: "header",
    ...header,
    schema: { type: "string" },
  }));
  return {
    operationId: path,
    summary: titleOf(path),
    description: about(procedure, of),
    tags: [featureOf(path)],
    ...(procedure.deprecated === null ? {} : { deprecated: true }),
    security,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(input === undefined ? {} : { requestBody: { required: true, content: json(ref(input)) } }),
    responses: {
      "200": {
        description: "The answer.",
        ...(output === undefined ? {} : { content: json(ref(output)) }),
      },
      ...responses(procedure, options),
    },
    "x-kind": procedure.kind,
    "x-permission": procedure.permission,
    "x-rate": procedure.rate,
    "x-idempotency": procedure.idempotency,
    ...lifetime(procedure),
  };
}

function keyOf({ idempotency }: ProcedureContract): Header[] {
  if (idempotency === null || idempotency === "none") return [];
  const description =
    "Made by the caller, fresh for each intention (a UUID). Sent again with the same input it gives the same answer and has no second effect.";
  return [{ name: "Idempotency-Key", description, required: idempotency === "required" }];
}

function about(procedure: ProcedureContract, { manifest }: Of): string {
  const { permission, rate, deprecated, sunset, since } = procedure;
  const limit = manifest.transport.rates[rate];
  return [
    procedure.kind === "query" ? "Reads, and changes nothing." : "A command: it changes something.",
    `Open to: ${permission.holders.join(", ")} (${permission.conditions.join(", ")}).`,
    ...(limit === undefined
      ? []
      : [`Rate class ${rate}: ${limit.calls} calls in ${limit.seconds} seconds.`]),
    ...(since === null ? [] : [`Since ${since}.`]),
    ...(deprecated === null ? [] : [`Deprecated since ${deprecated}.`]),
    ...(sunset === null ? [] : [`Gone from ${sunset} on.`]),
  ].join(" ");
}

function lifetime({ since, deprecated, sunset }: ProcedureContract) {
  return {
    ...(since === null ? {} : { "x-since": since }),
    ...(deprecated === null ? {} : { "x-deprecated": deprecated }),
    ...(sunset === null ? {} : { "x-sunset": sunset }),
  };
}

/** A procedure's refusals by status; where it declares none, the document's common ones. */
function responses(procedure: ProcedureContract, options: OpenApiOptions) {
  const own = new Set(procedure.errors.map((code) => options.statusOf(code)));
  const codes = [...options.universal, ...procedure.errors];
  const common = new Set(options.universal.map((code) => options.statusOf(code)));
  const made = refusals(
    codes.filter((code) => own.has(options.statusOf(code))),
    options,
  );
  const shared = [...common]
    .filter((status) => !own.has(status))
    .map((status) => [status, { $ref: `#/components/responses/${named(status)}` }]);
  return {
    ...Object.fromEntries(shared),
    ...Object.fromEntries([...own].map((status) => [status, made[named(status)]])),
  };
}

function refusals(codes: readonly string[], options: OpenApiOptions): Record<string, object> {
  const byStatus = Map.groupBy([...codes].toSorted(), (code) => options.statusOf(code));
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      named(status),
      {
        description: group.map((code) => `- \`${code}\` ${options.sentenceOf(code)}`).join("\n"),
        ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
        content: json({
          allOf: [ref("Error"), { type: "object", properties: { code: { enum: group } } }],
        }),
      },
    ]),
  );
}

const RETRY_AFTER = {
  "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } },
};

function webhooksOf(manifest: Manifest, components: Components) {
  return inOrder(
    Object.fromEntries(
      Object.entries(manifest.events).map(([name, { version }]) => [
        name,
        {
          post: {
            operationId: `event.${name}`,
            summary: `${titleOf(name)} (version ${version})`,
            tags: [featureOf(name)],
            requestBody: {
              required: true,
              content: json(ref(components.event.get(name) ?? "Error")),
            },
            responses: { "2XX": { description: "Received." } },
          },
        },
      ]),
    ),
  );
}

function named(status: number): string {
  return `Refused${status}`;
}

function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema: object) {
  return { "application/json": { schema } };
}

function featureOf(path: string): string {
  return path.split(".", 1)[0] ?? path;
}

/** `application.addNote` → "Add note". */
export function titleOf(path: string): string {
  const last = path.split(".").at(-1) ?? path;
  const words = last.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
