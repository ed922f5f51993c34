import { createRubricClient } from "../client.ts";
import type { Output, RubricClient } from "../types.ts";
import { type Env, TOKEN } from "./env.ts";
import { BadUse } from "./failures.ts";
import { connection, forget, store } from "./settings.ts";
import { harmless } from "./text.ts";
import { askSecret, readAll } from "./terminal.ts";

type Me = Output<RubricClient["identity"]["me"]>;

/** Keeps a token that the server knows; says whose it is. */
export async function signIn(env: Env, options: { url?: string; token?: string }): Promise<string> {
  const url = addressOf(options.url ?? env.url);
  if (options.token !== undefined && options.token !== "-") {
    throw new BadUse("Send the token, so that no list of processes shows it: --token - < FILE");
  }
  const given =
    options.token === "-" ? (await readAll()).trim() : await askSecret("Access token: ");
  if (!TOKEN.test(given)) throw new BadUse("That is no access token.");
  const me = await createRubricClient({ url, token: given }).identity.me.query();
  const file = store(env, { url, token: given });
  return `${whose(me, url)}Kept in ${harmless(file)}.\n`;
}

/** Forgets the kept token; it stays good until it is revoked. */
export function signOut(env: Env): string {
  return forget(env)
    ? "Signed out here. The token stays good until it is revoked on its page.\n"
    : "Nobody was signed in.\n";
}

/** Whose token it is, what it may do, and until when. */
export async function whoAmI(env: Env): Promise<{ me: Me; text: string }> {
  const { url, token } = connection(env);
  const me = await createRubricClient({ url, token }).identity.me.query();
  return { me, text: whose(me, url) };
}

function addressOf(url: string | undefined): string {
  if (url === undefined) throw new BadUse("Say where: --url https://…");
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new BadUse("--url is not the address of a Rubric server.");
  }
  return new URL(url).origin;
}

function whose({ memberships, token }: Me, url: string): string {
  const [member] = memberships;
  const lines = [
    member === undefined ? `Signed in at ${url}.` : `${member.name} of ${member.orgName} at ${url}`,
    ...(token === null
      ? []
      : [
          `Token ${token.name} (${token.kind}), good until ${token.expiresAt}`,
          `May: ${token.scopes.join(", ")}`,
        ]),
  ];
  return lines.map((line) => `${harmless(line)}\n`).join("");
}
