import { MantineProvider } from "@mantine/core";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { cssVariablesResolver, theme } from "./theme.ts";

test("theme.css holds the variables of the theme; after a change of it, run this with --update", async () => {
  const markup = renderToStaticMarkup(
    createElement(MantineProvider, { theme, cssVariablesResolver, withGlobalClasses: false }),
  );
  const css = /<style[^>]*>(.*?)<\/style>/s.exec(markup)?.[1] ?? "";
  expect(css).toContain("--rb-accent");
  const blocks = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = "", body = ""]) => {
    const lines = body.split(";").map((line) => line.trim().replaceAll(/\s+/g, " "));
    const declarations = lines.filter((line) => line !== "").map((line) => `  ${line};\n`);
    return `${selector.trim().replaceAll(/,\s*/g, ",\n")} {\n${declarations.join("")}}\n`;
  });
  await expect(blocks.join("\n")).toMatchFileSnapshot("app/theme.css");
});
