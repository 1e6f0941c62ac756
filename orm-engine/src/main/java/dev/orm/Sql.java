package dev.orm;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.FieldException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.detail.Subject;
import dev.orm.execute.RowCursor;
import dev.orm.load.CursorStream;
import dev.orm.load.raw.RawSql;
import dev.orm.routing.Route;
import dev.orm.row.RowReader;
import dev.orm.type.TypeRequest;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * A statement written by hand, with values by name. It runs where the statements of the
 * engine run: in the thread's transaction, heard by the same listeners, counted by the
 * same metrics; and on the primary, as nobody knows what it changes. Immutable, safe to
 * share between threads; runs each time it is read. Django's {@code connection.cursor()}.
 */
public final class Sql {

	private static final Pattern UNDERSCORE = Pattern.compile("(?<=[^_])_([a-z0-9])");

	private final Orm orm;

	private final String text;

	private final Route route;

	private final Map<String, @Nullable Object> values;

	Sql(Orm orm, String text) {
		this(orm, text, Route.DEFAULT, Map.of());
	}

	private Sql(Orm orm, String text, Route route, Map<String, @Nullable Object> values) {
		this.orm = orm;
		this.text = text;
		this.route = route;
		this.values = values;
	}

	/**
	 * Give a placeholder its value.
	 * @param name the name behind the colon
	 * @param value the value; a list is one array, to be compared by {@code = ANY(:name)}
	 * @return a statement
	 */
	public Sql param(String name, @Nullable Object value) {
		Map<String, @Nullable Object> more = new LinkedHashMap<>(this.values);
		more.put(name, value);
		return new Sql(this.orm, this.text, this.route, Collections.unmodifiableMap(more));
	}

	/**
	 * Run on another database.
	 * @param alias its alias
	 * @return a statement
	 */
	public Sql using(String alias) {
		return new Sql(this.orm, this.text, Route.to(alias), this.values);
	}

	/**
	 * Read all rows as they are.
	 * @return the rows, their values by the names of the columns
	 * @throws dev.orm.error.QueryValueException if placeholders and values differ
	 */
	public List<Row> rows() {
		return list(Function.identity());
	}

	/**
	 * Read all rows as records. A component is filled by the column of its name; a column
	 * {@code created_at} by the component {@code createdAt}, and {@code customer__name}
	 * fills the component {@code name} of the record {@code customer}.
	 * @param <X> the record
	 * @param type its class
	 * @return the records
	 * @throws FieldException if a component has no column
	 */
	public <X extends Record> List<X> list(Class<X> type) {
		RecordShape<X> shape = RecordShape.of(type);
		return read((names) -> columns(names, shape), shape::create);
	}

	/**
	 * Read all rows by a function.
	 * @param <X> what it makes of a row
	 * @param reader the function
	 * @return what it made
	 */
	public <X> List<X> list(Function<? super Row, ? extends X> reader) {
		return read((names) -> new Columns(names, names.stream().map((name) -> ValueTypes.UNKNOWN).toList()), reader);
	}

	/**
	 * Read the only column of all rows.
	 * @param <X> the class of its values
	 * @param type the class
	 * @return the values, null for NULL
	 * @throws FieldException if there are several columns
	 */
	public <X> List<@Nullable X> flat(Class<X> type) {
		ValueType wanted = this.orm.types().of(TypeRequest.of(type));
		return read((names) -> {
			if (names.size() != 1) {
				throw new FieldException("flat() reads one column, but there are %d: %s".formatted(names.size(), names),
						Subject.ofArgument("flat"));
			}
			return new Columns(names, List.of(wanted));
		}, (row) -> type.cast(row.values().get(0)));
	}

	/**
	 * Read the only row.
	 * @param <X> the record
	 * @param type its class
	 * @return the record
	 * @throws DoesNotExistException if there is none
	 * @throws MultipleObjectsReturnedException if there are several
	 */
	public <X extends Record> X one(Class<X> type) {
		return optional(type)
			.orElseThrow(() -> new DoesNotExistException("The statement returned no row: " + this.text));
	}

	/**
	 * Read the row there may be.
	 * @param <X> the record
	 * @param type its class
	 * @return the record; empty if there is no row
	 * @throws MultipleObjectsReturnedException if there are several
	 */
	public <X extends Record> Optional<X> optional(Class<X> type) {
		List<X> found = list(type);
		if (found.size() > 1) {
			throw new MultipleObjectsReturnedException(
					"The statement returned %d rows instead of one: %s".formatted(found.size(), this.text));
		}
		return found.stream().findFirst();
	}

