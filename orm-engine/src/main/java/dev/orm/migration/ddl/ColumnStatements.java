package dev.orm.migration.ddl;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.orm.migration.ddl.DdlWriter.Values;
import dev.orm.migration.files.IrreversibleLine;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.Column;
import org.jspecify.annotations.Nullable;

import static dev.orm.migration.ddl.SqlText.expression;
import static dev.orm.migration.ddl.SqlText.literal;
import static dev.orm.migration.ddl.SqlText.name;
import static dev.orm.migration.ddl.SqlText.table;

/** Writes what adds a column to a table that has rows, or changes one. */
final class ColumnStatements {

	private final Consumer<String> statements;

	private final Values values;

	private final RowRules rules;

	ColumnStatements(Consumer<String> statements, Values values, RowRules rules) {
		this.statements = statements;
		this.values = values;
		this.rules = rules;
	}

	static String path(Column column) {
		return "COLUMN " + table(column.table()) + "." + name(column.name());
	}

	private void alter(Column column, String action) {
		this.statements.accept("ALTER TABLE " + table(column.table()) + " " + action);
	}

	private void alterColumn(Column column, String action) {
		alter(column, "ALTER COLUMN " + name(column.name()) + " " + action);
	}

	void add(Column column) {
		Optional<String> kept = this.values.kept().of(column);
		if (kept.isPresent()) {
			restore(column, kept.get());
			return;
		}
		Optional<String> fill = needsFill(column) ? fill(column, true) : Optional.empty();
		if (fill.isEmpty() || fill.get().equals(Fills.NO_ROW)) {
			alter(column, "ADD COLUMN " + Definitions.column(column));
		}
		else if (Fills.isConstant(fill.get())) {
			alter(column, "ADD COLUMN " + Definitions.column(column, fill.get(), true));
			alterColumn(column, "DROP DEFAULT");
		}
		else {
			alter(column, "ADD COLUMN " + Definitions.column(column, null, false));
			update(column, fill.get());
			alterColumn(column, "SET NOT NULL");
		}
		comment("", column);
	}

	/** Bring a column back whose values another one has. */
	private void restore(Column column, String value) {
		Column bare = column.withNotNull(false).withDefault(null).withComment("");
		alter(bare, "ADD COLUMN " + Definitions.column(bare));
		this.statements
			.accept("UPDATE " + table(column.table()) + " SET " + name(column.name()) + " = " + expression(value));
		replace(bare, column);
	}

	private static boolean needsFill(Column column) {
		return column.notNull() && column.defaultValue() == null && column.generated() == null
				&& column.identity() == Identity.NONE;
	}

	private Optional<String> fill(Column column, boolean added) {
		Optional<String> said = this.values.fills().of(column);
		if (!this.values.undo() || said.isPresent()) {
			return said;
		}
		Optional<String> value = this.rules.value(column, added);
		if (value.isEmpty()) {
			refuse(column, added);
		}
		return value;
	}

	/** Say that rows that ask for a value keep the undo from running. */
	private void refuse(Column column, boolean added) {
		String rows = "EXISTS (SELECT FROM " + table(column.table())
				+ (added ? "" : " WHERE " + name(column.name()) + " IS NULL") + ")";
		this.statements.accept(new IrreversibleLine(rows,
				"no value is known for %s.%s: %s".formatted(column.table(), column.name(), this.rules.reason(column)))
			.text());
	}

	private void update(Column column, String fill) {
		String where = " WHERE " + name(column.name()) + " IS NULL";
		if (fill.equals(Fills.BY_QUERY)) {
			this.statements.accept("-- write the query that fills " + column.table() + "." + column.name()
					+ " between the equals sign and WHERE");
			this.statements
				.accept("UPDATE " + table(column.table()) + " SET " + name(column.name()) + " = " + where.strip());
		}
		else if (fill.contains(Fills.ROW_NUMBER)) {
			number(column, fill);
		}
		else {
			this.statements.accept("UPDATE " + table(column.table()) + " SET " + name(column.name()) + " = "
					+ expression(fill) + where);
		}
	}

