package dev.orm.benchmark.contender;

/**
 * The inner record of workload 5.
 *
 * @param id the customer's key
 * @param name the customer's name
 */
public record CustomerView(Long id, String name) {

}
