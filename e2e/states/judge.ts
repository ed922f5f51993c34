import type { Page } from "@playwright/test";
import axe from "axe-core";

declare global {
  interface Window {
    /** In a page once its source was brought there. */
    axe?: typeof axe;
  }
}

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What can differ between a page in the light and the same page in the dark. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];
/** What can differ between a phone and a page at 200 %, which has the same parts. */
const OF_SIZE = ["target-size"];

type Only = { type: "tag" | "rule"; values: string[] };

/**
 * What is wrong with a page as it is now by WCAG 2.2 A and AA, a line for each element. With
 * `part`, a selector, only with that part of it.
 */
export async function violationsOf(page: Page, part = "html"): Promise<string[]> {
  return judge(page, part, { type: "tag", values: WCAG_22_AA });
}

/** The same, only by what the colour scheme decides. */
export async function coloursOf(page: Page, part = "html"): Promise<string[]> {
  return judge(page, part, { type: "rule", values: OF_COLOUR });
}

/** The same, only by what the room on the screen decides. */
export async function sizesOf(page: Page): Promise<string[]> {
  return judge(page, "html", { type: "rule", values: OF_SIZE });
}

async function judge(page: Page, part: string, only: Only): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([within, runOnly]) => {
      if (window.axe === undefined) throw new Error("There is nothing to judge by.");
      const { violations } = await window.axe.run(within, {
        runOnly,
        resultTypes: ["violations"],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
      );
    },
    [part, only] as const,
  );
}

/** What does not fit: one would have to scroll sideways, or a text runs out of its box. */
export async function overflowOf(page: Page, part = "main"): Promise<string[]> {
  return page.evaluate((within) => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const elements = [...document.querySelectorAll(`${within}, ${within} *`)];
    const boxed = elements.filter((one) => getComputedStyle(one).overflowX !== "visible");
    const name = (one: Element) =>
      `${one.tagName} .${one.className} "${(one.textContent ?? "").trim().slice(0, 40)}"`;
    const wide = elements.filter((one) => {
      const { right, width } = one.getBoundingClientRect();
      const inBox = boxed.some((box) => box !== one && box.contains(one));
      return width > 0 && right > clientWidth + 1 && !inBox;
    });
    const runOut = elements.filter((one) => {
      const holdsText = [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "",
      );
      return (
        holdsText &&
        one.scrollWidth > one.clientWidth + 1 &&
        one.clientWidth > 1 &&
        !boxed.includes(one)
      );
    });
    return [
      ...(scrollWidth > clientWidth
        ? [`The page is too wide by ${scrollWidth - clientWidth}.`]
        : []),
      ...(scrollWidth > clientWidth ? wide.slice(0, 5).map((one) => `too wide: ${name(one)}`) : []),
      ...runOut.slice(0, 5).map((one) => `runs out of its box: ${name(one)}`),
    ];
  }, part);
}

/** What keeps the focused element from being seen: no ring around it, or something over it. */
export async function focusOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return ["Nothing is focused."];
    const around = [element, element.parentElement, element.nextElementSibling];
    const ringed = around.some((one) =>
      [null, "::after", "::before"].some((part) => {
        if (one === null) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, part);
        return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      }),
    );
    const { left, top, width, height } = element.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    const seen =
      over !== null && (element.contains(over) || over.contains(element) || over === element);
    return [
      ...(ringed ? [] : ["The focused element has no ring."]),
      ...(seen ? [] : [`The focused element is covered by ${over?.className ?? "nothing"}.`]),
    ];
  });
}
