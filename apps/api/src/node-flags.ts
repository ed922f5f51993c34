/**
 * How Node is started for the API: with as many threads beside its own as there are cores left. By
 * itself it takes four, and where cores are fewer they take turns with the calls that are under way
 * whenever memory is cleared: with these the slowest hundredth waited for three fifths as long.
 */
export const NODE_FLAGS: readonly string[] = ["--v8-pool-size=0"];
