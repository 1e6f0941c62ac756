package dev.orm.resolve;

import dev.orm.expression.node.Shape;
import dev.orm.function.AggregateRegistry;
import dev.orm.function.FunctionRegistry;
import dev.orm.lookup.LookupRegistry;

/**
 * What resolving needs beside the query: the registries and the places of the query's
 * values.
 *
 * @param lookups the lookups and transforms
 * @param functions the functions
 * @param aggregates the aggregates
 * @param values the shape of the whole query, whose value places parameters refer to
 */
public record ResolveContext(LookupRegistry lookups, FunctionRegistry functions, AggregateRegistry aggregates,
		Shape.Builder values) {

}
