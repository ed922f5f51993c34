import type { Who } from "../people.ts";
import type { GrowthIds } from "./growth.ts";
import type { Organization } from "../setup-org.ts";

/** An organization in which most pages have something to show, by what leads there. */
export type Listed = Organization & {
  jobId: string;
  jobSlug: string;
  /** Nobody has read it yet. */
  freshId: string;
  /** Its call was held by the first interviewer, who owes the scorecard. */
  owedId: string;
  interviewId: string;
  /** Where events were sent, and the newest of them, which was not taken. */
  endpointId: string;
  /** A draft of a policy that was tried on history. */
  triedId: string;
  deliveryId: string;
};

/** The same for every page of the app; in it all names are long. */
export type Busy = Listed &
  GrowthIds & {
    /** Open and published, with nobody in its pipeline. */
    vacantJobId: string;
    /** Neither plan nor post. */
    draftJobId: string;
    /** Its debrief is open. */
    debriefedId: string;
    /** Its offer waits for approval. */
    offeredId: string;
    /** Was rejected, and asked for feedback. */
    feedbackId: string;
    offerId: string;
    frameworkId: string;
    publishedVersionId: string;
    draftVersionId: string;
    /** Somebody with an offer, and somebody without any application. */
    candidateToken: string;
    strangerToken: string;
    /** It waits for another admin to start it. */
    experimentId: string;
    /** An endpoint to which nothing was sent. */
    unsentId: string;
    /** Waits for the approver. */
    requisitionId: string;
    invitationToken: string;
    resetToken: string;
    /** Has an account and belongs to no organization. */
    outsider: Who;
  };
