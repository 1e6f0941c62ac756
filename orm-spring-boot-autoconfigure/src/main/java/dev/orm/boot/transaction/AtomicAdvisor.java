package dev.orm.boot.transaction;

import java.lang.reflect.Method;
import java.util.function.Supplier;

import dev.orm.transaction.Atomic;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.core.Ordered;

/**
 * Has Spring put a block around each method that is to be one, outside of what
 * {@code @Transactional} does.
 *
 * @since 0.1.0
 */
public final class AtomicAdvisor extends StaticMethodMatcherPointcutAdvisor {

	private static final long serialVersionUID = 1L;

	private static final int OUTSIDE_OF_TRANSACTIONAL = Ordered.LOWEST_PRECEDENCE - 10;

	private final transient AtomicRules rules;

	/**
	 * Create the advisor.
	 * @param requests whether methods that handle requests are blocks, too
	 * @param blocks asked when the first block runs
	 */
	public AtomicAdvisor(boolean requests, Supplier<Atomic> blocks) {
		this(new AtomicRules(requests), blocks);
	}

	private AtomicAdvisor(AtomicRules rules, Supplier<Atomic> blocks) {
		super(new AtomicInterceptor(rules, blocks));
		this.rules = rules;
		setOrder(OUTSIDE_OF_TRANSACTIONAL);
	}

	@Override
	public ClassFilter getClassFilter() {
		return this.rules::mayHaveSome;
	}

	@Override
	public boolean matches(Method method, @Nullable Class<?> type) {
		return this.rules.find(method, type) != null;
	}

}
