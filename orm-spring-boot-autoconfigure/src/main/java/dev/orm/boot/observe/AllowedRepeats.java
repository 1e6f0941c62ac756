package dev.orm.boot.observe;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import dev.orm.boot.transaction.ApplicationClasses;
import dev.orm.observe.AllowRepeatedQueries;
import dev.orm.observe.RepeatedQueries;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Has Spring allow queries to repeat themselves in the methods that say so.
 *
 * @since 0.1.0
 */
public final class AllowedRepeats extends StaticMethodMatcherPointcutAdvisor {

	private static final long serialVersionUID = 1L;

	/** Create the advisor. */
	public AllowedRepeats() {
		super((MethodInterceptor) AllowedRepeats::allow);
	}

	@Override
	public ClassFilter getClassFilter() {
		return ApplicationClasses::mayContain;
	}

	@Override
	public boolean matches(Method method, @Nullable Class<?> target) {
		if (method.getDeclaringClass() == Object.class) {
			return false;
		}
		Method specific = AopUtils.getMostSpecificMethod(method, target);
		return AnnotatedElementUtils.hasAnnotation(specific, AllowRepeatedQueries.class)
				|| (Modifier.isPublic(specific.getModifiers()) && AnnotatedElementUtils.hasAnnotation(
						(target != null) ? target : specific.getDeclaringClass(), AllowRepeatedQueries.class));
	}

	private static @Nullable Object allow(MethodInvocation invocation) {
		return RepeatedQueries.<@Nullable Object>allow(() -> proceed(invocation));
	}

	private static @Nullable Object proceed(MethodInvocation invocation) {
		try {
			return invocation.proceed();
		}
		catch (Throwable ex) {
			throw AllowedRepeats.<RuntimeException>undeclared(ex);
		}
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable> E undeclared(Throwable error) throws E {
		throw (E) error;
	}

}
