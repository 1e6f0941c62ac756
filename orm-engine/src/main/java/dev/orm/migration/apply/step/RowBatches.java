package dev.orm.migration.apply.step;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks over the rows of a table by its key, a batch at a time. Used once, by one thread.
 */
final class RowBatches {

	private static final Logger LOGGER = LoggerFactory.getLogger(RowBatches.class);

	/** How often long work says how far it is. */
	private static final long SAY_EACH_NANOSECONDS = 5_000_000_000L;

	private final MigratedTable table;

	private final String condition;

	private final List<Object> values;

	private final int size;

	private List<Object> after = List.of();

	private long changed;

	private long said = System.nanoTime();

	RowBatches(MigratedTable table, String condition, List<Object> values, int size) {
		if (table.key().isEmpty()) {
			throw table.refusal(
					"Table '%s' has no primary key to walk along. hint: use execute".formatted(table.name()), null);
		}
		this.table = table;
		this.condition = condition;
		this.values = values;
		this.size = size;
	}

	void read(Consumer<MigrationRow> reader) {
		walk(reader, false);
	}

	long update(Consumer<MigrationRow> change) {
		walk(change, true);
		LOGGER.info("{}: {} rows of {} changed", this.table.migration(), this.changed, this.table.name());
		return this.changed;
	}

	private void walk(Consumer<MigrationRow> visitor, boolean writes) {
		try {
			boolean alone = this.table.connection().getAutoCommit();
			int read = this.size;
			while (read == this.size) {
				read = (alone && writes) ? inTransaction(visitor) : batch(visitor, writes);
				say();
			}
		}
		catch (SQLException ex) {
			throw this.table.failure(ex);
		}
	}

	private int inTransaction(Consumer<MigrationRow> visitor) throws SQLException {
		Connection connection = this.table.connection();
		connection.setAutoCommit(false);
		boolean done = false;
		try {
			int read = batch(visitor, true);
			connection.commit();
			done = true;
			return read;
		}
		finally {
			if (!done) {
				connection.rollback();
			}
			connection.setAutoCommit(true);
		}
	}

	private void say() {
		if (System.nanoTime() - this.said > SAY_EACH_NANOSECONDS) {
			this.said = System.nanoTime();
			LOGGER.info("{}: {} rows of {} so far, up to key {}", this.table.migration(), this.changed,
					this.table.name(), this.after);
		}
	}

	private int batch(Consumer<MigrationRow> visitor, boolean writes) throws SQLException {
		Map<List<String>, List<List<Object>>> writing = new LinkedHashMap<>();
		int read = 0;
		try (PreparedStatement statement = this.table.connection().prepareStatement(query(writes))) {
			bind(statement);
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					read++;
					MigrationRow row = new MigrationRow(this.table, rows, writes);
					visitor.accept(row);
					this.after = row.key();
					row.addTo(writing);
				}
			}
		}
		for (Map.Entry<List<String>, List<List<Object>>> columns : writing.entrySet()) {
			write(columns.getKey(), columns.getValue());
		}
		return read;
	}

	private String query(boolean writes) {
		List<String> conditions = new ArrayList<>();
		if (!this.condition.isEmpty()) {
			conditions.add(this.condition);
		}
		if (!this.after.isEmpty()) {
			conditions.add("(" + this.table.keyList() + ") > ("
					+ this.table.key().stream().map((column) -> "?").collect(Collectors.joining(", ")) + ")");
		}
		return "SELECT * FROM " + this.table.quoted()
				+ (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)) + " ORDER BY "
				+ this.table.keyList() + " LIMIT " + this.size + (writes ? " FOR NO KEY UPDATE" : "");
	}

	private void bind(PreparedStatement statement) throws SQLException {
		int place = 1;
		for (Object value : this.values) {
			statement.setObject(place++, value);
		}
		for (Object value : this.after) {
			statement.setObject(place++, value);
		}
	}

	private void write(List<String> columns, List<List<Object>> rows) throws SQLException {
		String sql = "UPDATE %s SET %s WHERE (%s) = (%s)".formatted(this.table.quoted(),
				columns.stream()
					.map((column) -> MigratedTable.quoted(column) + " = " + this.table.parameter(column))
					.collect(Collectors.joining(", ")),
				this.table.keyList(), this.table.key().stream().map((column) -> "?").collect(Collectors.joining(", ")));
		try (PreparedStatement statement = this.table.connection().prepareStatement(sql)) {
			for (List<Object> row : rows) {
				for (int i = 0; i < row.size(); i++) {
					statement.setObject(i + 1, row.get(i));
				}
				statement.addBatch();
			}
			statement.executeBatch();
		}
		this.changed += rows.size();
	}

}
