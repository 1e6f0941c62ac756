package dev.orm.migration.model;

import java.util.Map;

import dev.orm.declare.DeclaredDefault;
import dev.orm.declare.DeclaredGenerated;
import dev.orm.error.ModelDefinitionException;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.ColumnDetails;
import dev.orm.model.ColumnDetails.Computed;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Generated;
import dev.orm.schema.Column.Identity;
import dev.orm.sql.Parameter;
import org.jspecify.annotations.Nullable;

/** A field becomes a column; some types need an extension. */
final class ColumnFacts implements FactSource {

	private static final Map<String, String> EXTENSIONS = Map.of("hstore", "hstore", "citext", "citext", "ltree",
			"ltree", "vector", "vector", "geometry", "postgis", "geography", "postgis", "cube", "cube", "isbn", "isn");

	@Override
	public void add(EntityModel model, Facts facts) {
		for (FieldModel field : model.localFields()) {
			Column column = column(model, field);
			facts.add(column, Claimant.of(field));
			String extension = EXTENSIONS.get(column.type().replaceFirst("[(\\[].*", "").strip());
			if (extension != null) {
				facts.extension(extension);
			}
		}
	}

	private static Column column(EntityModel model, FieldModel field) {
		boolean notNull = !field.nullable() || field.primaryKey();
		boolean numbered = field.is(Flag.IDENTITY) && field.relation() == null;
		ColumnDetails details = field.description().details();
		return Column.of(Facts.table(model), field.column(), field.type().sqlName(), notNull)
			.withIdentity(numbered ? Identity.BY_DEFAULT : Identity.NONE)
			.withDefault(dbDefault(model, field, details.dbDefault()))
			.withGenerated(generated(model, field, details.computed()))
			.withCollation(details.collation())
			.withComment(field.is(Flag.GENERIC_TYPE) ? Column.GENERIC_TYPE : details.comment());
	}

	private static @Nullable String dbDefault(EntityModel model, FieldModel field, String text) {
		if (!text.isEmpty()) {
			return text;
		}
		Node declared = model.declarations().dbDefault(field.name()).map(DeclaredDefault::expression).orElse(null);
		if (declared instanceof Atom.Literal literal) {
			return ValueLiterals.of(Parameter.constant(field.convert(literal.value()), field.type()));
		}
		return (declared != null) ? new DeclaredText(model).enclosed("dbDefault of '" + field.name() + "'", declared)
				: null;
	}

	private static @Nullable Generated generated(EntityModel model, FieldModel field, @Nullable Computed computed) {
		if (computed == null) {
			return null;
		}
		String expression = computed.expression();
		if (expression.isEmpty()) {
			DeclaredGenerated declared = model.declarations()
				.generated(field.name())
				.orElseThrow(() -> new ModelDefinitionException(
						"%s is marked @GeneratedColumn, but nothing says what it is computed by. hint: @GeneratedColumn(\"...\"), or meta.generated(…)"
							.formatted(field),
						field.subject()));
			expression = new DeclaredText(model).expression("generated column '" + field.name() + "'",
					declared.expression());
		}
		return new Generated(expression, computed.stored());
	}

}
