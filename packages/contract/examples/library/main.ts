import { breaksOnWire, diffManifests } from "@rubric/contract/diff";
import { makeHandshake } from "@rubric/contract/handshake";
import { contractOf } from "./contract.ts";
import { firstRouter, secondRouter } from "./router.ts";

const first = contractOf(firstRouter, new Date("2026-01-01T00:00:00Z"));
const second = contractOf(secondRouter, new Date("2026-02-01T00:00:00Z"));

for (const { verdict, rule, path, at, what } of diffManifests(first, second)) {
  process.stdout.write(`${verdict}: ${rule} ${path} ${at} ${what}\n`);
}

const handshake = makeHandshake(second, [first], breaksOnWire);
for (const path of Object.keys(first.procedures)) {
  process.stdout.write(
    `a client of January calls ${path}: ${handshake.meet(first, path).verdict}\n`,
  );
}
