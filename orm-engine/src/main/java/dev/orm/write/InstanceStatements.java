package dev.orm.write;

import java.util.ArrayList;
import java.util.List;

import dev.orm.compile.CompiledQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.instance.OwnTable;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.sql.Coalesce;
import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Logical;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.write.InsertStatement;
import dev.orm.sql.write.UpdateStatement;
import dev.orm.sql.write.UpdateStatement.Assigned;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * The statements about the row an instance has in one table. Each takes the values of its
 * columns in the order given. Thread-safe.
 */
public final class InstanceStatements {

	/** The alias of the table in statements of this room. */
	public static final String ROW = "t";

	private static final String PARENT = "p";

	private final QueryCompiler compiler;

	public InstanceStatements(QueryCompiler compiler) {
		this.compiler = compiler;
	}

	/** Insert columns, and answer others. */
	public CompiledQuery insert(OwnTable own, List<FieldModel> columns, List<FieldModel> returned) {
		return this.compiler.statement(new Insert(own, columns, returned), own.name(),
				() -> new InsertStatement(own.name(), names(columns),
						new InsertStatement.Values(List.of(parameters(columns))), null, names(returned)));
	}

	/**
	 * Update columns of the row with a key; with a version only if it has that too, and
	 * with an owner only if it is the owner's. Takes the values of the columns, of the
	 * key, the guard, the version and the owner, and answers what the database computes.
	 */
	public CompiledQuery update(OwnTable own, List<FieldModel> columns, @Nullable FieldModel version,
			@Nullable FieldModel owner) {
		return this.compiler.statement(new Update(own, columns, version, owner), own.name(), () -> {
			List<Assigned> assigned = new ArrayList<>();
			columns.forEach(
					(field) -> assigned.add(new Assigned(field.column(), Parameter.of(assigned.size(), field.type()))));
			return new UpdateStatement(own.name(), ROW, assigned, null, row(own, columns.size(), version, owner),
					returned(own));
		});
	}

	private static List<Sql> returned(OwnTable own) {
		return own.computed().stream().map(InstanceStatements::column).toList();
	}

	private static Sql row(OwnTable own, int first, @Nullable FieldModel version, @Nullable FieldModel owner) {
		List<Sql> conditions = new ArrayList<>();
		for (FieldModel field : own.key()) {
			conditions.add(same(field, Parameter.of(first + conditions.size(), field.type())));
		}
		for (FieldModel field : own.guard()) {
			conditions.add(guarded(own, field, Parameter.of(first + conditions.size(), field.type())));
		}
		if (version != null) {
			conditions.add(sameVersion(version, Parameter.of(first + conditions.size(), version.type())));
		}
		if (owner != null) {
			conditions.add(identical(owner, Parameter.of(first + conditions.size(), owner.type())));
		}
		return all(conditions);
	}

	private static List<Sql> parameters(List<FieldModel> columns) {
		List<Sql> parameters = new ArrayList<>();
		columns.forEach((field) -> parameters.add(Parameter.of(parameters.size(), field.type())));
		return parameters;
	}

	public static List<String> names(List<FieldModel> columns) {
		return columns.stream().map(FieldModel::column).toList();
	}

	public static Sql column(FieldModel field) {
		return column(ROW, field);
	}

	private static Sql column(String row, FieldModel field) {
		return new Column(row, field.column(), field.type(), field.primaryKey(), field.nullable());
	}

	public static Sql same(FieldModel field, Sql value) {
		return Infix.condition(column(field), BuiltInOperator.EQUAL, value);
	}

	/** Equal, or both NULL. */
	private static Sql identical(FieldModel field, Sql value) {
		return Infix.condition(column(field), BuiltInOperator.NOT_DISTINCT, value);
	}

	/** Whether a row is whose it has to be, by its own column or that of its parent. */
	public static Sql guarded(OwnTable own, FieldModel field, Sql value) {
		EntityModel table = field.owner().concrete();
		if (table == own.table()) {
			return same(field, value);
		}
		Sql sameRow = Infix.condition(column(PARENT, table.pk()), BuiltInOperator.EQUAL, column(own.key().get(0)));
		Sql sameOwner = Infix.condition(column(PARENT, field), BuiltInOperator.EQUAL, value);
		return SubqueryCall.exists(table.table(), PARENT, all(List.of(sameRow, sameOwner)));
	}

	/** A row without version is one, too. */
	public static Sql sameVersion(FieldModel version, Sql value) {
		return identical(version, value);
	}

	/** The version after the next update: 0 after NULL. */
	public static Sql nextVersion(FieldModel version) {
		Sql next = new Infix(BuiltInOperator.PLUS, column(version), Literal.of(1), version.type());
		return Coalesce.of(next, Literal.of(0), version.type());
	}

	public static Sql all(List<Sql> conditions) {
		return (conditions.size() == 1) ? conditions.get(0) : new Logical(true, conditions, ValueTypes.BOOLEAN);
	}

	/** What an insert depends on. Fields and tables compare by identity. */
	private record Insert(OwnTable own, List<FieldModel> columns, List<FieldModel> returned) {

	}

	/** What an update depends on. Fields and tables compare by identity. */
	private record Update(OwnTable own, List<FieldModel> columns, @Nullable FieldModel version,
			@Nullable FieldModel owner) {

	}

}
