import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.layer.css";
import "@mantine/dates/styles.layer.css";
import "@mantine/dropzone/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@mantine/spotlight/styles.layer.css";
import "./global.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { Providers } from "../providers.tsx";
import { EarlyClicks } from "../ui/early-clicks.tsx";
import { readZone, ZONE_COOKIE } from "../ui/zone-cookie.ts";

export const metadata: Metadata = {
  title: { default: "Rubric", template: "%s · Rubric" },
  description: "Hire engineers against one shared rubric.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f8f9" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1318" },
  ],
};

export default async function RootLayout({ children }: LayoutProps<"/">) {
  const nonce = (await headers()).get("x-nonce");
  const zone = readZone((await cookies()).get(ZONE_COOKIE)?.value);
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <EarlyClicks nonce={nonce} />
        <ColorSchemeScript defaultColorScheme="auto" {...(nonce === null ? {} : { nonce })} />
      </head>
      <body>
        <Providers nonce={nonce} zone={zone}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
