package dev.orm.boot.replicas;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the health "orm".
 *
 * @param replicas Whether a database needs a replica that is in to be up.
 * @since 0.1.0
 */
@ConfigurationProperties("orm.health")
public record OrmHealthProperties(@DefaultValue("optional") Need replicas) {

	/** Whether something is needed. */
	public enum Need {

		/** Without a replica the primary answers, which is no outage. */
		OPTIONAL,
		/** Without a replica it is down. */
		REQUIRED

	}

}
