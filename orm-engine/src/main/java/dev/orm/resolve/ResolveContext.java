package dev.orm.resolve;

import dev.orm.expression.node.Shape;
import dev.orm.function.AggregateRegistry;
import dev.orm.function.FunctionRegistry;
import dev.orm.lookup.LookupRegistry;
import dev.orm.session.TenantResolver;
import dev.orm.session.Tenants;

/**
 * What resolving needs beside the query: the registries and the places of the query's
 * values.
 *
 * @param lookups the lookups and transforms
 * @param functions the functions
 * @param aggregates the aggregates
 * @param values the shape of the whole query, whose value places parameters refer to
 * @param tenants for whom threads work
 */
public record ResolveContext(LookupRegistry lookups, FunctionRegistry functions, AggregateRegistry aggregates,
		Shape.Builder values, Tenants tenants) {

	/**
	 * Return what the engine has by itself, for expressions without a query around them:
	 * their values have no place, so that they become constants.
	 * @return a context
	 */
	public static ResolveContext standard() {
		return new ResolveContext(LookupRegistry.standard(), FunctionRegistry.standard(), AggregateRegistry.standard(),
				new Shape.Builder(), new Tenants(TenantResolver.NONE));
	}

}
