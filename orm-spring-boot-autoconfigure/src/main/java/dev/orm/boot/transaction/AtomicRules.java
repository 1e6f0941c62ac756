package dev.orm.boot.transaction;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.orm.transaction.annotation.Atomic;
import dev.orm.transaction.annotation.NonAtomic;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodClassKey;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.stereotype.Controller;

/**
 * Which methods are blocks: those that say so, the public ones of a class that says so,
 * and, where wanted, those that handle requests. Thread-safe.
 */
final class AtomicRules {

	/** By name: an application without a web server has no such class. */
	private static final String HANDLER = "org.springframework.web.bind.annotation.RequestMapping";

	/** The rule of a method that handles requests and says nothing else. */
	private static final AtomicRule OF_REQUESTS = new AtomicRule(MergedAnnotation.of(Atomic.class).synthesize());

	private final boolean requests;

	private final Map<MethodClassKey, Optional<AtomicRule>> known = new ConcurrentHashMap<>();

	AtomicRules(boolean requests) {
		this.requests = requests;
	}

	/** Return whether a class may have methods that are blocks, at a quick look. */
	boolean mayHaveSome(Class<?> type) {
		return ApplicationClasses.mayContain(type);
	}

	@Nullable AtomicRule find(Method method, @Nullable Class<?> target) {
		return this.known
			.computeIfAbsent(new MethodClassKey(method, target),
					(key) -> Optional
						.ofNullable((method.getDeclaringClass() != Object.class) ? look(method, target) : null))
			.orElse(null);
	}

	private @Nullable AtomicRule look(Method method, @Nullable Class<?> target) {
		Method specific = AopUtils.getMostSpecificMethod(method, target);
		Class<?> type = (target != null) ? target : specific.getDeclaringClass();
		Atomic said = saidBy(specific);
		if (said == null && Modifier.isPublic(specific.getModifiers())) {
			said = AnnotatedElementUtils.findMergedAnnotation(type, Atomic.class);
		}
		if (said != null) {
			return new AtomicRule(said);
		}
		return (this.requests && handles(specific, type)) ? OF_REQUESTS : null;
	}

	/** Return what a method itself says. */
	static @Nullable Atomic saidBy(Method method) {
		return AnnotatedElementUtils.findMergedAnnotation(method, Atomic.class);
	}

	private static boolean handles(Method method, Class<?> type) {
		return AnnotatedElementUtils.hasAnnotation(type, Controller.class)
				&& MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY).isPresent(HANDLER)
				&& !AnnotatedElementUtils.hasAnnotation(method, NonAtomic.class)
				&& !AnnotatedElementUtils.hasAnnotation(type, NonAtomic.class);
	}

}
