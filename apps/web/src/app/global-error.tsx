"use client";

import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.layer.css";
import "./global.css";
import { Providers } from "../providers.tsx";
import { PageFailure } from "../ui/page-failure.tsx";

export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <Providers nonce={null} zone={null}>
          <main style={{ padding: 32 }}>
            <PageFailure {...props} />
          </main>
        </Providers>
      </body>
    </html>
  );
}
