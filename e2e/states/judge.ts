import type { Page } from "@playwright/test";
import axe from "axe-core";

declare global {
  interface Window {
    /** In a page once its source was brought there. */
    axe?: typeof axe;
  }
}

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What is wrong with a page as it is now by WCAG 2.2 A and AA, a line for each element. With
 * `part`, a selector, only with that part of it.
 */
export async function violationsOf(page: Page, part = "html"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([within, tags]) => {
      if (window.axe === undefined) throw new Error("There is nothing to judge by.");
      const { violations } = await window.axe.run(within, {
        runOnly: { type: "tag", values: tags },
        resultTypes: ["violations"],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
      );
    },
    [part, WCAG_22_AA] as const,
  );
}

/** What does not fit: one would have to scroll sideways, or a text runs out of its box. */
export async function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const elements = [...document.querySelectorAll("main, main *")];
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
  });
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
