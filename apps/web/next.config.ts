import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeMark } from "@rubric/contract/handshake";
import { Manifest } from "@rubric/contract/manifest";
import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";

const contract = join(import.meta.dirname, "../../contract/current.json");

/** The contract that these pages are built against, as they name it in each call. */
function contractMark(): string {
  return writeMark(Manifest.parse(JSON.parse(readFileSync(contract, "utf8"))));
}

/** Whether to build beside the app the same once more, with maps that say what is in its scripts. */
const mapped = process.env.RUBRIC_WEB_MAPS === "true";

export default function config(phase: string): NextConfig {
  const development = phase === PHASE_DEVELOPMENT_SERVER;
  return {
    ...(mapped ? { distDir: ".next/maps", productionBrowserSourceMaps: true } : {}),
    reactStrictMode: true,
    poweredByHeader: false,
    agentRules: false,
    devIndicators: false,
    // Nobody gets a page whose title comes later: for a moment it would have none.
    htmlLimitedBots: /.*/,
    env: { RUBRIC_CONTRACT: contractMark() },
    transpilePackages: ["@rubric/contract", "@rubric/domain"],
    turbopack: { root: join(import.meta.dirname, "../..") },
    // `tsc -b` at the root checks the types of every package, this one included.
    typescript: { ignoreBuildErrors: true },
    experimental: {
      optimizePackageImports: [
        "@mantine/core",
        "@mantine/dates",
        "@mantine/hooks",
        "@tabler/icons-react",
      ],
      // Each costs seconds of the first start; the build as a whole is cached by turbo.
      turbopackFileSystemCacheForBuild: false,
      turbopackSourceMaps: development || mapped,
      // Without it the build takes a fifth less, and what browsers load is a tenth smaller.
      turbopackScopeHoisting: false,
      serverMinification: false,
    },
  };
}
