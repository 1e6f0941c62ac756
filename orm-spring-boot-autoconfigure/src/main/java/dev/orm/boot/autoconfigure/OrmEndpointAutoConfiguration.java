package dev.orm.boot.autoconfigure;

import dev.orm.Orm;
import dev.orm.boot.actuate.OrmEndpoint;
import dev.orm.boot.actuate.StatementStatistics;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} of the {@code orm} endpoint, where it is
 * exposed. Statements are counted only then.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = OrmAutoConfiguration.class)
@ConditionalOnClass({ Orm.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(Orm.class)
@ConditionalOnAvailableEndpoint(OrmEndpoint.class)
public final class OrmEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	StatementStatistics ormStatementStatistics() {
		return new StatementStatistics();
	}

	@Bean
	@ConditionalOnMissingBean
	OrmEndpoint ormEndpoint(Orm orm, StatementStatistics statistics) {
		return new OrmEndpoint(orm, statistics);
	}

}
