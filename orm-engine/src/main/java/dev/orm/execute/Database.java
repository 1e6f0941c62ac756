package dev.orm.execute;

import java.util.Objects;
import javax.sql.DataSource;

import dev.orm.cluster.Replicas;
import dev.orm.cluster.RoutedDataSource;
import dev.orm.execute.failure.ErrorTranslation;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A database of the application. Immutable.
 *
 * @param alias its name, {@code default} for the one used where nothing is said
 * @param dataSource its connections
 * @param transactionManager what begins and ends its transactions
 * @param replicas its servers, if it has more than one; the data source is theirs then
 */
public record Database(String alias, DataSource dataSource, PlatformTransactionManager transactionManager,
		@Nullable Replicas replicas) {

	/** The alias used where nothing is said. */
	public static final String DEFAULT = Route.DEFAULT_ALIAS;

	/**
	 * Look behind a proxy, as Spring's manager does: its transactions know the target.
	 */
	public Database {
		if (dataSource instanceof TransactionAwareDataSourceProxy proxy) {
			dataSource = Objects.requireNonNullElse(proxy.getTargetDataSource(), dataSource);
		}
		if (replicas == null && dataSource instanceof RoutedDataSource routed) {
			replicas = routed.replicas();
		}
	}

	/**
	 * Describe a database of one server, or of those behind a {@link RoutedDataSource}.
	 * @param alias its name
	 * @param dataSource its connections
	 * @param transactionManager what begins and ends its transactions
	 */
	public Database(String alias, DataSource dataSource, PlatformTransactionManager transactionManager) {
		this(alias, dataSource, transactionManager, null);
	}

	/**
	 * Describe a database with a transaction manager of its own.
	 * @param alias its name
	 * @param dataSource its connections
	 * @return the database
	 */
	public static Database of(String alias, DataSource dataSource) {
		return new Database(alias, dataSource, manager(alias, dataSource));
	}

	/**
	 * Describe a database with replicas and a transaction manager of its own.
	 * @param replicas its servers, watched already or later
	 * @return the database
	 */
	public static Database of(Replicas replicas) {
		return new Database(replicas.alias(), replicas.dataSource(), manager(replicas.alias(), replicas.dataSource()),
				replicas);
	}

	private static JdbcTransactionManager manager(String alias, DataSource dataSource) {
		JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
		manager.setExceptionTranslator(exceptionTranslator(alias));
		return manager;
	}

	/**
	 * Return the engine's translator of the driver's errors, for transaction managers: a
	 * commit may break a deferred constraint.
	 * @return the translator
	 */
	public static SQLExceptionTranslator exceptionTranslator() {
		return new ErrorTranslation();
	}

	/**
	 * Return the engine's translator for the transaction manager of a database.
	 * @param alias the database, as errors name it; null if it is not known
	 * @return the translator
	 */
	public static SQLExceptionTranslator exceptionTranslator(@Nullable String alias) {
		return new ErrorTranslation(alias);
	}

}
