import multipart, { type MultipartFile } from "@fastify/multipart";
import { MAX_FILE_BYTES, type ReadableFile, readFile, storeUpload } from "@rubric/domain/candidate";
import { readEvidenceFile } from "@rubric/domain/evidence";
import { refuse } from "@rubric/domain/errors";
import { type Deps, runQuery } from "@rubric/domain/execution";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type Context, makeContext } from "./context.ts";
import { answering } from "./http/answering.ts";
import type { Meta } from "./meta.ts";
import type { Limit } from "./rate-limit.ts";
import { UNNAMED } from "./contract/meeting.ts";
import { type Door, logEvent, readRequest } from "./read-request.ts";
import { refusing } from "./refusal.ts";

const Query = z.object({ org: z.string().min(1).max(200).optional() });
const EvidenceAddress = z.object({ memberId: z.uuid(), fileId: z.uuid() });
const FileAddress = z.object({ applicationId: z.uuid(), fileId: z.uuid() });

/**
 * The ways of a file: `POST /api/upload?org=<slug>` takes one, which belongs to nobody until an
 * application or evidence claims it, and `GET /api/files/<application>/<file>` hands one out as an
 * attachment that no browser runs or shows: to a member (cookie and `?org=<slug>`, or an access token)
 * or to the candidate (header `x-candidate-link`). `GET /api/evidence/<member>/<file>` does so for
 * evidence of somebody's growth, to the two who take part in it.
 */
export async function addFiles(
  app: FastifyInstance,
  deps: Deps,
  options: { door: Door; limit: Limit },
): Promise<void> {
  const contextOf = (req: FastifyRequest, res: FastifyReply): Context => {
    const { org } = Query.parse(req.query);
    const request = { ...readRequest(req, res, options.door, 1), orgSlug: org ?? null };
    const log: Context["log"] = (event) => logEvent(req, event);
    return makeContext(deps, request, { limit: options.limit, contract: UNNAMED, log });
  };
  await app.register(async (scope) => {
    await scope.register(multipart, {
      throwFileSizeLimit: false,
      limits: { fileSize: MAX_FILE_BYTES + 1, files: 1, fields: 0, parts: 1, headerPairs: 20 },
    });

    scope.post("/api/upload", (req, res) =>
      answering(req, res, async () => {
        const ctx = contextOf(req, res);
        return refusing(ctx, UPLOAD, async () => {
          await ctx.limit("public", null);
          const slug = await ctx.caller.uploadsTo();
          const sent = await fileOf(req);
          return storeUpload(deps, slug, sent);
        });
      }),
    );

    scope.get("/api/files/:applicationId/:fileId", (req, res) =>
      answering(req, res, async () => {
        const ctx = contextOf(req, res);
        const file = await refusing(ctx, READ, async () => {
          await ctx.limit("usual", null);
          const address = FileAddress.safeParse(req.params);
          const call = await ctx.caller.call("candidate.readFile", null, "query");
          if (!address.success) return refuse("NOT_FOUND", {});
          const { data } = address;
          const at = { permission: READ.permission, subjectId: data.applicationId };
          return runQuery(deps, call, at, (read) => readFile(read, data));
        });
        return asAttachment(res, file);
      }),
    );

    scope.get("/api/evidence/:memberId/:fileId", (req, res) =>
      answering(req, res, async () => {
        const ctx = contextOf(req, res);
        const file = await refusing(ctx, EVIDENCE, async () => {
          await ctx.limit("usual", null);
          const address = EvidenceAddress.safeParse(req.params);
          const call = await ctx.caller.call("evidence.readFile", null, "query");
          if (!address.success) return refuse("NOT_FOUND", {});
          const { data } = address;
          const at = { permission: EVIDENCE.permission, subjectId: data.memberId };
          return runQuery(deps, call, at, (read) => readEvidenceFile(read, data));
        });
        return asAttachment(res, file);
      }),
    );
  });
}

const READ: Meta = {
  permission: "candidate.readFile",
  errors: ["LINK_INVALID"],
  rate: "usual",
  key: "query",
};
const EVIDENCE: Meta = {
  permission: "evidence.readFile",
  errors: [],
  rate: "usual",
  key: "query",
};
const UPLOAD: Meta = {
  permission: "candidate.applyToJob",
  errors: ["UPLOAD_REFUSED"],
  rate: "public",
  key: "none",
};

async function fileOf(req: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  const part: MultipartFile | undefined = await req.file().catch((error: unknown) => {
    req.log.info({ error }, "An upload could not be read");
    return undefined;
  });
  if (part === undefined) return refuse("UPLOAD_REFUSED", { why: "missing" });
  const bytes = await part.toBuffer();
  if (part.file.truncated) return refuse("UPLOAD_REFUSED", { why: "size" });
  return { name: part.filename ?? "", bytes };
}

/** Sends a file so that a browser saves it and does nothing else with it. */
function asAttachment(res: FastifyReply, { name, mediaType, bytes }: ReadableFile): Buffer {
  const ascii = name.normalize("NFKD").replaceAll(/[^\x20-\x7e]|["\\%;]/g, "_");
  void res
    .type(mediaType)
    .header(
      "content-disposition",
      `attachment; filename="${ascii}"; filename*=UTF-8''${percentCoded(name)}`,
    )
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "sandbox; default-src 'none'")
    .header("cache-control", "private, no-store");
  return bytes;
}

/** As RFC 8187 wants it: what `encodeURIComponent` leaves out is encoded too. */
function percentCoded(text: string): string {
  const hex = (found: string) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replaceAll(/['()*]/g, hex);
}
