package dev.orm.boot.web;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of what tells others about writes, where databases have replicas.
 *
 * @param token What tells a client's next request what it wrote.
 * @param propagateTo Hosts that share databases with this application, such as "stock" or
 * "stock.example.org:8080". Requests to them tell what was written.
 * @since 0.1.0
 */
@ConfigurationProperties("orm.consistency")
public record ConsistencyProperties(@DefaultValue("cookie") Carrier token, @DefaultValue Set<String> propagateTo) {

	public ConsistencyProperties {
		propagateTo = propagateTo.stream()
			.map((host) -> host.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** What carries a token. */
	public enum Carrier {

		/** A cookie, for browsers, and the header. */
		COOKIE,
		/** The header "Orm-Read-After", which clients send back. */
		HEADER,
		/** The session of the client, and the header. */
		SESSION,
		/** Nothing: a client's next request may read what was there before. */
		NONE

	}

}
