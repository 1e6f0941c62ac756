package dev.orm.render;

import java.util.List;

import dev.orm.model.TableName;
import dev.orm.sql.Column;
import dev.orm.sql.write.Conflict;
import dev.orm.sql.write.CopyIn;
import dev.orm.sql.write.DeleteStatement;
import dev.orm.sql.write.InsertStatement;
import dev.orm.sql.write.KeyedInsert;
import dev.orm.sql.Sql;
import dev.orm.sql.write.WriteStatement;
import dev.orm.sql.write.Unnest;
import dev.orm.sql.write.UpdateStatement;
import org.jspecify.annotations.Nullable;

/** Writes the statements that change rows. Used once, by one thread. */
final class WriteRenderer {

	/** The rows of a keyed insert, each with its key. */
	private static final String KEYED = "k";

	/** What a keyed insert stored. */
	private static final String STORED = "i";

	/** The row that is there already. */
	private static final String PRESENT = "t";

	/** The key of a row before it is stored. */
	private static final String KEY = "key";

	private final SqlRenderer out;

	WriteRenderer(SqlRenderer out) {
		this.out = out;
	}

	void statement(WriteStatement statement) {
		if (statement instanceof InsertStatement insert) {
			insert(insert);
		}
		else if (statement instanceof KeyedInsert insert) {
			keyed(insert);
		}
		else if (statement instanceof UpdateStatement update) {
			update(update);
		}
		else if (statement instanceof DeleteStatement delete) {
			delete(delete);
		}
		else if (statement instanceof CopyIn copy) {
			copy(copy);
		}
	}

	private void copy(CopyIn statement) {
		this.out.append("COPY ").table(statement.table()).append(" (").identifiers(statement.columns());
		this.out.append(") FROM STDIN").options(statement.options());
	}

	private void delete(DeleteStatement statement) {
		this.out.append("DELETE FROM ").table(statement.table());
		this.out.append(" AS ").identifier(statement.alias()).condition(" WHERE ", statement.where());
		this.out.clause(" RETURNING ", statement.returning());
	}

	private void update(UpdateStatement statement) {
		this.out.append("UPDATE ").table(statement.table()).append(" AS ").identifier(statement.alias());
		String keyword = " SET ";
		for (UpdateStatement.Assigned assigned : statement.assignments()) {
			this.out.append(keyword).identifier(assigned.column()).append(" = ").expression(assigned.value());
			keyword = ", ";
		}
		if (statement.from() != null) {
			this.out.append(" FROM ").unnest(statement.from());
		}
		this.out.condition(" WHERE ", statement.where());
		this.out.clause(" RETURNING ", statement.returning());
	}

	private void insert(InsertStatement statement) {
		into(statement.table(), statement.columns(), statement.conflict());
		if (statement.rows() instanceof InsertStatement.Values values) {
			values(values.rows(), statement.columns());
		}
		else if (statement.rows() instanceof InsertStatement.Unnested unnested) {
			Unnest rows = unnested.source();
			selected(statement.columns().isEmpty() ? List.of() : rows.columns());
			this.out.append(" FROM ").unnest(rows);
			inOrder(rows.alias());
		}
		conflict(statement.conflict());
		returning(statement.returning());
	}

	private void into(TableName table, List<String> columns, @Nullable Conflict conflict) {
		this.out.append("INSERT INTO ").table(table).append(named(conflict));
		if (!columns.isEmpty()) {
			this.out.append(" (").identifiers(columns).append(")");
		}
	}

	/** The row that is there has a name only where a value refers to it. */
	private String named(@Nullable Conflict conflict) {
		return (conflict != null && conflict.readsPresent()) ? " AS " + this.out.quoted(PRESENT) : "";
	}

	private void values(List<List<Sql>> rows, List<String> columns) {
		if (columns.isEmpty()) {
			this.out.append(" DEFAULT VALUES");
			return;
		}
		String keyword = " VALUES (";
		for (List<Sql> row : rows) {
			this.out.append(keyword);
			this.out.list(row, ", ");
			keyword = "), (";
		}
		this.out.append(")");
	}

	private void selected(List<Sql> columns) {
		this.out.append(columns.isEmpty() ? " SELECT" : " SELECT ");
		this.out.list(columns, ", ");
	}

