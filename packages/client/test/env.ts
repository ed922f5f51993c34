/** Of the environment what a child process needs to find Node and npm. */
export const PATH = process.env["PATH"];
