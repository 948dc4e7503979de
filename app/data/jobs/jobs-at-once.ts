const mostJobs = 4;
/** A job may hold a lock on one connection and write on another. */
const connectionsPerJob = 2;
/** The queue listens on one, the sign of life is held on one, and one is left to look after both. */
const connectionsBeside = 3;
/** The fewest connections with which a worker gets on. */
export const fewestConnections = connectionsBeside + connectionsPerJob;

/**
 * How many jobs a worker process may do at once with so many connections: with more, jobs would wait for each other's
 * connections until they time out. Throws a RangeError when there are too few for a single one.
 */
export function jobsAtOnce(connections: number): number {
  const jobs = Math.floor((connections - connectionsBeside) / connectionsPerJob);
  if (jobs < 1) throw new RangeError(`DATABASE_POOL: a worker needs at least ${String(fewestConnections)} connections, not ${String(connections)}`);
  return Math.min(mostJobs, jobs);
}
