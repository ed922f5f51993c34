/** What people of the demo write beside what they do, by the occasion. */
export const SAYINGS = {
  takenOn: [
    "Has run what the post asks for, and says what became of it.",
    "A service owned for years, with its mistakes told first.",
    "Less time than we ask for, but all of it on the one problem that we have.",
    "The answer is worth a conversation by itself.",
    "Meets the post in full; curious how it was rolled out.",
  ],
  turnedDown: [
    "The experience described is in the browser; on the server side there is a script so far.",
    "Reports and notebooks; no service that others depend on yet.",
    "The post asks for three years of owning a service; here it is four months.",
    "Wrote about the app that calls the server. We would gladly read of the server itself in a year.",
    "Strong in networks, nothing yet with a database under load.",
  ],
  afterCall: [
    "The reasons behind the design stayed unclear, asked three ways.",
    "A good colleague for a product team; the rules behind money were taken from others.",
    "Could not name a state that must never exist, with two hints.",
    "Explained what the framework does where we asked what they decided.",
  ],
  passedCall: [
    "Clear, modest and exact about a case of their own.",
    "Finds the contradiction in a rule before the second sentence of it is over.",
    "One weak answer, about paging; everything around rules and repeats was strong.",
    "Tells an incident so that one would want them on call.",
    "Modelled the gift voucher better than we did.",
  ],
  afterLoop: [
    "Concurrency is the heart of this job, and it was not there yet.",
    "Two of three agree that the code is fine and the invariants are not. We said so plainly.",
  ],
  offered: [
    "Reasons like an owner, tests before shipping, and asks what an erasure leaves behind.",
    "The design with four numbers settled it; the rest is what one learns here.",
    "Strong where we are thin: data protection and the trail of it.",
    "Would raise the level of our reviews from the first month.",
    "All three would work with them tomorrow, each for another reason.",
  ],
  logistics: [
    "Mornings are best; in a cabin without a network on Fridays.",
    "Has a notice period of three months, to the end of a quarter.",
    "Prefers a call without video for the first talk; sent the link for audio.",
    "Travels until Thursday and answers e-mails in the evening.",
    "Would move to Berlin; sent the pages of the relocation agency.",
    "Prefers English throughout, also for the contract.",
  ],
  assessment: [
    "The answer names what went wrong before what went well. Ask for the number that made them see it.",
    "Answer two reads as if a team had done it. Ask for their own part.",
    "Has had our problem in another trade. Worth an hour.",
    "Little about tests in six pages; look at that in the code part.",
  ],
  debrief: [
    "We agree on the reasoning about money under concurrency. Open question: how much of the gap in growth was nerves. Priya would take that up in the first quarter.",
    "Design and code point the same way. On personal data Samuel saw more than the others could; his evidence carried.",
    "Split at first on the level. Read the anchors aloud for senior: three of four are met, one is in reach.",
    "Read the evidence before the marks. Where two of us saw the same hour differently, the second half of it settled it.",
    "Jonas asked us to weigh the first twenty minutes less, the screen share had failed.",
  ],
  withdrew: [
    "Called: has taken a job nearer home, and thanked us for the quick answers.",
    "Writes that the current employer matched, and would like to stay in touch.",
    "Has decided to stay with the team until their product is out.",
  ],
} as const;

/** One of them for a story. */
export function saying(occasion: keyof typeof SAYINGS, turn: number): string {
  const fitting: readonly string[] = SAYINGS[occasion];
  return fitting[turn % fitting.length] ?? "";
}
