/** How many queries one request may carry; a command travels alone. */
export const MAX_BATCH = 10;
