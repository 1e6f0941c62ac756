package dev.orm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.orm.load.PrefetchRequest;
import dev.orm.load.ReadOptions;
import dev.orm.load.raw.RawSql;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;

/**
 * The rows of a statement written by hand, as instances: columns are matched with fields
 * by name, further columns become annotations, fields without a column are deferred.
 * Immutable, safe to share between threads; runs each time it is read. Django's
 * {@code RawQuerySet}.
 *
 * @param <T> the model
 */
public final class RawQuerySet<T extends Model> extends Fetching<T, RawQuerySet<T>> implements ReadRows<T> {

	private final Orm orm;

	private final EntityModel model;

	private final RawSql sql;

	private final Map<String, String> translations;

	private final ReadOptions options;

	RawQuerySet(Orm orm, EntityModel model, RawSql sql, Map<String, String> translations, ReadOptions options) {
		this.orm = orm;
		this.model = model;
		this.sql = sql;
		this.translations = Collections.unmodifiableMap(new LinkedHashMap<>(translations));
		this.options = options;
	}

	@Override
	RawQuerySet<T> reading(UnaryOperator<ReadOptions> change) {
		return new RawQuerySet<>(this.orm, this.model, this.sql, this.translations, change.apply(this.options));
	}

	@Override
	RawQuerySet<T> fetching(List<PrefetchRequest> relations) {
		return reading((read) -> read.prefetch(relations));
	}

	/**
	 * Read all rows.
	 * @return the rows, in a list of its own
	 * @throws dev.orm.error.FieldException if the key is not among the columns, or a
	 * field without column cannot be deferred
	 */
	@Override
	@SuppressWarnings("unchecked")
	public List<T> list() {
		return (List<T>) this.orm.reader()
			.raw(this.model, this.sql, this.translations, this.options
				.using(this.orm.reader().routes().read(this.model, this.options.route(), this.options.hints())));
	}

	/**
	 * Name the fields of columns whose names differ. Django's {@code translations}.
	 * @param fields the names of fields by the names of columns
	 * @return a queryset
	 */
	public RawQuerySet<T> translate(Map<String, String> fields) {
		return new RawQuerySet<>(this.orm, this.model, this.sql, fields, this.options);
	}

	@Override
	public String toString() {
		return this.sql.toString();
	}

}
