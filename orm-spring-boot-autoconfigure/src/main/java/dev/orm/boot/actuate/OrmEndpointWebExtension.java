package dev.orm.boot.actuate;

import java.util.Set;

import dev.orm.boot.actuate.OrmEndpoint.OrmDescriptor;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} of the {@link OrmEndpoint}: who asks
 * decides whether addresses are shown.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = OrmEndpoint.class)
public class OrmEndpointWebExtension {

	private final OrmEndpoint endpoint;

	private final Show showValues;

	private final Set<String> roles;

	/**
	 * Create the extension.
	 * @param endpoint the endpoint
	 * @param showValues to whom addresses are shown
	 * @param roles the roles one needs to be authorized; empty for any
	 */
	public OrmEndpointWebExtension(OrmEndpoint endpoint, Show showValues, Set<String> roles) {
		this.endpoint = endpoint;
		this.showValues = showValues;
		this.roles = Set.copyOf(roles);
	}

	/**
	 * Describe the databases and the models, and what was said at the start.
	 * @param context who asks
	 * @return the description
	 */
	@ReadOperation
	public OrmDescriptor orm(SecurityContext context) {
		return this.endpoint.describe(this.showValues.isShown(context, this.roles));
	}

}
