package dev.orm.boot.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Resolves at the start what controllers take as conditions, so that a missing list ends
 * it and not the first request.
 *
 * @param conditions resolves them
 * @param mappings the controllers
 */
record CheckedArguments(RequestConditions conditions,
		ObjectProvider<RequestMappingHandlerMapping> mappings) implements SmartInitializingSingleton {

	@Override
	public void afterSingletonsInstantiated() {
		for (RequestMappingHandlerMapping mapping : this.mappings) {
			for (HandlerMethod method : mapping.getHandlerMethods().values()) {
				for (MethodParameter parameter : method.getMethodParameters()) {
					look(parameter);
				}
			}
		}
	}

	private void look(MethodParameter parameter) {
		if (this.conditions.supportsParameter(parameter)) {
			this.conditions.lookups(parameter);
		}
	}

}
