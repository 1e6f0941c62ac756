package dev.orm.boot.autoconfigure;

import java.util.Objects;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.boot.databases.DatabasesProperties;
import dev.orm.boot.databases.DeclaredDatabases;
import dev.orm.boot.databases.HeedfulPools;
import dev.orm.boot.migration.UnansweredCommand;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.observe.TransactionListener;
import dev.orm.transaction.Atomic;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * {@link AutoConfiguration Auto-configuration} of what the ORM runs on: the application's
 * data source and transaction manager, and {@link Atomic} blocks over them.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class })
@ConditionalOnClass(Databases.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class OrmDatabaseAutoConfiguration {

	@Bean
	@ConditionalOnProperty("orm.databases.default.data-source")
	@ConditionalOnMissingBean
	Databases ormNamedDatabases(Environment environment, ListableBeanFactory beans,
			ObjectProvider<PlatformTransactionManager> managers) {
		DeclaredDatabases declared = new DeclaredDatabases(DatabasesProperties.of(environment), beans);
		return databases(declared, Objects.requireNonNull(declared.defaultDataSource()), managers);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(DataSource.class)
	Databases ormDatabases(Environment environment, ListableBeanFactory beans, DataSource dataSource,
			ObjectProvider<PlatformTransactionManager> managers) {
		return databases(new DeclaredDatabases(DatabasesProperties.of(environment), beans), dataSource, managers);
	}

	private static Databases databases(DeclaredDatabases declared, DataSource dataSource,
			ObjectProvider<PlatformTransactionManager> managers) {
		PlatformTransactionManager chosen = declared.defaultTransactionManager();
		PlatformTransactionManager manager = (chosen != null) ? chosen : managers.getIfUnique();
		return declared.with((manager != null && !isOfAnother(manager, dataSource))
				? new Database(Database.DEFAULT, dataSource, manager) : Database.of(Database.DEFAULT, dataSource));
	}

	// The only manager may be that of a database the ORM has nothing to do with
	private static boolean isOfAnother(PlatformTransactionManager manager, DataSource dataSource) {
		return manager instanceof DataSourceTransactionManager other && other.getDataSource() != dataSource;
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(Databases.class)
	Atomic atomic(Databases databases, ObjectProvider<TransactionListener> listener) {
		return new Atomic(databases, listener.getIfUnique(() -> TransactionListener.NONE));
	}

	@Bean
	@ConditionalOnProperty("orm.command")
	static UnansweredCommand ormUnansweredCommand(Environment environment) {
		return new UnansweredCommand(environment.getProperty("orm.command", ""));
	}

	// A deferred constraint fails at the commit, where only the transaction manager
	// translates
	@Bean
	TransactionManagerCustomizer<JdbcTransactionManager> ormCommitErrorTranslation(
			ObjectProvider<Databases> databases) {
		return (manager) -> manager.setExceptionTranslator(new CommitErrors(manager, databases));
	}

	/** What pools of HikariCP are told. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HikariDataSource.class)
	static class HikariConfiguration {

		@Bean
		static PoolExceptions ormPoolExceptions() {
			return new PoolExceptions();
		}

		@Bean
		static HeedfulPools ormHeedfulPools(Environment environment) {
			return new HeedfulPools(environment);
		}

	}

}
