package dev.orm.resolve.follow;

import java.util.List;

import dev.orm.meta.FieldModel;
import dev.orm.sql.Column;
import dev.orm.sql.Sql;

/** Binds fields to the alias of their table. */
public final class FieldColumns {

	private FieldColumns() {
	}

	public static Column of(String alias, FieldModel field) {
		boolean key = field.primaryKey() && field.model().key().size() == 1;
		return new Column(alias, field.column(), field.type(), key, field.nullable());
	}

	public static List<Sql> all(String alias, List<FieldModel> fields) {
		return fields.stream().<Sql>map((field) -> of(alias, field)).toList();
	}

}
