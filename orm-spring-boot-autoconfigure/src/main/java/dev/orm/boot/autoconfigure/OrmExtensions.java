package dev.orm.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.orm.OrmBuilder;
import dev.orm.function.AggregateFactory;
import dev.orm.function.FunctionFactory;
import dev.orm.lookup.LookupFactory;
import dev.orm.observe.QueryListener;
import dev.orm.routing.Router;

import org.springframework.beans.factory.ObjectProvider;

/**
 * What the application adds to the ORM, in the order of its beans.
 *
 * @param routers who says which database answers
 * @param lookups lookups and transforms
 * @param functions functions
 * @param aggregates aggregates
 * @param listeners who hears of statements
 * @param customizers who has the last word
 */
record OrmExtensions(ObjectProvider<Router> routers, ObjectProvider<LookupFactory> lookups,
		ObjectProvider<FunctionFactory> functions, ObjectProvider<AggregateFactory> aggregates,
		ObjectProvider<QueryListener> listeners, ObjectProvider<OrmBuilderCustomizer> customizers) {

	void applyTo(OrmBuilder builder) {
		this.routers.orderedStream().forEach(builder::router);
		lastFirst(this.lookups).forEach(builder::lookups);
		lastFirst(this.functions).forEach(builder::functions);
		lastFirst(this.aggregates).forEach(builder::aggregates);
		this.listeners.orderedStream().forEach(builder::listener);
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
	}

	// The engine asks the factory added last first; the first bean in order should have
	// that place
	static <F> List<F> lastFirst(ObjectProvider<F> factories) {
		List<F> ordered = new ArrayList<>(factories.orderedStream().toList());
		Collections.reverse(ordered);
		return ordered;
	}

}
