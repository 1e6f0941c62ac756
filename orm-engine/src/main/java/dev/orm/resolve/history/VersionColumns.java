package dev.orm.resolve.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.meta.history.HistoryTable;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * What is known of a version beside what the row was: what ended it, and what began it.
 */
public final class VersionColumns {

	/** The alias of the table a statement begins with, whose columns they are. */
	public static final String TABLE = "t0";

	/** The column that tells since when the row was so; NULL if that is not known. */
	public static final String FROM = "version_from";

	/** The column that tells who made it so; NULL if nobody is known. */
	public static final String BY = "version_by";

	/** The column that tells in which transaction it was made so. */
	public static final String MADE_IN = "version_transaction";

	/** The columns of what was done, by those of what it began. */
	static final Map<String, String> BEGINNINGS = beginnings();

	private static final Map<String, ValueType> TYPES = types();

	/** The columns of what was done. */
	static final List<String> ENDS = List.of(HistoryTable.ORDER, HistoryTable.UNTIL, HistoryTable.OPERATION,
			HistoryTable.USER, HistoryTable.TRANSACTION);

	private VersionColumns() {
	}

	private static Map<String, String> beginnings() {
		Map<String, String> beginnings = new LinkedHashMap<>();
		beginnings.put(FROM, HistoryTable.UNTIL);
		beginnings.put(BY, HistoryTable.USER);
		beginnings.put(MADE_IN, HistoryTable.TRANSACTION);
		return Collections.unmodifiableMap(beginnings);
	}

	private static Map<String, ValueType> types() {
		Map<String, ValueType> types = new LinkedHashMap<>();
		types.put(HistoryTable.ORDER, ValueTypes.BIGINT);
		types.put(HistoryTable.UNTIL, ValueTypes.DATETIME);
		types.put(HistoryTable.OPERATION, ValueTypes.TEXT);
		types.put(HistoryTable.USER, ValueTypes.TEXT);
		types.put(HistoryTable.TRANSACTION, ValueTypes.BIGINT);
		BEGINNINGS.forEach((name, end) -> types.put(name, Objects.requireNonNull(types.get(end))));
		return Collections.unmodifiableMap(types);
	}

	/**
	 * Return the columns.
	 * @return their types by their names, in order
	 */
	public static Map<String, ValueType> all() {
		return new LinkedHashMap<>(TYPES);
	}

	static ValueType type(String name) {
		return Objects.requireNonNull(TYPES.get(name), name);
	}

}
