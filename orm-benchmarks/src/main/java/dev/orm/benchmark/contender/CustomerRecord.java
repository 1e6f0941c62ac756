package dev.orm.benchmark.contender;

import java.util.List;

/** A customer with its orders, for the libraries that read records. */
public record CustomerRecord(Long id, String name, String email, boolean active, Long regionId,
		List<OrderRecord> orders) {

}
