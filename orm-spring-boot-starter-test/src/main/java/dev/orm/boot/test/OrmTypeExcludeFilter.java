package dev.orm.boot.test;

import java.util.Set;

import dev.orm.AbstractManager;
import dev.orm.boot.autoconfigure.OrmBuilderCustomizer;
import dev.orm.function.AggregateFactory;
import dev.orm.function.FunctionFactory;
import dev.orm.lookup.LookupFactory;
import dev.orm.routing.Router;
import dev.orm.type.ValueTypeFactory;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Leaves of the application's components what belongs to its models. */
final class OrmTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<OrmTest> {

	private static final Set<Class<?>> INCLUDED = Set.of(AbstractManager.class, Router.class, LookupFactory.class,
			FunctionFactory.class, AggregateFactory.class, ValueTypeFactory.class, OrmBuilderCustomizer.class);

	OrmTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
	}

	@Override
	protected Set<Class<?>> getKnownIncludes() {
		return INCLUDED;
	}

}
