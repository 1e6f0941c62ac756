package dev.orm.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A set of objects that fit each other. Immutable. The order in which objects were added
 * is kept, as it says where a column stands, but two schemas with the same objects are
 * equal.
 */
public final class Schema {

	private static final Schema EMPTY = new Schema(new LinkedHashMap<>());

	private final Map<ObjectId, SchemaObject> objects;

	private Schema(Map<ObjectId, SchemaObject> objects) {
		this.objects = objects;
	}

	/**
	 * Return the schema without objects.
	 * @return the schema
	 */
	public static Schema empty() {
		return EMPTY;
	}

	/**
	 * Return a schema of objects.
	 * @param objects the objects
	 * @return the schema
	 * @throws FactException if two have one id, or one names what is not there
	 */
	public static Schema of(Collection<? extends SchemaObject> objects) {
		Map<ObjectId, SchemaObject> all = new LinkedHashMap<>();
		for (SchemaObject object : objects) {
			add(all, object);
		}
		return checked(all);
	}

	/**
	 * Return the schema after changes.
	 * @param changes the changes, in order
	 * @return the schema
	 * @throws FactException if a change does not fit, or the result names what is not
	 * there
	 */
	public Schema plus(List<Change> changes) {
		return checked(changed(changes));
	}

	/** Apply changes without looking at the result: a journal checks each step itself. */
	public Schema replayed(List<Change> changes) {
		return new Schema(changed(changes));
	}

	private Map<ObjectId, SchemaObject> changed(List<Change> changes) {
		Map<ObjectId, SchemaObject> all = new LinkedHashMap<>(this.objects);
		changes.forEach((change) -> apply(all, change));
		return all;
	}

	static Schema checked(Map<ObjectId, SchemaObject> objects) {
		Schema schema = new Schema(objects);
		SchemaCheck check = new SchemaCheck(schema);
		objects.values().forEach(check::check);
		return schema;
	}

	static void apply(Map<ObjectId, SchemaObject> all, Change change) {
		if (change instanceof Change.Add added) {
			add(all, added.object());
		}
		else if (change instanceof Change.Remove removed) {
			remove(all, removed.object());
		}
		else if (change instanceof Change.Replace replaced) {
			require(all, replaced.before());
			all.put(replaced.id(), replaced.after());
		}
		else if (change instanceof Change.Rename rename) {
			rename(all, rename);
		}
	}

	private static void add(Map<ObjectId, SchemaObject> all, SchemaObject object) {
		SchemaObject other = all.putIfAbsent(object.id(), object);
		if (other != null) {
			throw new FactException("%s is there already: %s".formatted(object.id(), other.line()),
					List.of(object.id()));
		}
	}

	private static void remove(Map<ObjectId, SchemaObject> all, SchemaObject object) {
		require(all, object);
		all.remove(object.id());
	}

	private static void require(Map<ObjectId, SchemaObject> all, SchemaObject object) {
		SchemaObject found = all.get(object.id());
		if (found == null) {
			throw missing(all, object.id());
		}
		if (!found.equals(object)) {
			throw new FactException("%s is something else: %s".formatted(object.id(), found.line()),
					List.of(object.id()));
		}
	}

	private static FactException missing(Map<ObjectId, SchemaObject> all, ObjectId id) {
		return FactException.missing("%s is not there.".formatted(id), List.of(id), all.keySet());
	}

	private static void rename(Map<ObjectId, SchemaObject> all, Change.Rename rename) {
		if (!all.containsKey(rename.id())) {
			throw missing(all, rename.id());
		}
		ObjectId renamedId = rename.id().named(rename.to());
		if (all.containsKey(renamedId)) {
			throw new FactException("%s is there already".formatted(renamedId), List.of(renamedId));
		}
		List<SchemaObject> renamed = all.values().stream().map((object) -> object.after(rename)).toList();
		all.clear();
		renamed.forEach((object) -> all.put(object.id(), object));
	}

	/**
	 * Return the objects.
	 * @return the objects, in the order they were added
	 */
	public Collection<SchemaObject> objects() {
		return Collections.unmodifiableCollection(this.objects.values());
	}

	/**
	 * Return the objects of a class.
	 * @param <T> the class
	 * @param type the class
	 * @return the objects, in the order they were added
	 */
	public <T extends SchemaObject> List<T> all(Class<T> type) {
		return this.objects.values().stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * Return the columns of a table.
	 * @param table the table
	 * @return the columns, in the order they were added
	 */
	public List<Column> columns(String table) {
		return all(Column.class).stream().filter((column) -> column.table().equals(table)).toList();
	}

	/**
	 * Return the columns a constraint or an index is about.
	 * @param table the table, with or without its schema
	 * @param name the constraint or index
	 * @return its columns, in the order of the table's; empty if there is none
	 */
	public List<String> columns(String table, String name) {
		return this.objects.values()
			.stream()
			.filter((object) -> object.id().name().equals(name) && object.id().kind().isPartOfTable())
			.filter((object) -> TablePath.of(object.id().table()).name().equals(TablePath.of(table).name()))
			.findFirst()
			.map(this::columns)
			.orElse(List.of());
	}

	/** What a server has spelled names columns without quotes. */
	private List<String> columns(SchemaObject object) {
		List<String> all = columns(object.id().table()).stream().map(Column::name).toList();
		List<String> quoted = all.stream()
			.filter((name) -> object.names(ObjectId.column(object.id().table(), name)))
			.toList();
		String text = object.line().replaceFirst("^[^(]*", "");
		return quoted.isEmpty() ? all.stream()
			.filter((name) -> Pattern.compile("(?<![\\w\"'])" + Pattern.quote(name) + "(?![\\w\"'(])")
				.matcher(text)
				.find())
			.toList() : quoted;
	}

	/**
	 * Return whether an object is there.
	 * @param id its id
	 * @return true if it is
	 */
	public boolean has(ObjectId id) {
		return this.objects.containsKey(id);
	}

	/**
	 * Find an object.
	 * @param id its id
	 * @return the object
	 */
	public Optional<SchemaObject> find(ObjectId id) {
		return Optional.ofNullable(this.objects.get(id));
	}

	/**
	 * Find a column.
	 * @param table the table
	 * @param name the column
	 * @return the column
	 */
	public Optional<Column> column(String table, String name) {
		return find(ObjectId.column(table, name)).map(Column.class::cast);
	}

	/**
	 * Return a digest: equal for schemas with the same objects.
	 * @return 64 hexadecimal digits
	 */
	public String hash() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			lines().forEach((line) -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/**
	 * Return the facts, sorted.
	 * @return one line for each object
	 */
	public Stream<String> lines() {
		return this.objects.values().stream().map(SchemaObject::line).sorted();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Schema schema && this.objects.equals(schema.objects);
	}

	@Override
	public int hashCode() {
		return this.objects.hashCode();
	}

	@Override
	public String toString() {
		return String.join("\n", lines().toList());
	}

}
