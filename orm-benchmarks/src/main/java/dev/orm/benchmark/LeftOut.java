package dev.orm.benchmark;

/**
 * A workload a contender is left out of.
 *
 * @param workload the workload
 * @param contender the contender
 * @param reason why
 */
record LeftOut(Workload workload, String contender, String reason) {

}
