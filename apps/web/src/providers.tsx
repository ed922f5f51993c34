"use client";

import "@mantine/dates/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@mantine/spotlight/styles.layer.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useEffect } from "react";
import { cssVariablesResolver, theme } from "./theme.ts";
import { NewVersionNotice } from "./skew/new-version-notice.tsx";
import { watchTyping } from "./skew/typed-text.ts";
import { watchFocus } from "./ui/keep-focus.ts";
import { ReaderZone } from "./ui/reader-zone.tsx";
import { watchScrollbar } from "./ui/watch-scrollbar.ts";

/** Theme, the reader's zone, notifications, the words that one is outdated, and typed address parameters for every page. */
export function Providers({
  nonce,
  zone,
  children,
}: {
  nonce: string | null;
  /** Where the reader was when they last read a page. */
  zone: string | null;
  children: ReactNode;
}) {
  useEffect(watchFocus, []);
  useEffect(watchTyping, []);
  useEffect(watchScrollbar, []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      // They stand in theme.css, for the pages too that are outside of this.
      withCssVariables={false}
      defaultColorScheme="auto"
      {...(nonce === null ? {} : { getStyleNonce: () => nonce })}
    >
      <Notifications position="bottom-left" autoClose={4000} limit={1} />
      <ReaderZone known={zone}>
        <NuqsAdapter>{children}</NuqsAdapter>
      </ReaderZone>
      <NewVersionNotice />
    </MantineProvider>
  );
}
