package dev.orm.boot.test;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives test methods what a test of the ORM works with. */
final class OrmParameters implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		return parameter.getParameter().getType() == OnCommit.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		return SpringExtension.getApplicationContext(test).getBean(parameter.getParameter().getType());
	}

}
