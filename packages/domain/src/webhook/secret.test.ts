import { describe, expect, it } from "vitest";
import { newSecret, openSecret, sealSecret, signatures } from "./secret.ts";

describe("a webhook's secret", () => {
  it("signs as Standard Webhooks does, by the example of its specification", () => {
    const signed = {
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      timestamp: 1_614_265_330,
      body: '{"test": 2432232314}',
    };
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    expect(signatures([secret], signed)).toBe(signature);
    const both = signatures([newSecret(), secret], signed).split(" ");
    expect(both).toHaveLength(2);
    expect(both[1]).toBe(signature);
  });

  it("is 32 random bytes", () => {
    const secret = newSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(newSecret()).not.toBe(secret);
  });

  it("is kept as it is without a key, and with one so that only key and endpoint open it", () => {
    const secret = newSecret();
    const key = "a key of an operator that is long enough";
    expect(sealSecret(secret, null, "one")).toBe(secret);
    expect(openSecret(secret, key, "one")).toBe(secret);
    const kept = sealSecret(secret, key, "one");
    expect(kept).not.toContain(secret.slice(6));
    expect(sealSecret(secret, key, "one")).not.toBe(kept);
    expect(openSecret(kept, key, "one")).toBe(secret);
    expect(() => openSecret(kept, `${key}!`, "one")).toThrow(/another key/);
    expect(() => openSecret(kept, null, "one")).toThrow(/another key/);
    expect(() => openSecret(kept, key, "other")).toThrow(/another key/);
  });
});
