package dev.orm.boot.transaction;

import dev.orm.observe.ForeignWrites;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of transactions.
 *
 * @param atomicRequests Whether each method of a controller that handles requests is an
 * atomic block on the default database.
 * @param foreignWrites What becomes of a write that commits by itself while a transaction
 * of another database is open.
 * @since 0.1.0
 */
@ConfigurationProperties("orm.transactions")
public record OrmTransactionProperties(@DefaultValue("false") boolean atomicRequests,
		@DefaultValue("warn") ForeignWrites.Mode foreignWrites) {

}
