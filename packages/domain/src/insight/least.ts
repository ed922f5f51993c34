/**
 * From how many on a figure is shown. Below, its interval would say nothing, or a figure of many
 * would be one of somebody.
 */
export const LEAST = {
  /**
   * Interviews under which a question's ratings are shown at all; so many that no one rating can be
   * told from the others.
   */
  ratings: 10,
  /** Ratings on each side of a comparison: with fewer, its interval holds nearly every value. */
  aside: 8,
  /** Scorecards of an interviewer before anything is said of their ratings. */
  scorecards: 10,
  /** Candidates whom an interviewer rated beside others: from ten on Student's t is near the normal. */
  shared: 10,
  /** Pairs of ratings for a kappa: its error is one for large samples. */
  pairs: 30,
  /**
   * People whose interviews and reviews are compared: with ten, a correlation of 0.7 is about
   * the least whose interval does not hold 0. A policy may ask for more and never for fewer.
   */
  people: 10,
  /** People who have to join before a figure about reviews moves, so that no move is one person's. */
  joining: 5,
  /** People reviewed by others than any one manager, who knows what they wrote themselves. */
  byOthers: 3,
} as const;

/** Times that a question is asked in a year until candidates may have heard of it. */
export const ASKED_OFTEN = 40;

/**
 * Below this Cliff's delta two groups hardly differ: the upper end of a small effect. Source: Romano
 * and others, Appropriate statistics for ordinal level data, Florida Association of Institutional
 * Research (2006).
 */
export const SMALL_EFFECT = 0.33;

/** Months that figures about interviewers look back. */
export const RATER_MONTHS = 24;
