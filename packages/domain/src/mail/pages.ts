/** The addresses that e-mails lead to. */
export type Pages = {
  home(): string;
  deadlines(): string;
  settings(): string;
  webhook(endpointId: string): string;
  application(applicationId: string): string;
  kit(interviewId: string): string;
  offer(applicationId: string): string;
  /** The page of an offer's approver, who need not lead the job. */
  offerApproval(offerId: string): string;
  requisition(requisitionId: string): string;
  growth(memberId: string): string;
  plan(memberId: string): string;
  review(memberId: string, reviewId: string): string;
  ownPage(token: string): string;
  /** The record of who left. */
  record(token: string): string;
  invitation(token: string): string;
  passwordReset(token: string): string;
  signIn(): string;
};

/** The addresses of one organization's pages below the instance's public one. */
export function pagesOf(publicUrl: string, orgSlug: string): Pages {
  const at = (path: string) => new URL(path, publicUrl).href;
  const staff = (path: string) => at(`/o/${orgSlug}${path}`);
  return {
    home: () => staff(""),
    deadlines: () => staff("/deadlines"),
    settings: () => staff("/settings"),
    webhook: (id) => staff(`/settings/webhooks/${id}`),
    application: (id) => staff(`/applications/${id}`),
    kit: (id) => staff(`/interviews/${id}`),
    offer: (applicationId) => staff(`/applications/${applicationId}/offer`),
    offerApproval: (offerId) => staff(`/offers/${offerId}`),
    requisition: (id) => staff(`/requisitions/${id}`),
    growth: (memberId) => staff(`/growth/${memberId}`),
    plan: (memberId) => staff(`/growth/${memberId}/plan`),
    review: (memberId, id) => staff(`/growth/${memberId}/reviews/${id}`),
    ownPage: (token) => at(`/${orgSlug}/me/${token}`),
    record: (token) => at(`/record/${token}`),
    invitation: (token) => at(`/join/${token}`),
    passwordReset: (token) => at(`/reset/${token}`),
    signIn: () => at("/sign-in"),
  };
}
