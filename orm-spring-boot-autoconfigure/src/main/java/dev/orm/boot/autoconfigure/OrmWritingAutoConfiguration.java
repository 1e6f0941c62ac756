package dev.orm.boot.autoconfigure;

import dev.orm.Orm;
import dev.orm.automatic.CurrentUser;
import dev.orm.signal.Signals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link AutoConfiguration Auto-configuration} of what takes part in writes: listeners of
 * the application, its user, what knows values of fields.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = OrmAutoConfiguration.class)
@ConditionalOnClass(Orm.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
public final class OrmWritingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Signals ormSignals(ApplicationContext context) {
		return new ApplicationSignals(context);
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	OrmBuilderCustomizer ormSignalsCustomizer(Signals signals) {
		return (builder) -> builder.signals(signals);
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	OrmBuilderCustomizer ormAutomaticValuesCustomizer(AutowireCapableBeanFactory beans,
			ObjectProvider<CurrentUser> user) {
		return new AutomaticValueBeans(beans, user)::applyTo;
	}

}
