package dev.orm.test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.orm.dialect.Dialect;
import dev.orm.render.RenderedSql;
import dev.orm.render.SqlRenderer;
import dev.orm.sql.Column;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL for the values of expressions over one table, as the engine would:
 * rendered, bound and read by their types.
 */
public final class SqlProbe {

	private final TestDatabase database;

	private final String table;

	/**
	 * Create a probe.
	 * @param database the database
	 * @param table a table with a bigint column {@code id}
	 */
	public SqlProbe(TestDatabase database, String table) {
		this.database = database;
		this.table = table;
	}

	/**
	 * Return the text of an expression.
	 * @param sql the expression
	 * @return its SQL
	 */
	public static String text(Sql sql) {
		return SqlRenderer.render(sql, Dialect.POSTGRESQL).text();
	}

	/**
	 * Name a column of the table.
	 * @param name the column
	 * @param type its type
	 * @return the column
	 */
	public static Column column(String name, ValueType type) {
		return new Column("t", name, type, name.equals("id"), true);
	}

	/**
	 * Compute an expression without a table.
	 * @param sql the expression
	 * @return its value
	 */
	public @Nullable Object value(Sql sql) {
		return run("SELECT %s", sql, sql.type()).get(0);
	}

	/**
	 * Compute an expression for each row, in the order of the keys.
	 * @param sql the expression
	 * @return its values
	 */
	public List<@Nullable Object> values(Sql sql) {
		return run("SELECT %s FROM " + this.table + " t ORDER BY t.id", sql, sql.type());
	}

	/**
	 * Compute an aggregate over all rows.
	 * @param sql the aggregate
	 * @return its value
	 */
	public @Nullable Object aggregate(Sql sql) {
		return run("SELECT %s FROM " + this.table + " t", sql, sql.type()).get(0);
	}

	/**
	 * Find the rows for which a condition holds.
	 * @param condition the condition
	 * @return their keys, in order
	 */
	public List<@Nullable Object> ids(Sql condition) {
		return run("SELECT t.id FROM " + this.table + " t WHERE %s ORDER BY t.id", condition, ValueTypes.BIGINT);
	}

	private List<@Nullable Object> run(String statement, Sql sql, ValueType type) {
		RenderedSql rendered = SqlRenderer.render(sql, Dialect.POSTGRESQL);
		String text = statement.formatted(rendered.text());
		try (Connection connection = this.database.dataSource().getConnection();
				PreparedStatement prepared = connection.prepareStatement(text)) {
			bind(prepared, rendered.parameters());
			return read(prepared, type);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(text, ex);
		}
	}

	private static void bind(PreparedStatement prepared, List<Parameter> parameters) throws SQLException {
		for (int i = 0; i < parameters.size(); i++) {
			Parameter parameter = parameters.get(i);
			Object converted = parameter.conversion().apply(parameter.constant());
			if (converted == null) {
				prepared.setObject(i + 1, null);
			}
			else {
				parameter.type().codec().bind(prepared, i + 1, parameter.type().codec().convert(converted));
			}
		}
	}

	private static List<@Nullable Object> read(PreparedStatement prepared, ValueType type) throws SQLException {
		List<@Nullable Object> values = new ArrayList<>();
		try (ResultSet rows = prepared.executeQuery()) {
			while (rows.next()) {
				values.add(type.codec().read(rows, 1));
			}
		}
		return values;
	}

}
