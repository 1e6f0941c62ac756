package dev.orm.boot.autoconfigure;

import java.util.Set;

import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the endpoint "orm".
 *
 * @param showValues When to show the addresses of databases, which are without
 * credentials and parameters anyway.
 * @param roles Roles used to determine whether a user is authorized to be shown values.
 * When empty, all authenticated users are authorized.
 * @since 0.1.0
 */
@ConfigurationProperties("management.endpoint.orm")
public record OrmEndpointProperties(@DefaultValue("always") Show showValues, @DefaultValue Set<String> roles) {

	public OrmEndpointProperties {
		roles = Set.copyOf(roles);
	}

}
