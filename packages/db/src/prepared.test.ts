import { and, asc, count, eq, type InferInsertModel, sql } from "drizzle-orm";
import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Connection, type Tx } from "./connect.ts";
import { sqlState } from "./errors.ts";
import { among, type Given, prepared, put } from "./prepared.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

const town = pgTable("town", {
  id: uuid().primaryKey(),
  name: text().notNull(),
  founded: timestamp({ withTimezone: true }),
  facts: jsonb().$type<{ river: string | null }>(),
  tags: text().array().notNull(),
});
const house = pgTable("house", {
  id: uuid().primaryKey(),
  townId: uuid("town_id"),
  rooms: integer().notNull(),
  sold: boolean().notNull().default(false),
});

const OLD = "01a204dc-2986-7d56-8c96-b469f1cf035d";
const NEW = "01a204dc-2986-7d56-8c96-b469f1cf035e";
const HUT = "01a204dc-2986-7d56-8c96-b469f1cf035f";
const TENT = "01a204dc-2986-7d56-8c96-b469f1cf0360";
const at = new Date("2026-11-22T10:00:00.123Z");

const addTown = prepared((db, of: Given<Required<InferInsertModel<typeof town>>>) =>
  db.insert(town).values({
    id: of.id,
    name: of.name,
    founded: of.founded,
    facts: of.facts,
    tags: of.tags,
  }),
);
const addHouse = prepared((db, of: Given<{ id: string; townId: string | null; rooms: number }>) =>
  db
    .insert(house)
    .values({ id: of.id, townId: of.townId, rooms: of.rooms })
    .onConflictDoNothing()
    .returning({ id: house.id, sold: house.sold }),
);

let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.ownerUrl, { max: 2 });
  await connection.db.execute(sql`create table town (id uuid primary key, name text not null,
    founded timestamptz, facts jsonb, tags text[] not null)`);
  await connection.db.execute(sql`create table house (id uuid primary key, town_id uuid,
    rooms int not null, sold boolean not null default false)`);
  await within(async (tx) => {
    const facts = { river: null };
    await addTown(tx, { id: OLD, name: "Old", founded: at, facts, tags: ["a", 'b"'] });
    await addTown(tx, { id: NEW, name: "New", founded: null, facts: null, tags: [] });
    await addHouse(tx, { id: HUT, townId: OLD, rooms: 2 });
    await addHouse(tx, { id: TENT, townId: null, rooms: 1 });
  });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const within = <T>(work: (tx: Tx) => Promise<T>) => connection.db.transaction(work);

describe("a prepared statement", () => {
  it("writes nulls, instants, JSON and lists as the library does", async () => {
    const { db } = connection;
    const rows = await db.select().from(town).orderBy(asc(town.name));
    expect(rows).toEqual([
      { id: NEW, name: "New", founded: null, facts: null, tags: [] },
      { id: OLD, name: "Old", founded: at, facts: { river: null }, tags: ["a", 'b"'] },
    ]);
    const [none] = await db.execute(sql`select facts is null as none from town where id = ${NEW}`);
    expect(none).toEqual({ none: true });
  });

  it("answers rows as the library does, joined ones and ones without", async () => {
    const asked = (db: Pick<Tx, "select">, id: Parameters<typeof eq>[1]) =>
      db
        .select({
          home: house,
          of: town,
          name: town.name,
          mixed: { town: town.id, home: house.id },
        })
        .from(house)
        .leftJoin(town, eq(town.id, house.townId))
        .where(sql`${house.rooms} > 0 and ${id}::uuid is not null`)
        .orderBy(asc(house.rooms));
    const ready = prepared((db, of: Given<{ id: string }>) => asked(db, of.id));
    await within(async (tx) => {
      const library = await asked(tx, OLD);
      expect(library.map(({ of }) => of?.name)).toEqual([undefined, "Old"]);
      for (let n = 0; n < 2; n += 1) {
        const own = await ready(tx, { id: OLD });
        expect(own).toEqual(library);
        expect(JSON.stringify(own)).toBe(JSON.stringify(library));
      }
    });
  });

  it("answers what is computed, by its own names", async () => {
    const ready = prepared((db, of: Given<{ name: string }>) =>
      db
        .select({
          name: town.name,
          many: count(house.id),
          older: sql<boolean>`${town.founded} < now()`.as("older"),
          year: sql`extract(year from ${town.founded})`.mapWith(Number),
        })
        .from(town)
        .leftJoin(house, eq(house.townId, town.id))
        .where(eq(town.name, of.name))
        .groupBy(town.id),
    );
    await within(async (tx) => {
      expect(await ready(tx, { name: "Old" })).toEqual([
        { name: "Old", many: 1, older: true, year: 2026 },
      ]);
      expect(await ready(tx, { name: "New" })).toEqual([
        { name: "New", many: 0, older: null, year: null },
      ]);
      expect(await ready(tx, { name: "None" })).toEqual([]);
    });
  });

  it("takes lists of any length, and a value in more than one place", async () => {
    const ready = prepared((db, of: Given<{ ids: readonly string[]; names: readonly string[] }>) =>
      db
        .select({ id: town.id })
        .from(town)
        .where(
          and(
            among(town.id, of.ids),
            sql`(${town.name} = any(${of.names}) or cardinality(${of.names}::text[]) = 0)`,
          ),
        )
        .orderBy(asc(town.name)),
    );
    await within(async (tx) => {
      const found = async (ids: string[], names: string[]) =>
        (await ready(tx, { ids, names })).map((row) => row.id);
      expect(await found([OLD, NEW], [])).toEqual([NEW, OLD]);
      expect(await found([OLD, NEW], ["Old", 'a, {b}"'])).toEqual([OLD]);
      expect(await found([], [])).toEqual([]);
    });
  });

  it("changes, says what it changed, and locks", async () => {
    const sell = prepared((db, of: Given<{ id: string; sold: boolean }>) =>
      db
        .update(house)
        .set({ sold: put(house.sold, of.sold) })
        .where(and(eq(house.id, of.id), eq(house.sold, false)))
        .returning({ rooms: house.rooms }),
    );
    const lock = prepared((db, of: Given<{ id: string }>) =>
      db.select().from(house).where(eq(house.id, of.id)).for("update"),
    );
    await within(async (tx) => {
      expect(await sell(tx, { id: HUT, sold: true })).toEqual([{ rooms: 2 }]);
      expect(await sell(tx, { id: HUT, sold: true })).toEqual([]);
      expect(await lock(tx, { id: HUT })).toEqual([{ id: HUT, townId: OLD, rooms: 2, sold: true }]);
      const [held] = await tx.execute(sql`select count(*)::int as many from pg_locks
        where relation = 'house'::regclass and mode = 'RowShareLock' and pid = pg_backend_pid()`);
      expect(held).toEqual({ many: 1 });
      expect(await addHouse(tx, { id: HUT, townId: OLD, rooms: 3 })).toEqual([]);
    });
  });

  it("fails as one of the library's does, and refuses a value that is not there", async () => {
    const wrong = within((tx) => addHouse(tx, { id: "no id", townId: null, rooms: 1 }));
    expect(sqlState(await wrong.catch((error: unknown) => error))).toBe("22P02");
    const lacking = JSON.parse(`{ "id": "${HUT}", "townId": null }`);
    await expect(within((tx) => addHouse(tx, lacking))).rejects.toThrow("no value for rooms");
  });
});
