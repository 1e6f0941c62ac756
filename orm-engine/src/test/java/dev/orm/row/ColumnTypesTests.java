package dev.orm.row;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnTypesTests {

	/** A prepare threshold of pgjdbc: results are binary from the first execution on. */
	private static final String BINARY = "&prepareThreshold=-1";

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	@Test
	void theFirstRowIsReadByTheGettersOfTheOthers() throws SQLException {
		assertRead("7::bigint", "getLong", (row) -> row.getLong(1));
		assertRead("7::integer", "getInt", (row) -> row.getIntOrNull(1));
		assertRead("7::smallint", "getShort", (row) -> row.getShort(1));
		assertRead("date '2024-01-02'", "getBytes", (row) -> row.getLocalDate(1));
		assertRead("timestamptz '2024-01-02 00:00:00+00'", "getBytes", (row) -> row.getInstant(1));
	}

	private static void assertRead(String expression, String getter, Consumer<RowReader> read) throws SQLException {
		List<String> getters = new ArrayList<>();
		try (Connection connection = DriverManager.getConnection(database.url() + BINARY);
				PreparedStatement statement = connection
					.prepareStatement("SELECT " + expression + " FROM generate_series(1, 2)");
				ResultSet rows = statement.executeQuery()) {
			RowReader reader = new RowReader(listened(rows, getters));
			while (reader.next()) {
				read.accept(reader);
			}
		}
		assertThat(getters).containsExactly("getMetaData", getter, getter);
	}

	/** Results of the server that tell how they are read. */
	private static ResultSet listened(ResultSet rows, List<String> getters) {
		return (ResultSet) Proxy.newProxyInstance(ResultSet.class.getClassLoader(), new Class<?>[] { ResultSet.class },
				(proxy, method, arguments) -> {
					if (method.getName().startsWith("get")) {
						getters.add(method.getName());
					}
					try {
						return method.invoke(rows, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

}
