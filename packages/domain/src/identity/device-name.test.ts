import { describe, expect, it } from "vitest";
import { deviceName } from "./device-name.ts";

describe("the name of a browser", () => {
  const chrome =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";
  it.each([
    [chrome, "Chrome on Linux"],
    [`${chrome} Edg/140.0.0.0`, "Edge on Linux"],
    [chrome.replace("Chrome", "HeadlessChrome"), "Chrome on Linux"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0",
      "Firefox on macOS",
    ],
    ["curl/8.9.0", "Another program"],
    ["", "Another program"],
  ])("%s", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});
