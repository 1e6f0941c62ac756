package dev.orm.boot.autoconfigure;

import java.util.function.Supplier;

import dev.orm.Orm;
import dev.orm.boot.observe.AllowedRepeats;
import dev.orm.boot.observe.SensitiveColumns;
import dev.orm.compile.PlanCounter;
import dev.orm.meta.EntityModel;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.SlowStatements;
import dev.orm.observe.SqlLog;
import dev.orm.observe.TransactionListener;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link AutoConfiguration Auto-configuration} of what looks at statements without a
 * registry of metrics: the logs, and the finder of repeated queries.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = OrmAutoConfiguration.class)
@ConditionalOnClass(Orm.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
@EnableConfigurationProperties(OrmProperties.class)
public final class OrmStatementAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SlowStatements ormSlowStatements(OrmProperties properties) {
		return new SlowStatements(properties.slowQuery().threshold());
	}

	@Bean
	@ConditionalOnMissingBean
	SqlLog ormSqlLog(OrmProperties properties, ObjectProvider<Orm> orm) {
		// asked where values are shown only
		Supplier<SensitiveColumns> sensitive = SingletonSupplier
			.of(() -> new SensitiveColumns(orm.getObject().models()));
		return new SqlLog((table) -> model(orm.getObject(), table), properties.log().sites(), properties.log().values(),
				(sql) -> sensitive.get().test(sql));
	}

	private static String model(Orm orm, String table) {
		return orm.models()
			.models()
			.stream()
			.filter((model) -> model.table().toString().equals(table))
			.map(EntityModel::name)
			.findFirst()
			.orElse(table);
	}

	@Bean
	@ConditionalOnMissingBean
	RepeatedQueries ormRepeatedQueries(OrmProperties properties) {
		return new RepeatedQueries(properties.repeated().mode(), properties.repeated().threshold(),
				properties.repeated().ignore());
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static AllowedRepeats ormAllowedRepeats() {
		return new AllowedRepeats();
	}

	@Bean
	OrmBuilderCustomizer ormObservers(ObjectProvider<RepeatedQueries> repeated,
			ObjectProvider<TransactionListener> transactions, ObjectProvider<PlanCounter> plans) {
		return (builder) -> {
			plans.ifUnique(builder::planCounter);
			repeated.ifUnique(builder::repeatedQueries);
			transactions.ifUnique(builder::transactions);
		};
	}

}
