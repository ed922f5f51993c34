"use client";

import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.layer.css";
import "./theme.css";
import "./global.css";
import { PlainFailure } from "../ui/plain-failure.tsx";

export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" data-mantine-color-scheme="light">
      <body>
        <main style={{ padding: 32 }}>
          <PlainFailure {...props} />
        </main>
      </body>
    </html>
  );
}
