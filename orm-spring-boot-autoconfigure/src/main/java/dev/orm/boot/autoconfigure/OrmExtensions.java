package dev.orm.boot.autoconfigure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.orm.OrmBuilder;
import dev.orm.automatic.CurrentUser;
import dev.orm.boot.tenancy.ConfiguredTenants;
import dev.orm.boot.tenancy.MissingResolverCheck;
import dev.orm.check.ModelCheck;
import dev.orm.compile.PlanCounter;
import dev.orm.execute.Databases;
import dev.orm.function.AggregateFactory;
import dev.orm.function.FunctionFactory;
import dev.orm.lookup.LookupFactory;
import dev.orm.observe.QueryListener;
import dev.orm.observe.QueryTracer;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.TransactionListener;
import dev.orm.routing.Router;
import dev.orm.session.TenantResolver;
import dev.orm.signal.Signals;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What the beans of the application add to the ORM, in their order. Customizers have the
 * last word. Every start comes through here: loops, as each lambda is a class to be made.
 *
 * @param context the application
 * @param properties what it says
 */
record OrmExtensions(ApplicationContext context, OrmProperties properties) {

	void applyTo(OrmBuilder builder) {
		for (Router router : all(Router.class)) {
			builder.router(router);
		}
		functions(builder);
		tenants(builder);
		writing(builder);
		observing(builder);
		for (ModelCheck check : all(ModelCheck.class)) {
			builder.checks((checks) -> checks.with(check));
		}
		for (OrmBuilderCustomizer customizer : all(OrmBuilderCustomizer.class)) {
			customizer.customize(builder);
		}
	}

	private void functions(OrmBuilder builder) {
		for (LookupFactory factory : lastFirst(provider(LookupFactory.class))) {
			builder.lookups(factory);
		}
		for (FunctionFactory factory : lastFirst(provider(FunctionFactory.class))) {
			builder.functions(factory);
		}
		for (AggregateFactory factory : lastFirst(provider(AggregateFactory.class))) {
			builder.aggregates(factory);
		}
	}

	private void tenants(OrmBuilder builder) {
		ObjectProvider<TenantResolver> resolver = provider(TenantResolver.class);
		new ConfiguredTenants(this.properties.tenancy(), resolver, this.context.getBean(Databases.class))
			.applyTo(builder);
		if (!this.properties.session().atBegin()) {
			builder.session((session) -> session.atBegin(false));
		}
		builder.checks((all) -> all.with(new MissingResolverCheck(this.properties.tenancy().mode(), resolver)));
	}

	/**
	 * Who takes part in writes: listeners, the time, the user, what knows values, texts.
	 */
	private void writing(OrmBuilder builder) {
		Signals signals = provider(Signals.class).getIfAvailable();
		builder.signals((signals != null) ? signals : new ApplicationSignals(this.context));
		provider(Clock.class).ifUnique(builder::clock);
		new AutomaticValueBeans(this.context.getAutowireCapableBeanFactory(), provider(CurrentUser.class))
			.applyTo(builder);
		builder.messages(
				(key, arguments) -> this.context.getMessage(key, arguments, null, LocaleContextHolder.getLocale()));
	}

	private void observing(OrmBuilder builder) {
		for (QueryListener listener : all(QueryListener.class)) {
			builder.listener(listener);
		}
		RepeatedQueries repeated = provider(RepeatedQueries.class).getIfUnique();
		if (repeated != null) {
			builder.repeatedQueries(repeated);
		}
		TransactionListener transactions = provider(TransactionListener.class).getIfUnique();
		if (transactions != null) {
			builder.transactions(transactions);
		}
		provider(QueryTracer.class).ifUnique(builder::tracer);
		provider(PlanCounter.class).ifUnique(builder::planCounter);
	}

	private <T> List<T> all(Class<T> type) {
		return provider(type).orderedStream().toList();
	}

	private <T> ObjectProvider<T> provider(Class<T> type) {
		return this.context.getBeanProvider(type);
	}

	// The engine asks the factory added last first; the first bean in order should have
	// that place
	static <F> List<F> lastFirst(ObjectProvider<F> factories) {
		List<F> ordered = new ArrayList<>(factories.orderedStream().toList());
		Collections.reverse(ordered);
		return ordered;
	}

}
