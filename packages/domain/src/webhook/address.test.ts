import { describe, expect, it } from "vitest";
import { isNetwork, isSendable } from "./address.ts";

const PRIVATE = [
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "10.255.255.255",
  "100.64.0.1",
  "100.127.255.254",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.8",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.0.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "239.255.255.250",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::7f00:1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "::ffff:a9fe:a9fe",
  "::ffff:0:127.0.0.1",
  "64:ff9b::127.0.0.1",
  "64:ff9b::a00:1",
  "64:ff9b:1::1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2001:10::1",
  "2002:7f00:1::1",
  "2002:a00:1::",
  "fc00::1",
  "fd00:ec2::254",
  "fd12:3456::1",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "4000::1",
];
const ODD = ["", "localhost", "1.2.3.4.5", "256.1.1.1", ":::", "1.2.3.4/8", "not an address"];
const PUBLIC = ["1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111"];

describe("an IP address", () => {
  it.each(PRIVATE)("that is not public is not sent to: %s", (address) => {
    expect(isSendable(address, [])).toBe(false);
  });

  it.each(ODD)("that is none is not sent to: %j", (address) => {
    expect(isSendable(address, ["0.0.0.0/0", "::/0"])).toBe(false);
  });

  it.each(PUBLIC)("that is public is sent to: %s", (address) => {
    expect(isSendable(address, [])).toBe(true);
    expect(isSendable(`::ffff:${address}`, [])).toBe(!address.includes(":"));
  });

  it("is sent to where the operator named its network, and only there", () => {
    const allowed = ["10.1.0.0/16", "fd00:1::/32"];
    expect(isSendable("10.1.2.3", allowed)).toBe(true);
    expect(isSendable("::ffff:10.1.2.3", allowed)).toBe(true);
    expect(isSendable("10.2.0.1", allowed)).toBe(false);
    expect(isSendable("fd00:1::9", allowed)).toBe(true);
    expect(isSendable("fd00:2::9", allowed)).toBe(false);
  });

  it("is no network by itself", () => {
    expect(["10.1.0.0/16", "::1/128"].map(isNetwork)).toEqual([true, true]);
    expect(["10.1.0.0", "10.1.0.0/33", "everything", ""].map(isNetwork)).toEqual(
      Array.from({ length: 4 }, () => false),
    );
  });
});
