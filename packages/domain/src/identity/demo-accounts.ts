import type { Role } from "../duties.ts";

/** The organization that the demo loads. */
export const DEMO_ORGANIZATION = { name: "Northwind Payments", slug: "northwind" } as const;

/** Of every demo account; demo mode listens on loopback only. */
export const DEMO_PASSWORD = "calm-rubric-7-harbour";

export type DemoAccount = {
  name: string;
  email: string;
  title: string;
  /** What this person does here, in a few words. */
  role: string;
  roles: readonly Role[];
};

/** The demo organization's people, one for each role first; the first created it. */
export const DEMO_STAFF = [
  {
    name: "Ingrid Solberg",
    email: "ingrid@northwind.example",
    title: "Head of People",
    role: "Admin",
    roles: ["admin"],
  },
  {
    name: "Tomás Ferreira",
    email: "tomas@northwind.example",
    title: "Recruiter, Engineering",
    role: "Recruiter",
    roles: ["recruiter"],
  },
  {
    name: "Amara Okafor",
    email: "amara@northwind.example",
    title: "Engineering Manager, Ledger",
    role: "Hiring manager",
    roles: ["hiring_manager", "interviewer"],
  },
  {
    name: "Jonas Weber",
    email: "jonas@northwind.example",
    title: "Senior Engineer, Ledger",
    role: "Interviewer, code",
    roles: ["interviewer", "engineer"],
  },
  {
    name: "Priya Raman",
    email: "priya@northwind.example",
    title: "Staff Engineer, Platform",
    role: "Interviewer, system design",
    roles: ["interviewer", "engineer"],
  },
  {
    name: "Lucía Herrero",
    email: "lucia@northwind.example",
    title: "Director of Engineering",
    role: "Approver of offers",
    roles: ["hiring_manager", "manager"],
  },
  {
    name: "Noor Haddad",
    email: "noor@northwind.example",
    title: "Recruiting Coordinator",
    role: "Coordinator",
    roles: ["coordinator"],
  },
  {
    name: "Mateusz Zieliński",
    email: "mateusz@northwind.example",
    title: "Engineer, Payouts",
    role: "Engineer",
    roles: ["engineer"],
  },
  {
    name: "Akiko Tanaka",
    email: "akiko@northwind.example",
    title: "Internal Audit",
    role: "Auditor",
    roles: ["auditor"],
  },
  {
    name: "Samuel Adeyemi",
    email: "samuel@northwind.example",
    title: "Senior Engineer, Risk",
    role: "Interviewer, security",
    roles: ["interviewer", "engineer"],
  },
  {
    name: "Bongani Khumalo",
    email: "bongani@northwind.example",
    title: "Finance Director",
    role: "Second admin",
    roles: ["admin"],
  },
] as const satisfies readonly DemoAccount[];

/** Who applied, was hired, and joined by the invitation. */
export const DEMO_HIRED = {
  name: "Yara Benali",
  email: "yara@northwind.example",
  title: "Senior Backend Engineer, Ledger",
  role: "Newly hired",
  roles: ["engineer"],
} as const satisfies DemoAccount;

/** Everybody who can sign in. */
export const DEMO_ACCOUNTS = [...DEMO_STAFF, DEMO_HIRED] as const satisfies readonly DemoAccount[];