	private void inOrder(String alias) {
		this.out.append(" ORDER BY ").identifier(alias).append(".").identifier(Unnest.NUMBER);
	}

	private void conflict(@Nullable Conflict conflict) {
		if (conflict == null) {
			return;
		}
		this.out.append(" ON CONFLICT");
		if (!conflict.unique().isEmpty()) {
			this.out.append(" (").identifiers(conflict.unique()).append(")");
		}
		if (conflict.mark() != null) {
			this.out.append(" WHERE ").identifier(conflict.mark()).append(" IS NULL");
		}
		this.out.append(conflict.updated().isEmpty() ? " DO NOTHING" : " DO UPDATE SET ");
		String separator = "";
		for (String column : conflict.updated()) {
			this.out.append(separator).identifier(column).append(" = ");
			taken(column, conflict.kept().contains(column));
			separator = ", ";
		}
		if (conflict.counted() != null) {
			this.out.append(", ").identifier(conflict.counted()).append(" = COALESCE(").identifier(PRESENT);
			this.out.append(".").identifier(conflict.counted()).append(" + 1, 0)");
		}
	}

	private void taken(String column, boolean kept) {
		this.out.append(kept ? "COALESCE(EXCLUDED." : "EXCLUDED.").identifier(column);
		if (kept) {
			this.out.append(", ").identifier(PRESENT).append(".").identifier(column).append(")");
		}
	}

	private void returning(List<String> columns) {
		if (!columns.isEmpty()) {
			this.out.append(" RETURNING ").identifiers(columns);
		}
	}

	private void keyed(KeyedInsert statement) {
		InsertStatement insert = statement.insert();
		Unnest rows = ((InsertStatement.Unnested) insert.rows()).source();
		this.out.append("WITH ").identifier(KEYED).append(" AS MATERIALIZED (SELECT nextval(pg_get_serial_sequence(");
		this.out.literal(this.out.quoted(insert.table())).append(", ").literal(statement.key()).append(")) AS ");
		this.out.identifier(KEY).append(", ").identifier(rows.alias()).append(".* FROM ").unnest(rows);
		this.out.append("), ").identifier(STORED).append(" AS (");
		stored(statement, rows);
		this.out.append(") SELECT ").identifier(KEYED).append(".").identifier(Unnest.NUMBER).append(", ");
		this.out.identifier(STORED).append(".").identifier(statement.key());
		for (String column : insert.returning()) {
			this.out.append(", ").identifier(STORED).append(".").identifier(column);
		}
		this.out.append(" FROM ").identifier(KEYED).append(" INNER JOIN ").identifier(STORED).append(" ON ");
		matched(statement, rows);
	}

	private void stored(KeyedInsert statement, Unnest rows) {
		InsertStatement insert = statement.insert();
		this.out.append("INSERT INTO ").table(insert.table()).append(named(insert.conflict()));
		this.out.append(" (").identifier(statement.key());
		for (String column : insert.columns()) {
			this.out.append(", ").identifier(column);
		}
		this.out.append(") OVERRIDING SYSTEM VALUE SELECT ").identifier(KEYED).append(".").identifier(KEY);
		if (!insert.columns().isEmpty()) {
			this.out.append(", ").list(rows.columns(KEYED), ", ");
		}
		this.out.append(" FROM ").identifier(KEYED);
		inOrder(KEYED);
		conflict(insert.conflict());
		this.out.append(" RETURNING ").identifier(statement.key());
		for (int place : statement.matched()) {
			this.out.append(", ").identifier(insert.columns().get(place));
		}
		for (String column : insert.returning()) {
			this.out.append(", ").identifier(column);
		}
	}

	private void matched(KeyedInsert statement, Unnest rows) {
		if (statement.matched().isEmpty()) {
			this.out.identifier(STORED).append(".").identifier(statement.key());
			this.out.append(" = ").identifier(KEYED).append(".").identifier(KEY);
			return;
		}
		String separator = "";
		for (int place : statement.matched()) {
			String column = statement.insert().columns().get(place);
			this.out.append(separator).expression(Column.computed(STORED, column, rows.types().get(place)));
			this.out.append(" = ").expression(rows.columns(KEYED).get(place));
			separator = " AND ";
		}
	}

}
