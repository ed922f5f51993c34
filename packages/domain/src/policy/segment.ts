import { chainOf } from "../region/tree.ts";

export const CLIENT_TYPES = ["browser", "mobile", "api", "system"] as const;
export type ClientType = (typeof CLIENT_TYPES)[number];
export const NETWORK_TYPES = ["internal", "external"] as const;
export type NetworkType = (typeof NETWORK_TYPES)[number];

/** To whom a policy applies; null stands for everyone. */
export type Segment = {
  /** ISO 3166 code; what lies in the region is meant too. */
  region: string | null;
  /** `experiment:variant`. */
  experiment: string | null;
  client: ClientType | null;
  network: NetworkType | null;
};

/** What a decision is about, as segments see it. */
export type Place = {
  region: string | null;
  /** The variant of the rule's running experiment that the subject is in; null without one. */
  experiment: string | null;
  client: ClientType;
  network: NetworkType;
};

export const EVERYONE: Segment = { region: null, experiment: null, client: null, network: null };

/** A segment as one text; equal segments have equal keys. */
export function segmentKey(segment: Segment): string {
  const { region, experiment, client, network } = segment;
  return `${region ?? "*"} ${experiment ?? "*"} ${client ?? "*"} ${network ?? "*"}`;
}

/**
 * Every segment that a place lies in, the most specific first: the narrower region before all else,
 * then the experiment's variant, then the client type, then the network type. Each is one point of
 * a total order, so no two segments ever tie.
 */
export function segmentsOf(place: Place): Segment[] {
  const regions = place.region === null ? [null] : [...chainOf(place.region), null];
  const experiments = place.experiment === null ? [null] : [place.experiment, null];
  const clients = [place.client, null];
  const networks = [place.network, null];
  const segments: Segment[] = [];
  for (const region of regions) {
    for (const experiment of experiments) {
      for (const client of clients) {
        for (const network of networks) segments.push({ region, experiment, client, network });
      }
    }
  }
  return segments;
}
