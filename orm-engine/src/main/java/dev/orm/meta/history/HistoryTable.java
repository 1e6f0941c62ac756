package dev.orm.meta.history;

import java.util.ArrayList;
import java.util.List;

import dev.orm.declare.ConstraintNames;
import dev.orm.declare.DeclaredHistory;
import dev.orm.error.IllegalQueryException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.Tenancy;
import dev.orm.model.ColumnDetails.Computed;
import dev.orm.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The table that keeps what rows of a model were. A row of it is a row as it was until
 * something was done to it; an insert leaves its key only. Immutable.
 *
 * @param name the table
 * @param key the fields that tell a row: the key, and whose it is
 * @param kept the other fields that are kept
 */
public record HistoryTable(TableName name, List<FieldModel> key, List<FieldModel> kept) {

	/** The column that tells in which order things were done. */
	public static final String ORDER = "history_id";

	/** The column that tells until when a row was so. */
	public static final String UNTIL = "history_until";

	/**
	 * The column that tells what was done: {@code INSERT}, {@code UPDATE},
	 * {@code DELETE}.
	 */
	public static final String OPERATION = "history_operation";

	/** What {@link #OPERATION} is for a row that was made. */
	public static final String INSERT = "INSERT";

	/** The column that tells who did it; NULL if nobody is known. */
	public static final String USER = "history_user";

	/** The column that tells in which transaction it was done. */
	public static final String TRANSACTION = "history_transaction";

	/** The setting of the session that says who works. */
	public static final String USER_SETTING = "orm.user";

	public HistoryTable {
		key = List.copyOf(key);
		kept = List.copyOf(kept);
	}

	/**
	 * Return where what rows of a model were is kept.
	 * @param model the model
	 * @return the table; null if it is not kept
	 */
	public static @Nullable HistoryTable of(EntityModel model) {
		EntityModel table = model.concrete();
		DeclaredHistory declared = table.declarations().history();
		if (declared == null) {
			return null;
		}
		List<FieldModel> key = new ArrayList<>(table.key());
		Tenancy tenancy = Tenancy.own(table);
		if (tenancy != null && !key.contains(tenancy.field())) {
			key.add(tenancy.field());
		}
		List<FieldModel> kept = table.localFields()
			.stream()
			.filter((field) -> !key.contains(field) && isStored(field) && !declared.without().contains(field.name()))
			.toList();
		String name = ConstraintNames.of(table.table().name(), List.of(), "history");
		return new HistoryTable(new TableName(table.table().schema(), name), key, kept);
	}

	/** What is computed when it is read is in no row. */
	private static boolean isStored(FieldModel field) {
		Computed computed = field.description().details().computed();
		return computed == null || computed.stored();
	}

	/**
	 * Return where what rows of a model were is kept.
	 * @param model the model
	 * @return the table
	 * @throws IllegalQueryException if it is not kept
	 */
	public static HistoryTable require(EntityModel model) {
		HistoryTable history = of(model);
		if (history == null) {
			throw new IllegalQueryException(
					"What %s was is not kept. hint: say meta.history() in its Meta method, and make a migration"
						.formatted(model.name()),
					model.subject());
		}
		return history;
	}

	/**
	 * Return whether what rows of any model were is kept.
	 * @param models the models
	 * @return true if it is
	 */
	public static boolean isKept(ModelRegistry models) {
		for (EntityModel model : models.models()) {
			if (model.declarations().history() != null) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether a field is in the table.
	 * @param field the field
	 * @return true if it is
	 */
	public boolean holds(FieldModel field) {
		return this.key.contains(field) || this.kept.contains(field);
	}

}
