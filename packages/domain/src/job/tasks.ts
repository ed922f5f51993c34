/** What a person in the role does, and what it takes; weights 1 to 3, as criteria of the own framework. */
export type Task = {
  key: string;
  area: string;
  text: string;
  competencies: Readonly<Record<string, number>>;
  /** Experience worth asking for in the post. */
  experience: readonly string[];
};

/**
 * The tasks that recruiter and hiring manager tick in the intake. They cover what a backend role
 * is made of: business rules, security, data at scale, interfaces, operations and working together.
 */
export const TASKS: readonly Task[] = [
  {
    key: "rules-across-tables",
    area: "Business rules",
    text: "Build business rules that read and change several tables at once",
    competencies: { "domain-modelling": 3, "invariants-under-concurrency": 2 },
    experience: [
      "Has owned the rules of a business process, from the talk with its owner to production",
    ],
  },
  {
    key: "rules-that-vary",
    area: "Business rules",
    text: "Keep rules that differ by region, experiment, kind of client or network",
    competencies: { "rule-variation": 3, "domain-modelling": 1 },
    experience: ["Has shipped one product under different rules for different markets or clients"],
  },
  {
    key: "demand-over-supply",
    area: "Business rules",
    text: "Accept orders or bookings for more than there is, and set in motion what covers the gap",
    competencies: {
      "rule-variation": 2,
      "invariants-under-concurrency": 3,
      "integration-and-messaging": 1,
    },
    experience: [
      "Has worked on stock, bookings, quotas or money, where two at once must not both win",
    ],
  },
  {
    key: "sign-in-and-permissions",
    area: "Security",
    text: "Decide who may sign in, and who may do what",
    competencies: { "identity-and-access": 3, "attack-resistance": 1 },
    experience: [
      "Has built or run sign-in and permissions, for example with OAuth or signed tokens",
    ],
  },
  {
    key: "abuse-and-limits",
    area: "Security",
    text: "Keep robots, floods and stolen identities out, together with operations",
    competencies: { "attack-resistance": 3, observability: 1, "identity-and-access": 1 },
    experience: ["Has put rate limits or blocking into production and watched what they caught"],
  },
  {
    key: "personal-data",
    area: "Security",
    text: "Hold personal or secret data, with an audit trail and a way to delete it",
    competencies: { "data-protection-and-audit": 3, "identity-and-access": 1 },
    experience: ["Has handled personal data under a law that sets limits and deadlines"],
  },
  {
    key: "hostile-input",
    area: "Security",
    text: "Test what inexperienced and hostile users send",
    competencies: { "testing-and-delivery": 2, "attack-resistance": 2 },
    experience: ["Has tested an interface for injection, scripts in content and forged requests"],
  },
  {
    key: "lasting-schemas",
    area: "Data at scale",
    text: "Design schemas that last, and migrate them while the system runs",
    competencies: { "schema-and-migrations": 3, "domain-modelling": 1 },
    experience: [
      "Has changed the schema of a large relational database in use, such as PostgreSQL or MySQL",
    ],
  },
  {
    key: "slow-queries",
    area: "Data at scale",
    text: "Find out why something is slow and make it fast",
    competencies: { "query-performance": 3, observability: 1 },
    experience: [
      "Has made a slow request fast and can say by how much, with query plans or profiles",
    ],
  },
  {
    key: "caches",
    area: "Data at scale",
    text: "Decide what is cached where, for how long, and prove that it pays",
    competencies: { caching: 3, "query-performance": 1 },
    experience: ["Has run a shared cache such as Redis with a hit ratio that was measured"],
  },
  {
    key: "choosing-stores",
    area: "Data at scale",
    text: "Choose between kinds of stores, and grow them over several machines",
    competencies: { "stores-and-growth": 3, "system-design": 1 },
    experience: ["Has run relational, document or key-value stores with replicas or partitions"],
  },
  {
    key: "heavy-processing",
    area: "Data at scale",
    text: "Process images, video or large files without holding up anyone else",
    competencies: { "code-and-algorithms": 2, "integration-and-messaging": 2, "system-design": 1 },
    experience: ["Has moved heavy work to workers behind a queue, with compression or streaming"],
  },
  {
    key: "apis-for-others",
    area: "Interfaces",
    text: "Design APIs that other teams or customers build upon",
    competencies: { "api-contracts": 3, "technical-communication": 1 },
    experience: [
      "Has kept an API with versions, paging and safe repeats for clients outside the team",
    ],
  },
  {
    key: "one-screen-one-request",
    area: "Interfaces",
    text: "Give each screen what it needs in one request, with the frontend's developers",
    competencies: { "api-contracts": 2, "query-performance": 1, "technical-communication": 1 },
    experience: ["Has shaped REST or GraphQL answers together with those who build the screens"],
  },
  {
    key: "third-parties",
    area: "Interfaces",
    text: "Connect other systems and cope with their answers, errors and silence",
    competencies: { "integration-and-messaging": 3, "incident-response": 1 },
    experience: [
      "Has integrated services such as payments or identity checks that fail now and then",
    ],
  },
  {
    key: "queues-and-events",
    area: "Interfaces",
    text: "Let parts of the system talk through queues and events",
    competencies: { "integration-and-messaging": 3, "invariants-under-concurrency": 1 },
    experience: [
      "Has run message queues such as RabbitMQ or Kafka, with repeats and late messages",
    ],
  },
  {
    key: "architecture",
    area: "Interfaces",
    text: "Decide the shape of a system: one piece or several, calls or events, new technology or known",
    competencies: { "system-design": 3, "stores-and-growth": 1, "technical-communication": 1 },
    experience: ["Has made such a decision and lived with it for a year or more"],
  },
  {
    key: "algorithms",
    area: "Interfaces",
    text: "Write code where the choice of algorithm and data structure matters",
    competencies: { "code-and-algorithms": 3 },
    experience: [],
  },
  {
    key: "language-in-depth",
    area: "Interfaces",
    text: "Know one language and its runtime in depth, and keep its dependencies current",
    competencies: { "language-and-runtime": 3, "code-and-algorithms": 1 },
    experience: [
      "Has run services in one language, such as Go, Java, Python or TypeScript, for several years",
    ],
  },
  {
    key: "new-technology",
    area: "Interfaces",
    text: "Try out new technology, and decide whether it comes in",
    competencies: { "technology-choices": 3, "system-design": 1 },
    experience: ["Has brought a technology into a team's practice, or kept one out by a trial"],
  },
  {
    key: "watching",
    area: "Operations",
    text: "See how the system does: logs, metrics, traces, targets and alarms",
    competencies: { observability: 3 },
    experience: [
      "Has set targets for a service and its alarms, for example with Prometheus or OpenTelemetry",
    ],
  },
  {
    key: "incidents",
    area: "Operations",
    text: "Lead the response when something breaks, and fix it for good",
    competencies: { "incident-response": 3, "technical-communication": 1 },
    experience: ["Has been on call and led a response team through an incident"],
  },
  {
    key: "delivery",
    area: "Operations",
    text: "Build and ship often without harm: tests, pipelines, containers",
    competencies: { "testing-and-delivery": 3, observability: 1 },
    experience: [
      "Has run a delivery pipeline with containers, such as Docker and Kubernetes, on a public cloud",
    ],
  },
  {
    key: "cloud-services",
    area: "Operations",
    text: "Set up what the product runs on, as code, and answer for what it costs",
    competencies: { "cloud-and-infrastructure": 3, "testing-and-delivery": 1 },
    experience: ["Has described infrastructure as code on a public cloud such as AWS or Azure"],
  },
  {
    key: "hard-faults",
    area: "Operations",
    text: "Find the cause of faults that others could not explain",
    competencies: { troubleshooting: 3, observability: 1 },
    experience: ["Has traced a fault through several services to its cause, and proved it"],
  },
  {
    key: "planning",
    area: "Working together",
    text: "Plan the team's work with product and say what comes first",
    competencies: { "planning-and-priorities": 3, "technical-communication": 1 },
    experience: [],
  },
  {
    key: "mentoring",
    area: "Working together",
    text: "Review code and help others grow",
    competencies: { "review-and-mentoring": 3, "technical-communication": 1 },
    experience: ["Has helped a colleague reach the next level"],
  },
  {
    key: "across-professions",
    area: "Working together",
    text: "Agree with frontend, product and operations on what is built, and build it with them",
    competencies: { collaboration: 3, "technical-communication": 1 },
    experience: ["Has worked out specifications together with other professions"],
  },
  {
    key: "leading-a-team",
    area: "Working together",
    text: "Lead a team: hire, grow people, and answer for what it delivers",
    competencies: { "team-leadership": 3, "planning-and-priorities": 1, "review-and-mentoring": 1 },
    experience: ["Has led people on a project or as their manager for a year or more"],
  },
];
