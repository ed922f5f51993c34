"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import classes from "./public.module.css";

/** What stands in place of the form once the application has been sent. */
export function Thanks({
  email,
  answerDays,
  jobsHref,
}: {
  email: string;
  answerDays: number;
  jobsHref: string;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    title.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <section className={classes.thanks} aria-live="polite">
      <h2 ref={title} tabIndex={-1}>
        Thank you. Your application has arrived.
      </h2>
      <p>
        A person will read it
        {answerDays === 0
          ? ""
          : `, and you hear from us within ${answerDays === 1 ? "a day" : `${answerDays} days`}`}
        . We have just sent an e-mail to <strong>{email}</strong>: its link opens your own page,
        where you see where you stand and what comes next.
      </p>
      <p>
        <Link href={jobsHref}>All open jobs</Link>
      </p>
    </section>
  );
}
