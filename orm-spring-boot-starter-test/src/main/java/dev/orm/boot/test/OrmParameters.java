package dev.orm.boot.test;

import java.util.Set;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives test methods what a test of the ORM works with. */
final class OrmParameters implements ParameterResolver {

	private static final Set<Class<?>> TYPES = Set.of(OnCommit.class, Fixtures.class, QueryPlans.class, Standbys.class,
			Standby.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		return TYPES.contains(parameter.getParameter().getType());
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		ApplicationContext context = SpringExtension.getApplicationContext(test);
		Class<?> type = parameter.getParameter().getType();
		return (type == Standby.class) ? context.getBean(Standbys.class).only() : context.getBean(type);
	}

}
