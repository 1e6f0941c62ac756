package dev.orm.migration.model;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.ModelDefinitionException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.history.HistoryTable;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.History;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.Policy;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.schema.TablePath;
import org.jspecify.annotations.Nullable;

/**
 * A history becomes a table beside the model's own, and the triggers that write it. The
 * columns are plain: what is in them was checked, filled in and computed before.
 */
final class HistoryFacts implements FactSource {

	@Override
	public void add(EntityModel model, Facts facts) {
		HistoryTable history = HistoryTable.of(model);
		if (history != null) {
			new Writer(model, history, facts).write();
		}
	}

	/**
	 * Writes the facts of one history.
	 *
	 * @param model the model
	 * @param history its history
	 * @param facts takes them
	 */
	private record Writer(EntityModel model, HistoryTable history, Facts facts) {

		void write() {
			if (!this.facts.names().take(rows())) {
				throw new ModelDefinitionException(
						"The history of %s would be in table %s, which is another one's. hint: name that otherwise (history-table)"
							.formatted(this.model, rows()),
						this.model.subject().by(rows()));
			}
			add(Table.of(rows()));
			columns();
			key();
			policies();
			add(new History(Facts.table(this.model), rows(), names(this.history.key()), names(this.history.kept())));
		}

		private void columns() {
			this.history.key().forEach((field) -> add(column(field, true)));
			this.history.kept().forEach((field) -> add(column(field, false)));
			add(own(HistoryTable.ORDER, "bigint", null).withNotNull(true).withIdentity(Identity.BY_DEFAULT));
			// as the server spells it, so that nobody has to ask whether it is the same
			add(own(HistoryTable.UNTIL, "timestamp with time zone", "now()").withNotNull(true));
			add(own(HistoryTable.OPERATION, "text", null).withNotNull(true));
			add(own(HistoryTable.USER, "text",
					"NULLIF(current_setting('" + HistoryTable.USER_SETTING + "'::text, true), ''::text)"));
			add(own(HistoryTable.TRANSACTION, "bigint", "((pg_current_xact_id())::text)::bigint"));
		}

		private Column column(FieldModel field, boolean tells) {
			return Column.of(rows(), field.column(), field.type().sqlName(), tells)
				.withCollation(field.description().details().collation());
		}

		private Column own(String name, String type, @Nullable String value) {
			return Column.of(rows(), name, type, false).withDefault(value);
		}

		/** By key for versions, by time for retention, which costs next to nothing. */
		private void key() {
			List<String> columns = new ArrayList<>(names(this.history.key()));
			columns.add(HistoryTable.ORDER);
			add(new Key(rows(), this.facts.names().relation(rows(), List.of(), "pkey"), columns));
			List<String> until = List.of(HistoryTable.UNTIL);
			add(new Index(rows(), this.facts.names().relation(rows(), until, "idx"), false, "brin",
					List.of(Index.Element.column(HistoryTable.UNTIL)), true, List.of(), "", ""));
		}

		/** Whose rows are not shown, theirs before are not, either. */
		private void policies() {
			this.facts.policies(Facts.table(this.model))
				.forEach((policy) -> add(new Policy(rows(), policy.name(), policy.expression())));
		}

		private void add(SchemaObject object) {
			this.facts.add(object, Claimant.history(this.model));
		}

		private String rows() {
			return new TablePath(this.history.name().schema(), this.history.name().name()).text();
		}

		private static List<String> names(List<FieldModel> fields) {
			return fields.stream().map(FieldModel::column).toList();
		}

	}

}