	/** Give each row a value of its own, made of its number. */
	private void number(Column column, String fill) {
		this.statements.accept("UPDATE " + table(column.table()) + " AS \"row\" SET " + name(column.name()) + " = "
				+ fill + " FROM (SELECT tableoid AS \"part\", ctid AS \"place\", row_number() OVER (" + within(column)
				+ ") AS \"number\" FROM " + table(column.table())
				+ ") AS \"numbered\" WHERE \"row\".tableoid = \"part\" AND \"row\".ctid = \"place\"");
	}

	private String within(Column column) {
		List<String> columns = this.rules.within(column);
		return columns.isEmpty() ? ""
				: columns.stream().map(SqlText::name).collect(Collectors.joining(", ", "PARTITION BY ", ""));
	}

	void replace(Column before, Column after) {
		if (!Objects.equals(before.generated(), after.generated())) {
			alter(before, "DROP COLUMN " + name(before.name()));
			add(after);
			return;
		}
		release(before, after);
		type(before, after);
		if (after.notNull() && !before.notNull()) {
			fill(after, false).filter((fill) -> !fill.equals(Fills.NO_ROW)).ifPresent((fill) -> update(after, fill));
			alterColumn(after, "SET NOT NULL");
		}
		establish(before, after);
		comment(before.comment(), after);
	}

	/** Take away what stands in the way of another type. */
	private void release(Column before, Column after) {
		if (before.identity() != Identity.NONE && after.identity() == Identity.NONE) {
			alterColumn(before, "DROP IDENTITY");
		}
		if (before.defaultValue() != null && !isKept(before.defaultValue(), before, after)) {
			alterColumn(before, "DROP DEFAULT");
		}
		if (before.notNull() && !after.notNull()) {
			alterColumn(before, "DROP NOT NULL");
		}
	}

	private static boolean isKept(String value, Column before, Column after) {
		return value.equals(after.defaultValue()) && before.type().equals(after.type());
	}

	private void type(Column before, Column after) {
		if (before.type().equals(after.type()) && before.collation().equals(after.collation())) {
			return;
		}
		String collation = after.collation().isEmpty() ? "" : " COLLATE " + name(after.collation());
		@Nullable String using = new TypeChange(before.type(), after.type()).using(name(after.name()));
		alterColumn(after, "TYPE " + after.type() + collation + ((using != null) ? " USING " + using : ""));
		OwnedSequence.of(after)
			.filter((sequence) -> Objects.equals(before.defaultValue(), after.defaultValue()))
			.ifPresent((sequence) -> this.statements.accept(sequence.as(after.type())));
	}

	private void establish(Column before, Column after) {
		if (after.defaultValue() != null
				&& (before.defaultValue() == null || !isKept(before.defaultValue(), before, after))) {
			alterColumn(after, "SET DEFAULT " + expression(after.defaultValue()));
		}
		if (after.identity() == before.identity() || after.identity() == Identity.NONE) {
			return;
		}
		String kind = (after.identity() == Identity.ALWAYS) ? "ALWAYS" : "BY DEFAULT";
		if (before.identity() == Identity.NONE) {
			alterColumn(after, "ADD GENERATED " + kind + " AS IDENTITY");
			this.statements.accept(sequence(after));
		}
		else {
			alterColumn(after, "SET GENERATED " + kind);
		}
	}

	/** Numbers go on after those that rows have. */
	private static String sequence(Column column) {
		return "SELECT setval(pg_get_serial_sequence(" + literal(table(column.table())) + ", " + literal(column.name())
				+ "), coalesce(max(" + name(column.name()) + "), 0) + 1, false) FROM " + table(column.table());
	}

	private void comment(String before, Column after) {
		if (!before.equals(after.comment())) {
			this.statements.accept("COMMENT ON " + path(after) + " IS "
					+ (after.comment().isEmpty() ? "NULL" : literal(after.comment())));
		}
	}

}