	/**
	 * Read the rows a few at a time. The stream holds a connection until it is closed or
	 * read to its end.
	 * @param <X> the record
	 * @param type its class
	 * @param fetchSize how many rows come at once
	 * @return the records; close the stream
	 */
	public <X extends Record> Stream<X> stream(Class<X> type, int fetchSize) {
		RecordShape<X> shape = RecordShape.of(type);
		RowCursor cursor = this.orm.statements().open(bound(), this.route, fetchSize);
		Iterator<X> records = new Records<>(cursor, (names) -> columns(names, shape), shape::create);
		return CursorStream.of(records, cursor::close);
	}

	/**
	 * Run a statement that returns no rows.
	 * @return how many rows it changed
	 * @throws dev.orm.error.QueryValueException if placeholders and values differ
	 */
	public int update() {
		return this.orm.statements().update(bound(), this.route);
	}

	private RawSql bound() {
		return RawSql.named(this.text, this.values);
	}

	private <X extends @Nullable Object> List<X> read(Function<List<String>, Columns> columns,
			Function<? super Row, ? extends X> maker) {
		return this.orm.statements().read(bound(), this.route, (rows) -> {
			Columns types = columns.apply(rows.names());
			List<X> made = new ArrayList<>();
			while (rows.next()) {
				made.add(maker.apply(types.read(rows)));
			}
			return made;
		});
	}

	private Columns columns(List<String> labels, RecordShape<?> shape) {
		List<String> names = labels.stream().map((label) -> name(label, shape)).toList();
		return new Columns(names, names.stream().map((name) -> type(shape.component(name))).toList());
	}

	/** Columns are written with underscores, components in camel case. */
	private static String name(String label, RecordShape<?> shape) {
		return (shape.component(label) != null) ? label
				: UNDERSCORE.matcher(label).replaceAll((found) -> Matcher.quoteReplacement(upper(found.group(1))));
	}

	private static String upper(String letter) {
		return String.valueOf(Character.toUpperCase(letter.charAt(0)));
	}

	private ValueType type(@Nullable RecordComponent component) {
		if (component == null) {
			return ValueTypes.UNKNOWN;
		}
		Class<?>[] arguments = (component.getGenericType() instanceof ParameterizedType generic)
				? Arrays.stream(generic.getActualTypeArguments()).map(Sql::raw).toArray(Class<?>[]::new)
				: new Class<?>[0];
		return this.orm.types().of(TypeRequest.of(component.getType()).arguments(arguments));
	}

	private static Class<?> raw(Type type) {
		return (type instanceof Class<?> plain) ? plain : Object.class;
	}

	@Override
	public String toString() {
		return this.text;
	}

	/**
	 * The columns of a result.
	 *
	 * @param names their names
	 * @param types what they are read as
	 */
	private record Columns(List<String> names, List<ValueType> types) {

		Row read(RowReader row) {
			@Nullable Object[] values = IntStream.range(0, this.types.size())
				.mapToObj((i) -> row.get(i + 1, this.types.get(i)))
				.toArray();
			return new Row(this.names, values);
		}

	}

	/** Reads records off a cursor. */
	private static final class Records<X> implements Iterator<X> {

		private final RowCursor cursor;

		private final Function<List<String>, Columns> naming;

		private final Function<Row, X> maker;

		private @Nullable Columns columns;

		private boolean there;

		Records(RowCursor cursor, Function<List<String>, Columns> naming, Function<Row, X> maker) {
			this.cursor = cursor;
			this.naming = naming;
			this.maker = maker;
		}

		@Override
		public boolean hasNext() {
			this.there = this.there || this.cursor.next();
			return this.there;
		}

		@Override
		public X next() {
			if (!hasNext()) {
				throw new NoSuchElementException("The result has no further row");
			}
			this.there = false;
			return this.cursor.read((row) -> {
				Columns known = (this.columns != null) ? this.columns : this.naming.apply(row.names());
				this.columns = known;
				return this.maker.apply(known.read(row));
			});
		}

	}

	/** Where statements of a database begin. Thread-safe. */
	public static final class Door {

		private final Orm orm;

		private final Route route;

		Door(Orm orm, Route route) {
			this.orm = orm;
			this.route = route;
		}

		/**
		 * Begin a statement written by hand.
		 * @param text the text, of one statement
		 * @return the statement
		 */
		public Sql sql(String text) {
			return new Sql(this.orm, text, this.route, Map.of());
		}

		/**
		 * Run several statements as they stand. Outside of a transaction they are one.
		 * @param text the statements, separated by semicolons
		 */
		public void script(String text) {
			this.orm.statements().script(text, this.route);
		}

	}

}
