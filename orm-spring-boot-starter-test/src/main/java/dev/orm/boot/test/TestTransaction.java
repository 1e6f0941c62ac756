package dev.orm.boot.test;

import java.sql.SQLException;
import java.sql.Statement;

import dev.orm.execute.CurrentTransaction;
import dev.orm.execute.Database;

import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** The transaction around a test on one database. It always rolls back. */
final class TestTransaction {

	private final Database database;

	private final TransactionStatus status;

	private TestTransaction(Database database, TransactionStatus status) {
		this.database = database;
		this.status = status;
	}

	static TestTransaction begin(Database database) {
		TransactionStatus status = database.transactionManager().getTransaction(new DefaultTransactionDefinition());
		CurrentTransaction.join(database).nesting().lookThrough();
		return new TestTransaction(database, status);
	}

	/**
	 * End the transaction. What a commit would complain of, this does. Django's
	 * {@code TestCase} checks its constraints likewise.
	 */
	void rollback() {
		try {
			CurrentTransaction transaction = CurrentTransaction.find(this.database);
			if (transaction != null && transaction.abortion() == null && !transaction.isRollbackNeeded()) {
				checkDeferredConstraints();
			}
		}
		finally {
			this.database.transactionManager().rollback(this.status);
		}
	}

	private void checkDeferredConstraints() {
		String sql = "SET CONSTRAINTS ALL IMMEDIATE";
		try (Statement statement = DataSourceUtils.getConnection(this.database.dataSource()).createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			RuntimeException translated = Database.exceptionTranslator().translate("at the end of the test", sql, ex);
			throw (translated != null) ? translated : new IllegalStateException(ex);
		}
	}

}
