import { expect, it } from "vitest";
import { PUBLIC_URL, useApi, VISITOR_KEY } from "../test/api.ts";
import { visitorSeal } from "./visitor.ts";

const NOW = 1_800_000_000_000;
const seal = visitorSeal("the door's key");

it("believes an address that it named itself, for a minute", () => {
  const sealed = seal.seal("203.0.113.7", NOW);
  expect(seal.open(sealed, NOW)).toBe("203.0.113.7");
  expect(seal.open(sealed, NOW + 61_000)).toBeNull();
});

it("believes nothing that another key named, or that was changed on the way", () => {
  const sealed = seal.seal("203.0.113.7", NOW);
  expect(visitorSeal("another key").open(sealed, NOW)).toBeNull();
  expect(seal.open(sealed.replace("203.0.113.7", "198.51.100.1"), NOW)).toBeNull();
  expect(seal.open(sealed.replace(/^\d+/, String(NOW * 2)), NOW)).toBeNull();
  for (const junk of ["", " ", "1 2", "x y z"]) expect(seal.open(junk, NOW)).toBeNull();
});

const api = useApi();

/** Guesses at a link: as few guesses as at a password, and none costs a slow hash. */
async function guess(n: number, visitor: string | undefined) {
  const answer = await api.app.inject({
    method: "POST",
    url: "/api/trpc/identity.acceptInvitation",
    remoteAddress: "127.0.0.1",
    headers: {
      "content-type": "application/json",
      origin: PUBLIC_URL,
      ...(visitor === undefined ? {} : { "x-visitor": visitor }),
    },
    payload: {
      token: `guess-${n}`.padEnd(43, "x"),
      name: "A Visitor",
      password: "violet anchor 9",
    },
  });
  return answer.statusCode;
}

it("counts a page's calls by the visitor, and by the caller where the name is forged", async () => {
  const door = visitorSeal(VISITOR_KEY);
  for (let n = 0; n < 60; n += 1)
    expect(await guess(n, door.seal("198.51.100.20", Date.now()))).toBe(422);
  expect(await guess(60, door.seal("198.51.100.20", Date.now()))).toBe(429);
  expect(await guess(61, door.seal("198.51.100.21", Date.now()))).toBe(422);
  for (let n = 100; n < 160; n += 1)
    await guess(n, visitorSeal("forged").seal(`192.0.2.${n}`, Date.now()));
  expect(await guess(160, undefined)).toBe(429);
}, 60_000);
