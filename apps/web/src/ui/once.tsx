"use client";

import { type ReactNode, Suspense, useState } from "react";

/**
 * Draws what is inside from the first time on that it is wanted, so that a dialog whose programs come
 * only then can still be seen going away.
 */
export function Once({ wanted, children }: { wanted: boolean; children: ReactNode }) {
  const [been, setBeen] = useState(wanted);
  if (wanted && !been) setBeen(true);
  return been || wanted ? <Suspense>{children}</Suspense> : null;
}
