package dev.orm.migration.apply.step;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A row as a migration sees it, by the names of its columns. It is gone when the next one
 * is shown. Used by the thread of the migration.
 */
public final class MigrationRow {

	private final MigratedTable table;

	private final ResultSet row;

	private final boolean writes;

	private final Map<String, @Nullable Object> set = new TreeMap<>();

	MigrationRow(MigratedTable table, ResultSet row, boolean writes) {
		this.table = table;
		this.row = row;
		this.writes = writes;
	}

	/**
	 * Return a value as a text.
	 * @param column the column, of any type
	 * @return the text PostgreSQL spells it by; null for NULL
	 */
	public @Nullable String text(String column) {
		return read(column, ResultSet::getString);
	}

	/**
	 * Return a number.
	 * @param column the column
	 * @return the number; null for NULL
	 */
	public @Nullable BigDecimal number(String column) {
		return read(column, ResultSet::getBigDecimal);
	}

	/**
	 * Return a value.
	 * @param <T> its type
	 * @param column the column
	 * @param type a type the driver knows, such as {@code OffsetDateTime} or {@code UUID}
	 * @return the value; null for NULL
	 */
	public <T> @Nullable T get(String column, Class<T> type) {
		return read(column, (row, name) -> row.getObject(name, type));
	}

	private <T> @Nullable T read(String column, Read<T> read) {
		String name = this.table.column(column).name();
		try {
			return read.read(this.row, name);
		}
		catch (SQLException ex) {
			throw this.table.failure(ex);
		}
	}

	/**
	 * Set a column.
	 * @param column the column
	 * @param value the value, or a text that spells it as PostgreSQL does; null for NULL
	 * @return the row
	 */
	public MigrationRow set(String column, @Nullable Object value) {
		if (!this.writes) {
			throw this.table.refusal("A row of forEach is not written. hint: use update", null);
		}
		this.set.put(this.table.column(column).name(), value);
		return this;
	}

	List<Object> key() throws SQLException {
		List<Object> key = new ArrayList<>();
		for (String column : this.table.key()) {
			key.add(this.row.getObject(column));
		}
		return key;
	}

	/** Add what was set, then the key, to those that set the same columns. */
	void addTo(Map<List<String>, List<List<Object>>> writing) throws SQLException {
		if (!this.set.isEmpty()) {
			List<Object> values = new ArrayList<>(this.set.values());
			values.addAll(key());
			writing.computeIfAbsent(List.copyOf(this.set.keySet()), (columns) -> new ArrayList<>())
				.add(Collections.unmodifiableList(values));
		}
	}

	/**
	 * Reads a column.
	 *
	 * @param <T> what it reads
	 */
	@FunctionalInterface
	private interface Read<T> {

		@Nullable T read(ResultSet row, String column) throws SQLException;

	}

}
