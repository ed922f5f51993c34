import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  ilike,
  inArray,
  isNull,
  or,
  type Query,
  SQL,
  sql,
  sum,
} from "drizzle-orm";
import { alias, PgDialect, union } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import { describe, expect, it, vi } from "vitest";
import { application, candidate, job, organizationSettings, session } from "./schema/index.ts";
import { writeTextByLibrary, writeTextFast } from "./sql-text.ts";

const dialect = new PgDialect();
const query = drizzle.mock();
const at = new Date("2026-11-22T10:00:00.000Z");
const id = "01a204dc-2986-7d56-8c96-b469f1cf035d";

function written(of: SQL, how: "fast" | "library"): Query {
  if (how === "fast") writeTextFast();
  else writeTextByLibrary();
  return dialect.sqlToQuery(of);
}

const other = alias(candidate, "other");
const newest = query
  .select({ id: application.id, at: sql<Date>`max(${application.createdAt})`.as("at") })
  .from(application)
  .groupBy(application.id)
  .as("newest");
const known = query.$with("known").as(query.select().from(candidate));

const STATEMENTS: Record<string, SQL> = {
  "all columns": query.select().from(application).getSQL(),
  "a table of another schema": query.select().from(session).where(eq(session.id, "x")).getSQL(),
  "joins and an alias": query
    .select({ name: candidate.name, theirs: other.name, many: count() })
    .from(candidate)
    .leftJoin(other, and(eq(other.orgId, candidate.orgId), eq(other.id, candidate.id)))
    .where(or(isNull(other.erasedAt), ilike(other.name, "%x%")))
    .groupBy(candidate.name, other.name)
    .orderBy(asc(candidate.name), desc(other.name))
    .limit(5)
    .offset(2)
    .getSQL(),
  "values of every type": query
    .select({ one: sql`1` })
    .from(application)
    .where(
      and(
        eq(application.orgId, id),
        eq(application.createdAt, at),
        inArray(application.state, ["active", "hired"]),
        sql`${application.answers} = ${sql.param({ a: [1] }, application.answers)}`,
        sql`${1} = ${true} and ${null} is null and ${"it's"} <> ${sql.param(null)}`,
      ),
    )
    .getSQL(),
  "lists, empty and nested": sql`select ${[1, [2, "three"]]}, ${[]}, ${sql.join([sql`a`, undefined, sql`b`], sql`, `)}`,
  "a subquery and what it names": query
    .select({ id: newest.id, at: newest.at })
    .from(newest)
    .where(exists(query.select().from(job).where(eq(job.id, newest.id))))
    .getSQL(),
  "with, and a union": union(
    query.with(known).select({ id: known.id }).from(known),
    query.select({ id: candidate.id }).from(candidate),
  ).getSQL(),
  "an insert of two with a default, on conflict": query
    .insert(organizationSettings)
    .values([
      { orgId: id, timeZone: "Europe/Berlin", privacyNotice: "", updatedAt: at },
      { orgId: id, timeZone: "UTC", privacyNotice: "it's", traits: ["remote"], updatedAt: at },
    ])
    .onConflictDoUpdate({
      target: organizationSettings.orgId,
      set: { timeZone: sql`excluded.time_zone` },
    })
    .returning({ orgId: organizationSettings.orgId })
    .getSQL(),
  "an update and a delete": sql`${query.update(candidate).set({ name: "New", erasedAt: at }).where(eq(candidate.id, id))};
    ${query.delete(candidate).where(eq(candidate.id, id)).returning()}`,
  "placeholders and names": sql`select ${sql.placeholder("a")}::text, ${sql.identifier("a column")},
    ${sql.param(sql.placeholder("b"), application.createdAt)} ${sql.raw("for share")}`,
  "a parameter that stands for a part": sql`select ${sql.param(sql`now() + ${"1 day"}::interval`)}, ${sum(application.id)}`,
  "parameters within the text": sql`select ${sql`${"it's"} || ${7}`.inlineParams()}, ${"outside"}`,
  "a table by itself": sql`truncate ${organizationSettings}`,
};

describe("the text of a statement, written in one go", () => {
  it.each(Object.entries(STATEMENTS))("is the library's: %s", (_, of) => {
    const { sql: text, params } = written(of, "library");
    expect(text.length).toBeGreaterThan(10);
    // The second time by the names that it has kept.
    for (let n = 0; n < 2; n += 1) expect(written(of, "fast")).toEqual({ sql: text, params });
  });

  it("is written so wherever there is a connection", async () => {
    writeTextByLibrary();
    const now = (): unknown => Reflect.get(SQL.prototype, "buildQueryFromSourceParams");
    const before = now();
    vi.resetModules();
    await import("./connect.ts");
    expect(now()).not.toBe(before);
  });
});
