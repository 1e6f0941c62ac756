package dev.orm.migration.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.orm.schema.Column;
import dev.orm.schema.Deferral;
import dev.orm.schema.Distribution;
import dev.orm.schema.History;
import dev.orm.schema.Index;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Sorting;
import dev.orm.schema.Unique;

/**
 * Writes the Meta method of a class: indexes and unique constraints no annotation says,
 * and how rows lie.
 *
 * @param table the table
 * @param attributes the attributes by the names of columns
 * @param kept the relations whose join tables have a history
 * @param needed the extensions and collations it declares
 */
record MetaSource(InspectedTable table, UnaryOperator<String> attributes, List<String> kept,
		List<SchemaObject> needed) {

	private static final Set<String> METHODS = Set.of("btree", "gin", "gist", "brin", "hash", "spgist");

	/** Whether a Meta method says an index: of columns, for all rows. */
	static boolean says(Index index) {
		return !index.unique() && index.where().isEmpty() && METHODS.contains(index.method())
				&& index.parameters().isEmpty()
				&& index.elements()
					.stream()
					.allMatch(
							(element) -> !element.column().isEmpty() && Set.of("", "desc").contains(element.options()));
	}

	/** Whether one says a unique constraint. */
	static boolean says(Unique unique) {
		return unique.deferral() != Deferral.DEFERRABLE;
	}

	private List<Index> indexes() {
		return this.table.all(Index.class)
			.stream()
			.filter(MetaSource::says)
			.filter((index) -> this.table.columns()
				.stream()
				.noneMatch((column) -> index.equals(Index.of(index.table(), index.name(), List.of(column.name())))))
			.toList();
	}

	private List<Unique> uniques() {
		return this.table.all(Unique.class)
			.stream()
			.filter((unique) -> says(unique)
					&& !unique.equals(Unique.of(unique.table(), unique.name(), unique.columns())))
			.toList();
	}

	/** What the method needs; nothing without one. */
	Set<String> imports() {
		Set<String> imports = new TreeSet<>();
		if (isPartitioned() || !this.needed.isEmpty() || !indexes().isEmpty() || !uniques().isEmpty()
				|| !histories().isEmpty() || !distributions().isEmpty()) {
			imports.add("dev.orm.declare.Meta");
		}
		if (this.needed.stream().anyMatch(Sorting.class::isInstance)) {
			imports.add("dev.orm.declare.collation.Collation");
		}
		if (indexes().stream().anyMatch((index) -> !index.method().equals(Index.BTREE))) {
			imports.add("dev.orm.declare.IndexMethod");
		}
		return imports;
	}

	/** The method; empty if it would say nothing. */
	String method(String className) {
		List<String> lines = new ArrayList<>();
		this.needed.forEach((object) -> lines.add(needing(object)));
		if (isPartitioned()) {
			lines.add("meta.partitionByRange(" + texts(this.table.table().partition()) + ");");
		}
		distributions().forEach((spread) -> lines.add(spread.isReference() ? "meta.reference();"
				: "meta.distributedBy(" + texts(List.of(spread.column())) + ");"));
		indexes().forEach((index) -> lines.add("meta.index(" + sorted(index) + ").name("
				+ JavaNames.literal(index.name()) + ")" + using(index) + include(index.include()) + ";"));
		uniques().forEach((unique) -> lines.add("meta.unique(" + texts(unique.columns()) + ").name("
				+ JavaNames.literal(unique.name()) + ")" + (unique.nullsDistinct() ? "" : ".nullsNotDistinct()")
				+ ((unique.deferral() == Deferral.DEFERRED) ? ".deferred()" : "") + include(unique.include()) + ";"));
		histories().forEach((history) -> lines.add("meta.history()" + without(history) + with() + ";"));
		return lines.isEmpty() ? ""
				: lines.stream()
					.map((line) -> "\t" + line + "\n")
					.collect(Collectors.joining("", "static void meta(Meta<" + className + "> meta) {\n", "}\n"));
	}

	private static String needing(SchemaObject object) {
		if (object instanceof Sorting collation) {
			return "meta.collation(Collation." + collation.provider() + "(" + JavaNames.literal(collation.name()) + ", "
					+ JavaNames.literal(collation.locale()) + ")"
					+ (collation.deterministic() ? "" : ".nondeterministic()") + ");";
		}
		return "meta.extension(" + JavaNames.literal(object.id().name()) + ");";
	}

	private boolean isPartitioned() {
		return !this.table.table().partition().isEmpty();
	}

	private List<Distribution> distributions() {
		return this.table.all(Distribution.class);
	}

	private List<History> histories() {
		return this.table.all(History.class);
	}

	private String without(History history) {
		List<String> columns = this.table.columns()
			.stream()
			.map(Column::name)
			.filter((column) -> !history.key().contains(column) && !history.kept().contains(column))
			.toList();
		return columns.isEmpty() ? "" : ".without(" + texts(columns) + ")";
	}

	/** The relations whose join tables are kept. */
	private String with() {
		return this.kept.isEmpty() ? ""
				: this.kept.stream().map(JavaNames::literal).collect(Collectors.joining(", ", ".with(", ")"));
	}

	private String sorted(Index index) {
		return index.elements()
			.stream()
			.map((element) -> JavaNames
				.literal((element.options().equals("desc") ? "-" : "") + this.attributes.apply(element.column())))
			.collect(Collectors.joining(", "));
	}

	private String texts(List<String> columns) {
		return columns.stream()
			.map((column) -> JavaNames.literal(this.attributes.apply(column)))
			.collect(Collectors.joining(", "));
	}

	private static String using(Index index) {
		return index.method().equals(Index.BTREE) ? ""
				: ".using(IndexMethod." + index.method().toUpperCase(Locale.ROOT) + ")";
	}

	private String include(List<String> columns) {
		return columns.isEmpty() ? "" : ".include(" + texts(columns) + ")";
	}

}
