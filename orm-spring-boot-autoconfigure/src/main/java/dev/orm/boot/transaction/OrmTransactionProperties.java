package dev.orm.boot.transaction;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of transactions.
 *
 * @param atomicRequests Whether each method of a controller that handles requests is an
 * atomic block on the default database.
 * @since 0.1.0
 */
@ConfigurationProperties("orm.transactions")
public record OrmTransactionProperties(@DefaultValue("false") boolean atomicRequests) {

}
