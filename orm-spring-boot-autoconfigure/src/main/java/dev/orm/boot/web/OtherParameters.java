package dev.orm.boot.web;

import java.lang.reflect.Executable;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The parameters of a request that other arguments of a controller take, and a condition
 * leaves alone.
 *
 * @param paging those of Spring Data's pages
 */
record OtherParameters(Set<String> paging) {

	private static final String DATA = "org.springframework.data.domain.";

	OtherParameters {
		paging = Set.copyOf(paging);
	}

	/** The names as Spring Boot's properties have them. */
	static OtherParameters of(Environment environment) {
		String page = "spring.data.web.pageable.";
		String prefix = environment.getProperty(page + "prefix", "");
		return new OtherParameters(Set.of(prefix + environment.getProperty(page + "page-parameter", "page"),
				prefix + environment.getProperty(page + "size-parameter", "size"),
				environment.getProperty("spring.data.web.sort.sort-parameter", "sort")));
	}

	Set<String> beside(MethodParameter condition) {
		Executable method = condition.getExecutable();
		Set<String> names = new LinkedHashSet<>();
		for (int i = 0; i < method.getParameterCount(); i++) {
			MethodParameter parameter = SynthesizingMethodParameter.forExecutable(method, i);
			parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
			if (parameter.getParameterType().getName().startsWith(DATA)) {
				names.addAll(this.paging);
			}
			else if (isOfRequest(parameter)) {
				names.add(name(parameter));
			}
		}
		return names;
	}

	private static boolean isOfRequest(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(RequestParam.class)
				|| (!parameter.hasParameterAnnotation(PathVariable.class)
						&& BeanUtils.isSimpleProperty(parameter.getParameterType()));
	}

	private static String name(MethodParameter parameter) {
		RequestParam told = parameter.getParameterAnnotation(RequestParam.class);
		@Nullable String known = (told != null && StringUtils.hasText(told.name())) ? told.name() : parameter.getParameterName();
		return (known != null) ? known : "";
	}

}
