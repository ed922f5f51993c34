import { join } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  transpilePackages: ["@rubric/domain"],
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
  },
};

export default config;
