import { execFileSync } from "node:child_process";
import { PostgresError } from "./postgres-error.ts";

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const wanted = "rubric";

/** The system user that Postgres runs as when we are root, made if it is missing; null when we are nobody special. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const account = lookUp(wanted) ?? create() ?? lookUp("nobody");
  if (account !== null) return account;
  throw new PostgresError(
    `Postgres refuses to run as root, and neither the user "${wanted}" nor "nobody" exists: run as an ordinary user.`,
  );
}

function create(): Account | null {
  const home = "/var/lib/rubric";
  const attempts = [
    [
      "useradd",
      "--system",
      "--user-group",
      "--no-create-home",
      "--home-dir",
      home,
      "--shell",
      "/usr/sbin/nologin",
      wanted,
    ],
    ["adduser", "-S", "-D", "-H", "-h", home, "-s", "/sbin/nologin", wanted],
  ];
  for (const [command = "", ...args] of attempts) {
    try {
      execFileSync(command, args, { stdio: "ignore" });
    } catch {
      // Another process may have made the user meanwhile: the look-up says.
    }
    const account = lookUp(wanted);
    if (account !== null) return account;
  }
  return null;
}

function lookUp(name: string): Account | null {
  try {
    const uid = Number(
      execFileSync("id", ["-u", name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
    const gid = Number(
      execFileSync("id", ["-g", name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
    return { name, uid, gid };
  } catch {
    return null;
  }
}
