import { describe, expect, it } from "vitest";
import { findDestination, STRICT, type Webhooks } from "./destination.ts";

const naming = (addresses: readonly string[], over: Partial<Webhooks> = {}): Webhooks => ({
  ...STRICT,
  resolve: async () => addresses,
  ...over,
});
const why = async (url: string, of = naming(["93.184.216.34"])) => {
  const found = await findDestination(url, of);
  return found.ok ? null : found.why;
};

/** Notations that a client makes a private address of. */
const ODD = [
  "https://2130706433/",
  "https://0x7f000001/",
  "https://0177.0.0.1/",
  "https://0x7f.1/",
  "https://127.1/",
  "https://0/",
  "https://00000000/",
  "https://127.0.0.1./",
  "https://①②⑦.0.0.1/",
  "https://１２７.0.0.1/",
  "https://127。0。0。1/",
  "https://[::1]/",
  "https://[::]/",
  "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:7f00:1]/",
  "https://[0:0:0:0:0:ffff:169.254.169.254]/",
  "https://[64:ff9b::7f00:1]/",
  "https://[fe80::1]/",
  "https://0xa9fea9fe/latest/meta-data/",
  "https://169.254.169.254/latest/meta-data/",
  "https://10.0.0.1:8443/",
];

describe("where events are sent", () => {
  it.each(ODD)("is never a private address, however it is written: %s", async (url) => {
    expect(await why(url)).toMatch(/private address/);
  });

  it.each([
    ["http://example.com/", /begin with https/],
    ["ftp://example.com/", /begin with https/],
    ["file:///etc/passwd", /begin with https/],
    ["javascript:alert(1)", /begin with https/],
    ["https://user:secret@example.com/", /name or password/],
    ["https://user@example.com/", /name or password/],
    ["https://example.com/#part", /after #/],
    ["https://example.com:22/", /port 22/],
    ["https://example.com:25/", /port 25/],
    ["https://[fe80::1%25eth0]/", /not an address/],
    ["https://exa\nmple.com/", /not seen/],
    ["https://exa\tmple.com/", /not seen/],
    ["https://example.com/\u202egpj.exe", /not seen/],
    ["https://exam\u00adple.com/", /not seen/],
    ["https://exam\u200bple.com/", /not seen/],
    ["https://example.com/\u001b[2J", /not seen/],
    ["https://example.com/a b", /not seen/],
    ["https://", /not an address/],
    ["example.com", /not an address/],
    ["", /not an address/],
  ])("is a whole https address without a name or a service's port: %s", async (url, says) => {
    expect(await why(url)).toMatch(says);
  });

  it("is what a name leads to, if all of that is public", async () => {
    const url = "https://hooks.example:8443/in?a=1";
    const found = await findDestination(url, naming(["93.184.216.34", "2606:4700::1111"]));
    expect(found).toMatchObject({ ok: true, addresses: ["93.184.216.34", "2606:4700::1111"] });
    expect(await why(url, naming(["93.184.216.34", "127.0.0.1"]))).toMatch(/private address/);
    expect(await why(url, naming([]))).toMatch(/was not found/);
    const broken = naming([], { resolve: () => Promise.reject(new Error("ESERVFAIL")) });
    expect(await why(url, broken)).toMatch(/was not found/);
  });

  it("is looked up once each time: a name that changes is found out, or is not followed", async () => {
    const answers = [["93.184.216.34"], ["127.0.0.1"]];
    let asked = 0;
    const rebinding = naming([], { resolve: async () => answers[asked++] ?? [] });
    const first = await findDestination("https://rebind.example/", rebinding);
    expect(first).toMatchObject({ ok: true, addresses: ["93.184.216.34"] });
    expect(asked).toBe(1);
    expect(await why("https://rebind.example/", rebinding)).toMatch(/private address/);
  });

  it("is an internal receiver only where the operator allows its network and plain http", async () => {
    const url = "http://127.0.0.1:4000/";
    const allowedNetworks = ["127.0.0.0/8"];
    expect(await why(url, naming([], { allowedNetworks }))).toMatch(/begin with https/);
    expect(await why(url, naming([], { allowHttp: true }))).toMatch(/private address/);
    expect(await why(url, naming([], { allowHttp: true, allowedNetworks }))).toBeNull();
  });
});
