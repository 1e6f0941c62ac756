package dev.orm.boot.autoconfigure;

import java.sql.SQLException;
import java.util.function.Supplier;

import dev.orm.execute.Database;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.util.function.SingletonSupplier;

/**
 * Translates errors of commits as those of statements. What knows the rules, and the
 * exceptions it throws, is loaded for the first error. Thread-safe.
 */
final class CommitErrors implements SQLExceptionTranslator {

	private final Supplier<SQLExceptionTranslator> rules = SingletonSupplier.of(Database::exceptionTranslator);

	@Override
	public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException error) {
		return this.rules.get().translate(task, sql, error);
	}

}
