package dev.orm.benchmark;

/**
 * What was measured of one contender in one workload.
 *
 * @param workload the workload
 * @param contender the contender
 * @param times of each turn the tenth percentile: what an operation takes when nothing
 * else on the machine is in its way
 * @param error half the 99.9 % confidence interval of the mean, in nanoseconds
 * @param bytes what an operation allocates, in bytes
 * @param roundTrips how often an operation waits for the server; -1 without one
 */
record Measurement(Workload workload, String contender, Times times, double error, double bytes, int roundTrips) {

}
