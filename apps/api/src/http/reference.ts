import { createHash } from "node:crypto";
import { openApiOf } from "@rubric/contract/openapi";
import { referenceIndex, referenceOf } from "@rubric/contract/reference";
import { TRPCError } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { documentOptions } from "../contract/open-api.ts";
import { ownOfProcess } from "../contract/open.ts";
import { answering } from "./answering.ts";

const OneOf = z.object({ procedure: z.string().max(200) });

type Text = { text: string; etag: string };

const documents = new Map<string, Text>();

/**
 * What a program or a person reads before calling: `GET /api/openapi.json`, and the same by
 * procedure for the reference page, `GET /api/reference` and `/api/reference/<procedure>`. All of
 * it follows from the router, and is made once, at start.
 */
export function addReference(app: FastifyInstance, cookieName: string): void {
  const options = documentOptions(cookieName);
  const own = ownOfProcess();
  const document = documents.get(cookieName) ?? textOf(openApiOf(own, options));
  documents.set(cookieName, document);
  const index = referenceIndex(own);

  app.get("/api/openapi.json", async (req, res) => unlessKnown(req, res, document));
  app.get("/api/reference", async () => index);
  app.get("/api/reference/:procedure", (req, res) =>
    answering(req, res, async () => {
      const { procedure } = OneOf.parse(req.params);
      const found = referenceOf(own, procedure, options);
      if (found === null) throw new TRPCError({ code: "NOT_FOUND" });
      return found;
    }),
  );
}

function textOf(made: object): Text {
  const text = JSON.stringify(made);
  return { text, etag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"` };
}

/** 304 to whoever has this very text. */
function unlessKnown(req: FastifyRequest, res: FastifyReply, { text, etag }: Text): FastifyReply {
  void res.header("etag", etag).header("cache-control", "no-cache");
  const known = (req.headers["if-none-match"] ?? "").split(",").map((tag) => tag.trim());
  if (known.some((tag) => tag === "*" || tag.replace(/^W\//, "") === etag))
    return res.code(304).send();
  return res.type("application/json; charset=utf-8").send(text);
}
