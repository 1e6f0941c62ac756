package dev.orm.boot.check;

import dev.orm.Orm;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.autoconfigure.OrmAutoConfiguration;
import dev.orm.boot.autoconfigure.OrmBuilderCustomizer;
import dev.orm.boot.transaction.OrmTransactionAutoConfiguration;
import dev.orm.check.ModelCheck;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} that checks models at the start.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { OrmAutoConfiguration.class, OrmTransactionAutoConfiguration.class })
@ConditionalOnBean(Orm.class)
@EnableConfigurationProperties(OrmCheckProperties.class)
public final class OrmCheckAutoConfiguration {

	@Bean
	static OrmBuilderCustomizer ormChecksCustomizer(OrmCheckProperties properties, ObjectProvider<ModelCheck> checks) {
		return (builder) -> {
			checks.orderedStream().forEach((check) -> builder.checks((all) -> all.with(check)));
			builder.checks((all) -> all.silencing(properties.silence()));
		};
	}

	@Bean
	CheckedModels ormCheckedModels(Orm orm, OrmCheckProperties properties, ObjectProvider<StartFindings> findings) {
		return new CheckedModels(orm, properties, findings.getIfAvailable(StartFindings::new));
	}

}
