package dev.orm.migration.apply.step;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.migration.problem.MigrationException;

/**
 * Rows of a table as a migration sees them. Immutable; rows are read in the order of the
 * primary key, a batch at a time, so a table of any size fits.
 */
public final class MigrationTable {

	private static final int BATCH = 1_000;

	private final MigratedTable table;

	private final String condition;

	private final List<Object> values;

	private final int batch;

	private MigrationTable(MigratedTable table, String condition, List<Object> values, int batch) {
		this.table = table;
		this.condition = condition;
		this.values = values;
		this.batch = batch;
	}

	static MigrationTable of(MigratedTable table) {
		return new MigrationTable(table, "", List.of(), BATCH);
	}

	/**
	 * Return those of the rows that a condition holds for.
	 * @param sql the condition, with a question mark for each value
	 * @param parameters the values
	 * @return fewer rows
	 */
	public MigrationTable where(String sql, Object... parameters) {
		List<Object> all = new ArrayList<>(this.values);
		all.addAll(List.of(parameters));
		String both = this.condition.isEmpty() ? "(" + sql + ")" : this.condition + " AND (" + sql + ")";
		return new MigrationTable(this.table, both, List.copyOf(all), this.batch);
	}

	/**
	 * Return the rows in other batches.
	 * @param size how many rows are read, and changed, at a time; 1,000 if nobody says
	 * otherwise
	 * @return the same rows
	 * @throws QueryValueException if it is less than one
	 */
	public MigrationTable inBatchesOf(int size) {
		if (size < 1) {
			throw new QueryValueException(
					"A batch of '%s' has one row at least, not %d".formatted(this.table.name(), size),
					Subject.ofModel(this.table.name()).by("size"))
				.of(size);
		}
		return new MigrationTable(this.table, this.condition, this.values, size);
	}

	/**
	 * Change rows: each is shown once, and what is set is written batch by batch. Where
	 * the migration runs in no transaction, each batch is one.
	 * @param change reads and sets columns of a row; the row is gone after it
	 * @return how many rows were changed
	 * @throws MigrationException if a name is not known, the table has no key or the
	 * server refuses a value
	 */
	public long update(Consumer<MigrationRow> change) {
		return new RowBatches(this.table, this.condition, this.values, this.batch).update(change);
	}

	/**
	 * Show rows without changing them.
	 * @param reader reads columns of a row; the row is gone after it
	 */
	public void forEach(Consumer<MigrationRow> reader) {
		new RowBatches(this.table, this.condition, this.values, this.batch).read(reader);
	}

	/**
	 * Count the rows.
	 * @return their number
	 */
	public long count() {
		String sql = "SELECT count(*) FROM " + this.table.quoted() + whereClause();
		try (PreparedStatement statement = prepared(sql, this.values); ResultSet row = statement.executeQuery()) {
			row.next();
			return row.getLong(1);
		}
		catch (SQLException ex) {
			throw this.table.failure(ex);
		}
	}

	/**
	 * Delete the rows.
	 * @return their number
	 */
	public int delete() {
		try (PreparedStatement statement = prepared("DELETE FROM " + this.table.quoted() + whereClause(),
				this.values)) {
			return statement.executeUpdate();
		}
		catch (SQLException ex) {
			throw this.table.failure(ex);
		}
	}

	/**
	 * Insert a row.
	 * @param row its values by column; texts are taken as any type spells them
	 */
	public void insert(Map<String, Object> row) {
		List<String> names = List.copyOf(row.keySet());
		String sql = "INSERT INTO %s (%s) VALUES (%s)".formatted(this.table.quoted(),
				names.stream().map(MigratedTable::quoted).collect(Collectors.joining(", ")),
				names.stream().map(this.table::parameter).collect(Collectors.joining(", ")));
		try (PreparedStatement statement = prepared(sql, names.stream().map(row::get).toList())) {
			statement.executeUpdate();
		}
		catch (SQLException ex) {
			throw this.table.failure(ex);
		}
	}

	private String whereClause() {
		return this.condition.isEmpty() ? "" : " WHERE " + this.condition;
	}

	private PreparedStatement prepared(String sql, List<?> parameters) throws SQLException {
		PreparedStatement statement = this.table.connection().prepareStatement(sql);
		for (int i = 0; i < parameters.size(); i++) {
			statement.setObject(i + 1, parameters.get(i));
		}
		return statement;
	}

}
