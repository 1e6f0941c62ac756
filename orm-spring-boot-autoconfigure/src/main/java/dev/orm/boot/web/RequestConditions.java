package dev.orm.boot.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.orm.Lookups;
import dev.orm.Orm;
import dev.orm.error.FieldException;
import dev.orm.error.OrmException;
import dev.orm.expression.Condition;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands controllers what a request asks for as a {@code Condition<Product>}: its
 * parameters, as the bean of type {@code Lookups<Product>} allows them, which is an
 * argument, too. Values are converted before the controller is called. Thread-safe.
 */
final class RequestConditions implements HandlerMethodArgumentResolver {

	private final BeanFactory beans;

	private final ObjectProvider<Orm> orm;

	private final OtherParameters others;

	private final Map<MethodParameter, Lookups<?>> known = new ConcurrentHashMap<>();

	RequestConditions(BeanFactory beans, ObjectProvider<Orm> orm, OtherParameters others) {
		this.beans = beans;
		this.orm = orm;
		this.others = others;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		return (type == Condition.class || type == Lookups.class) && Model.class.isAssignableFrom(model(parameter));
	}

	private static Class<?> model(MethodParameter parameter) {
		return ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve(Object.class);
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Lookups<?> lookups = lookups(parameter);
		if (parameter.getParameterType() == Lookups.class) {
			return lookups;
		}
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
		return bind(lookups, parameters);
	}

	/** What the requests to a controller may ask for. */
	Lookups<?> lookups(MethodParameter parameter) {
		return this.known.computeIfAbsent(parameter, this::find);
	}

	private Lookups<?> find(MethodParameter parameter) {
		Class<?> model = model(parameter);
		Lookups<?> lookups = LookupsOfModel.find(this.beans, parameter, model);
		return lookups.ignoring(this.others.beside(parameter).toArray(String[]::new));
	}

	private <T extends Model> Condition<T> bind(Lookups<T> lookups, Map<String, List<String>> parameters) {
		try {
			return checked(lookups, parameters);
		}
		catch (OrmException ex) {
			parameters.forEach((name, values) -> require(lookups, name, values));
			throw ex;
		}
	}

	/** Compiles the condition, which converts its values. */
	private <T extends Model> Condition<T> checked(Lookups<T> lookups, Map<String, List<String>> parameters) {
		Condition<T> condition = lookups.bind(parameters);
		this.orm.getObject().manager(lookups.model()).filter(condition).toSql();
		return condition;
	}

	private void require(Lookups<?> lookups, String name, List<String> values) {
		try {
			lookups.bind(Map.of(name, values));
		}
		catch (FieldException ex) {
			throw new RefusedParametersException(name, "The parameter is not allowed.", lookups.parameters(), ex);
		}
		catch (OrmException ex) {
			throw invalid(name, ex);
		}
		try {
			checked(lookups, Map.of(name, values));
		}
		catch (FieldException ex) {
			// the list allows what the model does not have: no fault of the request
			throw ex;
		}
		catch (OrmException ex) {
			throw invalid(name, ex);
		}
	}

	private static RefusedParametersException invalid(String name, OrmException cause) {
		return new RefusedParametersException(name, "The value of the parameter is not valid.", List.of(), cause);
	}

}
