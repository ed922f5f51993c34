import { startPostgres } from "../src/embedded.ts";

const [dataDir = "", ephemeral = ""] = process.argv.slice(2);
const server = await startPostgres({ dataDir, ephemeral: ephemeral === "ephemeral" });
process.stdout.write(`${server.url}\n`);
if (process.argv.includes("fail")) throw new Error("on purpose");
setInterval(() => undefined, 60_000);
