package dev.orm.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import dev.orm.OrmBuilder;
import dev.orm.automatic.CurrentUser;
import dev.orm.check.ModelCheck;
import dev.orm.compile.PlanCounter;
import dev.orm.function.AggregateFactory;
import dev.orm.function.FunctionFactory;
import dev.orm.lookup.LookupFactory;
import dev.orm.observe.QueryListener;
import dev.orm.observe.QueryTracer;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.TransactionListener;
import dev.orm.routing.Router;
import dev.orm.signal.Signals;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What the beans of the application add to the ORM, in their order. Customizers have the
 * last word.
 *
 * @param context the application
 */
record OrmExtensions(ApplicationContext context) {

	void applyTo(OrmBuilder builder) {
		each(Router.class, builder::router);
		lastFirst(provider(LookupFactory.class)).forEach(builder::lookups);
		lastFirst(provider(FunctionFactory.class)).forEach(builder::functions);
		lastFirst(provider(AggregateFactory.class)).forEach(builder::aggregates);
		writing(builder);
		observing(builder);
		each(ModelCheck.class, (check) -> builder.checks((all) -> all.with(check)));
		each(OrmBuilderCustomizer.class, (customizer) -> customizer.customize(builder));
	}

	/** Who takes part in writes: listeners, user, what knows values, texts. */
	private void writing(OrmBuilder builder) {
		builder.signals(provider(Signals.class).getIfAvailable(() -> new ApplicationSignals(this.context)));
		new AutomaticValueBeans(this.context.getAutowireCapableBeanFactory(), provider(CurrentUser.class))
			.applyTo(builder);
		builder.messages(
				(key, arguments) -> this.context.getMessage(key, arguments, null, LocaleContextHolder.getLocale()));
	}

	private void observing(OrmBuilder builder) {
		provider(QueryTracer.class).ifUnique(builder::tracer);
		each(QueryListener.class, builder::listener);
		provider(PlanCounter.class).ifUnique(builder::planCounter);
		provider(RepeatedQueries.class).ifUnique(builder::repeatedQueries);
		provider(TransactionListener.class).ifUnique(builder::transactions);
	}

	private <T> void each(Class<T> type, Consumer<T> consumer) {
		provider(type).orderedStream().forEach(consumer);
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
