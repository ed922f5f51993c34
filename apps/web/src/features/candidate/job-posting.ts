import type { PublicPostView } from "@rubric/domain/candidate/schemas";
import { placeWords } from "../../ui/places.ts";
import { blocksOf } from "./post-blocks.ts";

const EMPLOYMENT = {
  full_time: "FULL_TIME",
  part_time: "PART_TIME",
  contract: "CONTRACTOR",
  internship: "INTERN",
} as const;

const PLACE_TYPES = ["Country", "State", "City"];

/** A post as schema.org's JobPosting: what the page shows, and nothing else. */
export function jobPosting({ organization, post }: PublicPostView): Record<string, unknown> {
  const { pay, closingDate, locations, workplace } = post;
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: post.title,
    description: descriptionOf(post.body),
    ...said("jobBenefits", post.statements.benefits),
    ...said("incentiveCompensation", post.statements.otherPay),
    datePosted: post.publishedAt.slice(0, 10),
    ...(closingDate === null ? {} : { validThrough: closingDate }),
    employmentType: EMPLOYMENT[post.employmentType],
    directApply: true,
    hiringOrganization: { "@type": "Organization", name: organization.name },
    identifier: { "@type": "PropertyValue", name: organization.name, value: post.jobSlug },
    ...(workplace === "remote"
      ? {
          jobLocationType: "TELECOMMUTE",
          applicantLocationRequirements: locations.map((code) => ({
            "@type": PLACE_TYPES[code.split("-").length - 1] ?? "AdministrativeArea",
            name: placeWords(code),
          })),
        }
      : {
          jobLocation: locations.map((code) => ({
            "@type": "Place",
            address: {
              "@type": "PostalAddress",
              addressCountry: code.slice(0, 2),
              ...partsOf(code),
            },
          })),
        }),
    ...(pay === null
      ? {}
      : {
          baseSalary: {
            "@type": "MonetaryAmount",
            currency: pay.currency,
            value: {
              "@type": "QuantitativeValue",
              minValue: major(pay.minMinor, pay.currency),
              maxValue: major(pay.maxMinor, pay.currency),
              unitText: "YEAR",
            },
          },
        }),
  };
}

/** JSON that cannot end the script element it stands in. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", String.raw`\u003c`);
}

function said(name: string, text: string): Record<string, string> {
  return text.trim() === "" ? {} : { [name]: text.trim() };
}

/** The parts of an address that a code names: `US-NY-NYC` is a city in a state. */
function partsOf(code: string): Record<string, string> {
  const [country = "", part, city] = code.split("-");
  const region = part === undefined ? undefined : placeWords(`${country}-${part}`).split(",")[0];
  return {
    ...(region === undefined ? {} : { addressRegion: region }),
    ...(city === undefined ? {} : { addressLocality: placeWords(code).split(",")[0] ?? code }),
  };
}

function major(minor: number, currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
}

function descriptionOf(body: string): string {
  const safe = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return blocksOf(body)
    .map((block) => {
      if (block.kind === "heading") return `<h2>${safe(block.text)}</h2>`;
      if (block.kind === "paragraph") return `<p>${safe(block.text)}</p>`;
      return `<ul>${block.items.map((item) => `<li>${safe(item)}</li>`).join("")}</ul>`;
    })
    .join("");
}
