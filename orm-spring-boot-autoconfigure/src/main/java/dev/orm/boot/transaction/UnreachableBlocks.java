package dev.orm.boot.transaction;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

import dev.orm.boot.actuate.StartFindings;

import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Warns of methods that are to be blocks but cannot: no proxy stands before a private, a
 * final or a static one.
 *
 * @since 0.1.0
 */
public final class UnreachableBlocks {

	private final ConfigurableListableBeanFactory beans;

	private final StartFindings findings;

	/**
	 * Create what looks for them.
	 * @param beans the beans
	 * @param findings where warnings go
	 */
	public UnreachableBlocks(ConfigurableListableBeanFactory beans, StartFindings findings) {
		this.beans = beans;
		this.findings = findings;
	}

	/** Look at all beans that are there. */
	public void look() {
		for (String name : this.beans.getSingletonNames()) {
			if (this.beans.getSingleton(name) instanceof Advised advised && hasBlocks(advised)) {
				of(AopUtils.getTargetClass(advised)).forEach(this::warn);
			}
		}
	}

	private static boolean hasBlocks(Advised advised) {
		return Arrays.stream(advised.getAdvisors()).anyMatch(AtomicAdvisor.class::isInstance);
	}

	/** Return the methods of a class that say they are blocks, in vain. */
	static List<Method> of(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> isOutOfReach(method) && AtomicRules.saidBy(method) != null)
			.toList();
	}

	private static boolean isOutOfReach(Method method) {
		return (method.getModifiers() & (Modifier.PRIVATE | Modifier.FINAL | Modifier.STATIC)) != 0;
	}

	private void warn(Method method) {
		String place = method.getDeclaringClass().getName() + "." + method.getName();
		this.findings.warn("atomic-unreachable", place, """
				%s is annotated with @Atomic, but no proxy can stand before a %s method: it runs without a block
				  hint: make it public and not final, or use atomic.run(...) inside""".formatted(place,
				Modifier.toString(method.getModifiers() & (Modifier.PRIVATE | Modifier.FINAL | Modifier.STATIC))));
	}

}
