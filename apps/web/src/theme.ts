import {
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
  createTheme,
  defaultVariantColorsResolver,
} from "@mantine/core";
import { darkVariables, lightVariables } from "./theme-variables.ts";
import { restoreFocus } from "./ui/keep-focus.ts";

const teal: MantineColorsTuple = [
  "#e9f5f3",
  "#d0e9e5",
  "#a3d3cc",
  "#72bcb2",
  "#4cb3a6",
  "#258f83",
  "#0d746a",
  "#0a625a",
  "#074f49",
  "#05403b",
];
const gray: MantineColorsTuple = [
  "#f6f8f9",
  "#eff2f4",
  "#e4e9ed",
  "#d5dce2",
  "#bfc8d0",
  "#8f9ba7",
  "#5b6875",
  "#475360",
  "#323c46",
  "#182028",
];
const dark: MantineColorsTuple = [
  "#dbe2e8",
  "#bdc7d0",
  "#95a2ae",
  "#71808d",
  "#333e48",
  "#26303a",
  "#1b232b",
  "#12181e",
  "#0d1217",
  "#090d11",
];
const red: MantineColorsTuple = [
  "#fdf0ef",
  "#fadcd9",
  "#f2b4ae",
  "#ea8a82",
  "#e3675d",
  "#d64a3f",
  "#bd3328",
  "#a02a21",
  "#82231c",
  "#671c17",
];
const amber: MantineColorsTuple = [
  "#fdf5e6",
  "#faeacb",
  "#f3d293",
  "#ecb95a",
  "#e5a42f",
  "#c78410",
  "#a2690a",
  "#845508",
  "#684307",
  "#523506",
];

const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const primary = input.color === undefined || input.color === input.theme.primaryColor;
  return input.variant === "filled" && primary
    ? { ...resolved, color: "var(--mantine-primary-color-contrast)" }
    : resolved;
};

const closeButtonProps = { "aria-label": "Close" } as const;
/** `global.css` holds the page still: the library's way has the whole page laid out anew. */
const removeScrollProps = { removeScrollBar: false } as const;
const overlay = { backgroundOpacity: 0.4, color: "#0a1218" } as const;

/** Mantine's theme: deep teal on cold neutrals, 14 px text, 6 px radius, borders before shadows. */
export const theme = createTheme({
  colors: { teal, gray, dark, red, amber },
  primaryColor: "teal",
  primaryShade: { light: 6, dark: 4 },
  white: "#ffffff",
  black: "#182028",
  variantColorResolver,
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, monospace',
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  lineHeights: { xs: "1.35", sm: "1.4", md: "1.5", lg: "1.55", xl: "1.55" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  radius: { xs: "3px", sm: "4px", md: "6px", lg: "8px", xl: "12px" },
  defaultRadius: "md",
  headings: {
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.3" },
      h2: { fontSize: "1.125rem", lineHeight: "1.35" },
      h3: { fontSize: "1rem", lineHeight: "1.4" },
      h4: { fontSize: "0.875rem", lineHeight: "1.45" },
    },
  },
  shadows: {
    xs: "0 1px 2px rgb(12 24 34 / 6%)",
    sm: "0 1px 3px rgb(12 24 34 / 8%)",
    md: "0 4px 16px -4px rgb(12 24 34 / 14%), 0 1px 3px rgb(12 24 34 / 8%)",
    lg: "0 12px 32px -8px rgb(12 24 34 / 22%), 0 2px 6px rgb(12 24 34 / 8%)",
    xl: "0 24px 56px -12px rgb(12 24 34 / 30%), 0 4px 10px rgb(12 24 34 / 8%)",
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  focusRing: "auto",
  components: {
    Tooltip: { defaultProps: { openDelay: 250, multiline: true, maw: 320, fz: "sm" } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: "lg",
        shadow: "xl",
        overlayProps: overlay,
        closeButtonProps,
        onExitTransitionEnd: restoreFocus,
        removeScrollProps,
      },
      styles: { title: { lineHeight: 1.3 } },
    },
    // Named, so that a chosen one takes the colours of this theme and not white on a pale ground.
    Chip: { defaultProps: { variant: "filled" } },
    Notification: { defaultProps: { closeButtonProps } },
    Menu: { defaultProps: { shadow: "md", offset: 6 } },
    Popover: { defaultProps: { shadow: "md" } },
    Spotlight: {
      defaultProps: { overlayProps: { ...overlay, blur: 0 }, centered: false, yOffset: "12vh" },
    },
    Paper: { defaultProps: { radius: "lg" } },
    Anchor: { defaultProps: { underline: "hover" } },
    Loader: { defaultProps: { size: "sm" } },
  },
});

/** Adds the colours that components of this project share to Mantine's own variables. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: lightVariables,
  dark: darkVariables,
});
