import type { ProcedureContract } from "@rubric/contract/manifest";
import type { Header, OpenApiOptions } from "@rubric/contract/openapi";
import { isErrorCode, sentenceOf } from "@rubric/domain/error-words";
import { UNIVERSAL } from "@rubric/domain/errors";
import { isPermission } from "@rubric/domain/permissions";
import { whyNotByToken } from "@rubric/domain/token/rules";
import { PREFIX } from "../http/door.ts";
import { statusOf } from "../refusal.ts";

const DESCRIPTION = [
  "Every procedure of Rubric over plain HTTP: `POST /api/v1/<feature>/<verb>` with its input as JSON.",
  "",
  "- The answer is the output as JSON with status 200, or an `Error` whose `code` says which rule refused, `sentence` says it to a person, and `lift` what would lift it.",
  "- Commands that take an `Idempotency-Key` have one effect however often they are sent with it.",
  "- With a session, staff procedures name their organization by its slug in `x-org`.",
  "- With a session cookie a request also carries the `Origin` of this address; with a token it need not.",
  "- Another method is answered with 405, another content type with 415, more than 2 MB with 413, an address without a procedure with 404.",
].join("\n");

/** What our own door adds to the manifest: words, statuses and how a caller says who they are. */
export function documentOptions(cookieName: string): OpenApiOptions {
  return {
    title: "Rubric",
    description: DESCRIPTION,
    prefix: PREFIX,
    statusOf: (code) => (isErrorCode(code) ? statusOf(code) : 500),
    sentenceOf: (code) => (isErrorCode(code) ? sentenceOf(code).sentence : code),
    universal: [...UNIVERSAL, "INTERNAL"],
    securitySchemes: {
      token: {
        type: "http",
        scheme: "bearer",
        description: "An access token, whose scopes name the procedure.",
      },
      session: { type: "apiKey", in: "cookie", name: cookieName },
      candidateLink: {
        type: "apiKey",
        in: "header",
        name: "x-candidate-link",
        description: "The secret of a candidate's own page.",
      },
    },
    access,
  };
}

const SESSION = [{ session: [] }];
const ORG: Header = {
  name: "x-org",
  description:
    "With a session: the organization's slug, as in the address of its pages, /o/<slug>. A token names its organization itself.",
  required: false,
};

/** How a caller of a procedure says who they are and where. */
function access({ permission }: ProcedureContract) {
  const { name, holders, conditions } = permission;
  const token = isPermission(name) && whyNotByToken([name], name) === null ? [{ token: [] }] : [];
  if (holders.includes("anyone")) return { security: [{}], headers: [] };
  if (conditions.includes("on: instance")) return { security: [...token, ...SESSION], headers: [] };
  const link = holders.includes("candidate") ? [{ candidateLink: [] }] : [];
  if (holders.every((duty) => duty === "candidate")) return { security: link, headers: [] };
  return { security: [...token, ...SESSION, ...link], headers: [ORG] };
}
