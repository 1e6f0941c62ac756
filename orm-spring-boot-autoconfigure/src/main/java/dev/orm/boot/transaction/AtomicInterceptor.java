package dev.orm.boot.transaction;

import java.util.function.Supplier;

import dev.orm.transaction.Atomic;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;

/** Runs methods as blocks. Thread-safe. */
final class AtomicInterceptor implements MethodInterceptor {

	private final AtomicRules rules;

	private final Supplier<Atomic> blocks;

	AtomicInterceptor(AtomicRules rules, Supplier<Atomic> blocks) {
		this.rules = rules;
		this.blocks = blocks;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object target = invocation.getThis();
		AtomicRule rule = this.rules.find(invocation.getMethod(), (target != null) ? target.getClass() : null);
		if (rule == null) {
			return invocation.proceed();
		}
		Object result = rule.on(this.blocks.get()).call(() -> proceed(rule, invocation));
		if (result instanceof Kept kept) {
			throw kept.error();
		}
		return result;
	}

	private static @Nullable Object proceed(AtomicRule rule, MethodInvocation invocation) {
		try {
			return again(invocation).proceed();
		}
		catch (Throwable ex) {
			if (rule.keeps(ex)) {
				return new Kept(ex);
			}
			throw AtomicInterceptor.<RuntimeException>undeclared(ex);
		}
	}

	/** An invocation proceeds once, but a block may be repeated. */
	private static MethodInvocation again(MethodInvocation invocation) {
		return (invocation instanceof ProxyMethodInvocation proxy) ? proxy.invocableClone() : invocation;
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable> E undeclared(Throwable error) throws E {
		throw (E) error;
	}

	/** An exception that does not roll back. */
	private record Kept(Throwable error) {

	}

}
