const NAMES: Readonly<Record<string, string>> = {
  nodejs: "Node.js and TypeScript",
  dotnet: "C# and .NET",
  php: "PHP",
  aws: "AWS",
  gcp: "Google Cloud",
  mysql: "MySQL",
  postgresql: "PostgreSQL",
  mongodb: "MongoDB",
  graphql: "GraphQL",
  grpc: "gRPC",
  rabbitmq: "RabbitMQ",
  opentelemetry: "OpenTelemetry",
};

/** A technology as people write it. */
export function technologyWords(key: string): string {
  return NAMES[key] ?? `${key.slice(0, 1).toUpperCase()}${key.slice(1).replaceAll("-", " ")}`;
}
