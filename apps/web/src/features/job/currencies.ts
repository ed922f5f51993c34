/** The currencies that a post can be paid in. */
export const CURRENCIES = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "SEK",
  "DKK",
  "NOK",
  "PLN",
  "CZK",
  "CAD",
  "AUD",
  "INR",
  "JPY",
  "SGD",
];
