import { newId } from "@rubric/db";
import { describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { refusal, useHarness } from "../../test/harness.ts";
import {
  ANYONE,
  givePassword,
  instanceActions,
  instanceCommand,
  openSession,
  PASSWORD,
} from "../../test/instance.ts";
import { pagesOf } from "../mail/pages.ts";
import { writeAccountMail } from "../mail/index.ts";
import { LIMITS } from "../limits.ts";
import { changePassword, mintLink, requestReset, resetPassword, signIn } from "./index.ts";
import { requireStrong } from "./passwords.ts";

const harness = useHarness();
const NEXT = "violet anchor basil drum";
const HOUR = 3_600_000;

async function person() {
  const { org, cast } = await makeOrg(harness);
  const email = await givePassword(harness, org, cast.recruiter);
  return { org, cast, email, accountId: cast.recruiter.accountId };
}

const resetLink = (accountId: string, at = new Date()) =>
  harness.within(newId(), (tx) =>
    mintLink(tx, {
      kind: "password_reset",
      orgId: null,
      subjectId: accountId,
      at,
      hours: LIMITS.passwordResetHours,
    }),
  );

const reset = (token: string, password = NEXT) =>
  instanceCommand(harness, ANYONE, "identity.resetPassword", resetPassword, { token, password });

const enters = (email: string, password: string) =>
  instanceCommand(harness, ANYONE, "identity.signIn", signIn, { email, password });

describe("identity.changePassword", () => {
  it("changes it, tells the owner by e-mail and writes the audit entry", async () => {
    const { email, accountId } = await person();
    const { caller } = await openSession(harness, accountId);
    await instanceCommand(harness, caller, "identity.changePassword", changePassword, {
      current: PASSWORD,
      password: NEXT,
    });
    expect(await refusal(enters(email, PASSWORD))).toBe("CREDENTIALS_WRONG");
    await enters(email, NEXT);
    expect(harness.jobs).toContainEqual(
      expect.objectContaining({ queue: "passwordChanged", orgId: null, id: accountId }),
    );
    expect(await instanceActions(harness, accountId)).toContain("identity.changePassword");
  });

  it("refuses without the current password, a weak one, and who is not signed in", async () => {
    const { accountId, cast } = await person();
    const { caller } = await openSession(harness, accountId);
    const change = (who: typeof ANYONE, current: string, password: string) =>
      refusal(
        instanceCommand(harness, who, "identity.changePassword", changePassword, {
          current,
          password,
        }),
      );
    expect(await change(caller, "not the right one", NEXT)).toBe("PASSWORD_WRONG");
    expect(await change(caller, PASSWORD, "password1234")).toBe("PASSWORD_WEAK");
    expect(await change(caller, PASSWORD, `${cast.recruiter.name} 1`)).toBe("PASSWORD_WEAK");
    expect(await change(ANYONE, PASSWORD, NEXT)).toBe("FORBIDDEN");
  });
});

describe("identity.requestReset", () => {
  it("asks for the e-mail of a known address and answers an unknown one alike", async () => {
    const { email, accountId } = await person();
    const ask = (address: string) =>
      instanceCommand(harness, ANYONE, "identity.requestReset", requestReset, { email: address });
    const before = harness.jobs.length;
    expect((await ask(email)).answer).toEqual((await ask(`nobody-${email}`)).answer);
    expect(harness.jobs.slice(before)).toMatchObject([
      { queue: "mail", orgId: null, id: accountId },
    ]);
    expect(await instanceActions(harness, accountId)).toEqual(["identity.requestReset"]);
  });

  it("sends a link that leads to the page and resets the password", async () => {
    const { accountId, email } = await person();
    const publicUrl = "https://rubric.test";
    const deps = { db: harness.connection.db, limits: LIMITS, publicUrl };
    const mail = await writeAccountMail(deps, "reset", accountId);
    const path = pagesOf(publicUrl, "").passwordReset("");
    const token = new RegExp(`${path}([a-z0-9]+)`).exec(mail?.text ?? "")?.[1] ?? "";
    await reset(token);
    await enters(email, NEXT);
  });
});

describe("identity.resetPassword", () => {
  it("works once, also for two at once, and writes the audit entry", async () => {
    const { accountId, email } = await person();
    const token = await resetLink(accountId);
    const outcomes = await Promise.allSettled([reset(token), reset(token), reset(token)]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await refusal(reset(token))).toBe("LINK_INVALID");
    await enters(email, NEXT);
    expect(await instanceActions(harness, accountId)).toContain("identity.resetPassword");
  });

  it("works for 2 hours", async () => {
    const { accountId } = await person();
    const ago = (ms: number) => new Date(Date.now() - ms);
    const late = await resetLink(accountId, ago(2 * HOUR + 1000));
    expect(await refusal(reset(late))).toBe("LINK_INVALID");
    await reset(await resetLink(accountId, ago(2 * HOUR - 10_000)));
  });

  it("ends every other reset link of the account, and none of another's", async () => {
    const { accountId, cast } = await person();
    const [first, second] = [await resetLink(accountId), await resetLink(accountId)];
    const foreign = await resetLink(cast.manager.accountId);
    await reset(second);
    expect(await refusal(reset(first))).toBe("LINK_INVALID");
    await reset(foreign);
  });

  it("keeps the link when the new password is refused, and knows no other kind of link", async () => {
    const { org, accountId, cast } = await person();
    const token = await resetLink(accountId);
    expect(await refusal(reset(token, "aaaaaaaaaaaaaaaa"))).toBe("PASSWORD_WEAK");
    await reset(token);
    const invitation = await harness.within(org.id, (tx) =>
      mintLink(tx, {
        kind: "invitation",
        orgId: org.id,
        subjectId: cast.recruiter.memberId,
        at: new Date(),
        hours: 72,
      }),
    );
    expect(await refusal(reset(invitation))).toBe("LINK_INVALID");
    expect(await refusal(reset("no-such-token"))).toBe("LINK_INVALID");
  });
});

describe("a strong password", () => {
  const own = ["Mina Okafor", "mina.okafor@acme.test"];
  it.each(["password1234", "rubric2026!!", "aaaabbbbcccc", "minaokafor12", "okafor okafor"])(
    "is not %s",
    (password) => {
      expect(() => requireStrong(password, "password", own)).toThrow("PASSWORD_WEAK");
    },
  );
  it.each(["granite otter lantern plum", "x7#kQ9!vLp2w", "okafor granite otter"])(
    "is %s",
    (password) => {
      expect(() => requireStrong(password, "password", own)).not.toThrow();
    },
  );
});
