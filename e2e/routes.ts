import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const app = fileURLToPath(new URL("../apps/web/src/app", import.meta.url));

/** Every page of the web app by its route, as in "o/[org]/jobs/[jobId]"; groups in brackets are no part of it. */
export function routesOfApp(): string[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path === "page.tsx" || path.endsWith("/page.tsx"))
    .map((path) =>
      path
        .replace(/\/?page\.tsx$/, "")
        .split("/")
        .filter((part) => !part.startsWith("("))
        .join("/"),
    )
    .toSorted();
}
