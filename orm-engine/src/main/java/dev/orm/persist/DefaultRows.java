package dev.orm.persist;

import java.util.ArrayList;
import java.util.List;

import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;

/**
 * The rows of a model that its default manager shows: relations are about no others. A
 * model without such a manager is read by a text of one table.
 */
final class DefaultRows {

	private final Reader reader;

	private final QueryRows queryRows;

	private final RowTexts texts;

	DefaultRows(Workshop workshop) {
		this.reader = workshop.reader();
		this.queryRows = new QueryRows(workshop);
		this.texts = new RowTexts(workshop.texts(), workshop.writes());
	}

	boolean areAll(EntityModel model) {
		return this.reader.defaultRows(model).isWhole();
	}

	QuerySpec matching(EntityModel model, RowFilter filter) {
		return this.reader.defaultRows(model).then(new Restriction.Filter(List.of(filter.condition()), false));
	}

	/** Return the rows that fit, by their keys. */
	Rows select(EntityModel model, RowFilter filter, String database) {
		Rows.Columns wanted = new Rows.Columns(model, model.key());
		return areAll(model) ? this.texts.select(wanted, filter, database)
				: this.queryRows.read(matching(model, filter), wanted, database);
	}

	/** Return what a column holds in the rows that fit, without null. */
	List<Object> values(EntityModel model, FieldModel field, RowFilter filter, String database) {
		if (areAll(model)) {
			return this.texts.values(field, filter, database);
		}
		List<FieldModel> fields = new ArrayList<>(model.key());
		if (!fields.contains(field)) {
			fields.add(field);
		}
		return this.queryRows.read(matching(model, filter), new Rows.Columns(model, fields), database).values(field);
	}

}
