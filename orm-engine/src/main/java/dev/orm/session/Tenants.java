package dev.orm.session;

import java.util.Optional;
import java.util.function.Supplier;

import dev.orm.error.detail.Subject;
import org.jspecify.annotations.Nullable;

/**
 * For whom the thread works, and work for others: {@code tenants.run(7L, work)}. What is
 * chosen so goes before what the {@link TenantResolver} says, until the work ends.
 * Thread-safe.
 */
public final class Tenants {

	/** The name of the scope of {@code @TenantId}. */
	public static final String SCOPE = "tenant";

	/** The name of the setting that policies look at. */
	public static final String SETTING = "orm.tenant";

	/** What the setting is while a thread works for all. */
	public static final String EVERYBODY = "*";

	private static final Object ALL = new Object();

	private final TenantResolver resolver;

	// two ORMs have tenants of their own
	@SuppressWarnings("ThreadLocalUsage")
	private final ThreadLocal<@Nullable Object> chosen = new ThreadLocal<>();

	/** Whether any thread ever chose: else none need be asked. */
	private volatile boolean used;

	private volatile Runnable hearer = () -> {
	};

	/**
	 * Create it.
	 * @param resolver asked where nothing is chosen
	 */
	public Tenants(TenantResolver resolver) {
		this.resolver = resolver;
	}

	/**
	 * Have somebody hear that a thread works for another, on that thread. The last one
	 * counts.
	 * @param changed what to do then; it does not throw
	 */
	public void onChange(Runnable changed) {
		this.hearer = changed;
	}

	/**
	 * Work for a tenant.
	 * @param tenant its key
	 * @param work the work
	 * @throws NoTenantException if the key is null, as that of an unsaved instance
	 */
	public void run(Object tenant, Runnable work) {
		call(tenant, () -> {
			work.run();
			return null;
		});
	}

	/**
	 * Work for a tenant.
	 * @param <R> the answer
	 * @param tenant its key
	 * @param work the work
	 * @return its answer
	 * @throws NoTenantException if the key is null, as that of an unsaved instance
	 */
	public <R extends @Nullable Object> R call(Object tenant, Supplier<R> work) {
		if (tenant == null) {
			throw NoTenantException.ofNull();
		}
		Object before = this.chosen.get();
		this.used = true;
		choose(tenant);
		try {
			return work.get();
		}
		finally {
			choose(before);
		}
	}

	private void choose(@Nullable Object tenant) {
		if (tenant == null) {
			this.chosen.remove();
		}
		else {
			this.chosen.set(tenant);
		}
		this.hearer.run();
	}

	/**
	 * Work for all tenants at once, as jobs do: queries see the rows of all, and inserts
	 * have to say whose a row is.
	 * @param work the work
	 */
	public void all(Runnable work) {
		run(ALL, work);
	}

	/**
	 * Work for all tenants at once, as jobs do.
	 * @param <R> the answer
	 * @param work the work
	 * @return its answer
	 */
	public <R extends @Nullable Object> R all(Supplier<R> work) {
		return call(ALL, work);
	}

	/**
	 * Return whether the thread works for all tenants.
	 * @return true inside of {@link #all(Runnable)}
	 */
	public boolean isAll() {
		return this.used && this.chosen.get() == ALL;
	}

	/**
	 * Return for whom the thread works.
	 * @return the key; empty for nobody, and for all
	 */
	public Optional<Object> current() {
		Object own = this.chosen.get();
		if (own == ALL) {
			return Optional.empty();
		}
		return (own != null) ? Optional.of(own) : this.resolver.current();
	}

	/**
	 * Return for whom the thread works.
	 * @return the key
	 * @throws NoTenantException if it works for nobody
	 */
	public Object require() {
		return require(Subject.UNKNOWN);
	}

	/**
	 * Return for whom the thread works.
	 * @param subject what is to be read or written
	 * @return the key
	 * @throws NoTenantException if it works for nobody
	 */
	public Object require(Subject subject) {
		return current().orElseThrow(() -> isAll() ? NoTenantException.ofAll(subject) : new NoTenantException(subject));
	}

	/** What policies are told: a key, everybody, or nothing. */
	String setting() {
		return isAll() ? EVERYBODY : current().map(Object::toString).orElse("");
	}

}
