import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./environment.mjs";
import { Sentence, step } from "./messages.mjs";
import { runQuietly } from "./run.mjs";

// The first draws no window at all, and takes a third less of the processor.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Finds a Chromium for the end-to-end tests: CHROMIUM_PATH, else an installed one, else Debian's when we are root,
 * else the one that came from npm.
 * @returns {Promise<Record<string, string>>} The environment that tells the tests: CHROMIUM_PATH, and what it needs to run.
 */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (await runs(given)) return { CHROMIUM_PATH: given };
    throw new Sentence(
      `CHROMIUM_PATH is ${given}, which does not run: correct it, or leave it out.`,
    );
  }
  const found = (await installed()) ?? (await fromDebian()) ?? (await fromNpm());
  if (found !== null) return found;
  throw new Sentence(
    "No browser for the end-to-end tests: install Chromium, or set CHROMIUM_PATH to one.",
  );
}

async function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...elsewhere,
  ];
  for (const path of candidates)
    if (existsSync(path) && (await runs(path))) return { CHROMIUM_PATH: path };
  return null;
}

async function fromDebian() {
  if (
    process.getuid?.() !== 0 ||
    !existsSync("/usr/bin/apt-get") ||
    !existsSync("/etc/debian_version")
  )
    return null;
  await step("Installing Chromium with apt-get", async () => {
    const options = { env: { DEBIAN_FRONTEND: "noninteractive" } };
    await runQuietly("apt-get", ["update", "-qq"], options);
    for (const name of ["chromium-headless-shell", "chromium"]) {
      const install = ["install", "-y", "-qq", "--no-install-recommends", name];
      if ((await runQuietly("apt-get", install, options)).code === 0) return;
    }
  });
  return installed();
}

async function fromNpm() {
  const from = createRequire(join(root, "e2e", "package.json"));
  let entry;
  try {
    entry = from.resolve("@sparticuz/chromium");
  } catch {
    return null;
  }
  const target = join(root, ".data", "chromium");
  const path = join(target, "chromium");
  const environment = {
    CHROMIUM_PATH: path,
    LD_LIBRARY_PATH: join(target, "al2023", "lib"),
    FONTCONFIG_FILE: join(target, "fonts.conf"),
  };
  if (!(await runs(path, environment)))
    await step("Unpacking Chromium", () => unpack(entry, target));
  return (await runs(path, environment)) ? environment : null;
}

/** Unpacks the browser and the system libraries it needs, in one move so that half of it is never used. */
async function unpack(entry, target) {
  const half = `${target}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  const source = `
    const { default: chromium, inflate } = await import(${JSON.stringify(pathToFileURL(entry).href)});
    await chromium.executablePath();
    await inflate(${JSON.stringify(join(entry, "..", "..", "bin", "al2023.tar.br"))});
  `;
  const options = { env: { TMPDIR: half } };
  const { code } = await runQuietly(
    process.execPath,
    ["--input-type=module", "-e", source],
    options,
  );
  rmSync(target, { recursive: true, force: true });
  if (code !== 0) return rmSync(half, { recursive: true, force: true });
  // The package's own file looks for the fonts in fixed places; without any font every text is invisible.
  writeFileSync(
    join(half, "fonts.conf"),
    `<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(target, "fonts")}</dir>
  <cachedir>${join(target, "fonts-cache")}</cachedir>
</fontconfig>
`,
  );
  renameSync(half, target);
}

async function runs(path, env = {}) {
  if (!existsSync(path)) return false;
  const { code } = await runQuietly(path, ["--version", "--no-sandbox"], { env });
  return code === 0;
}
