import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.layer.css";
import "@mantine/dropzone/styles.layer.css";
import "./theme.css";
import "./global.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { ColorScheme } from "../ui/color-scheme.tsx";
import { EarlyHands } from "../ui/early-hands.tsx";
import { OfflineNotice } from "../ui/offline-notice.tsx";

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
  return (
    <html lang="en" data-mantine-color-scheme="light" suppressHydrationWarning>
      <head>
        <EarlyHands nonce={nonce} />
        <ColorScheme nonce={nonce} />
      </head>
      <body>
        {children}
        <OfflineNotice />
      </body>
    </html>
  );
}
