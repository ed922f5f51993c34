"use client";

import { useMergedRef } from "@mantine/hooks";
import { type ComponentProps, useEffect, useRef } from "react";

/**
 * A form as all of ours are: what is wrong is said at its field, in our words and not in the browser's
 * bubble, and the first such field gets the focus; what is sent before the page's scripts run never
 * stands in an address.
 */
export function Form({
  onSubmit,
  ref,
  ...rest
}: Omit<ComponentProps<"form">, "method" | "noValidate">) {
  const element = useRef<HTMLFormElement>(null);
  const merged = useMergedRef(element, ref);
  const sent = useRef(false);
  useEffect(() => {
    const wrong = element.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (!sent.current || wrong == null) return;
    sent.current = false;
    wrong.focus();
  });
  return (
    <form
      {...rest}
      ref={merged}
      method="post"
      noValidate
      onInput={() => (sent.current = false)}
      onSubmit={(event) => {
        sent.current = true;
        onSubmit?.(event);
      }}
    />
  );
}
