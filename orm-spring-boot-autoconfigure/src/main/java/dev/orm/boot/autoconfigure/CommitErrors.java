package dev.orm.boot.autoconfigure;

import java.sql.SQLException;
import java.util.function.Supplier;

import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.util.function.SingletonSupplier;

/**
 * Translates errors of commits as those of statements. What knows the rules, and the
 * exceptions it throws, is loaded for the first error. Thread-safe.
 */
final class CommitErrors implements SQLExceptionTranslator {

	private final Supplier<SQLExceptionTranslator> rules;

	/**
	 * Translate the errors of a manager.
	 * @param manager the manager
	 * @param databases tell which database it is of
	 */
	CommitErrors(JdbcTransactionManager manager, ObjectProvider<Databases> databases) {
		this.rules = SingletonSupplier.of(() -> Database.exceptionTranslator(alias(manager, databases)));
	}

	private static @Nullable String alias(JdbcTransactionManager manager, ObjectProvider<Databases> databases) {
		return databases.stream()
			.flatMap((several) -> several.all().stream())
			.filter((database) -> database.transactionManager() == manager)
			.map(Database::alias)
			.findFirst()
			.orElse(null);
	}

	@Override
	public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException error) {
		return this.rules.get().translate(task, sql, error);
	}

}
