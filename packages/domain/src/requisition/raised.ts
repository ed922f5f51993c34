/** What the system says of a requisition that it raised for an offer (law 9); it names nobody. */
export const RAISED = "An offer was sent beyond the openings of the job.";
