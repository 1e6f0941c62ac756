package dev.orm.migration.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.orm.migration.source.ModelSources.JoinSource;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.Deferral;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.TablePath;

/**
 * An attribute of a class. Immutable.
 *
 * @param name its name
 * @param type its type
 * @param annotations what stands above it
 * @param imports what is imported for it
 * @param isReference whether it leads to another model
 * @param isSet whether it can be set
 */
record AttributeSource(String name, String type, List<String> annotations, Set<String> imports, boolean isReference,
		boolean isSet) {

	private static final String ANNOTATION = "dev.orm.annotation.";

	private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

	private static final String LEFT_ALONE = "DO_NOTHING";

	/** A column that holds a value. */
	static AttributeSource of(Column column, InspectedTable table, String enumName, JavaNames names) {
		String name = names.attribute(column.name());
		JavaType type = JavaType.of(column.type());
		boolean key = table.key().contains(column.name())
				|| (table.key().isEmpty() && table.columns().get(0).equals(column));
		boolean nullable = !column.notNull() && !key;
		Set<String> imports = new TreeSet<>();
		List<String> annotations = new ArrayList<>();
		if (key) {
			annotations.add(id(column, table));
		}
		addColumn(annotations, imports, said(column, table, name, key));
		addGenerated(annotations, imports, column);
		if (!type.imported().isEmpty()) {
			imports.add(type.imported());
		}
		String java = !enumName.isEmpty() ? enumName : (nullable || key) ? type.wrapper() : type.name();
		if (nullable) {
			imports.add("org.jspecify.annotations.Nullable");
		}
		return new AttributeSource(name, nullable ? nullable(java) : java, annotations, imports, false, true);
	}

	/** What {@code @Column} says. */
	private static Map<String, String> said(Column column, InspectedTable table, String name, boolean key) {
		Map<String, String> said = new LinkedHashMap<>();
		if (!JavaNames.isRegular(column.name(), name)) {
			said.put("name", JavaNames.literal(column.name()));
		}
		said.putAll(JavaType.of(column.type()).column());
		if (!key && table.isUnique(column)) {
			said.put("unique", "true");
		}
		if (table.isIndexed(column)) {
			said.put("index", "true");
		}
		said.putAll(saidOfDatabase(column));
		return said;
	}

	/** What the database does with the column by itself. */
	private static Map<String, String> saidOfDatabase(Column column) {
		Map<String, String> said = new LinkedHashMap<>();
		if (column.defaultValue() != null && !isNumbered(column)) {
			said.put("dbDefault", JavaNames.literal(column.defaultValue()));
			if (!column.notNull()) {
				// with a default, @Nullable says that there is no value before the first
				// save
				said.put("nullable", "true");
			}
		}
		if (!column.comment().isEmpty()) {
			said.put("comment", JavaNames.literal(column.comment()));
		}
		if (!column.collation().isEmpty()) {
			said.put("collation", JavaNames.literal(column.collation()));
		}
		return said;
	}

	/**
	 * Whether a sequence of its own numbers the column, which adoption leaves as it is.
	 */
	private static boolean isNumbered(Column column) {
		return column.defaultValue() != null && column.defaultValue().startsWith("nextval(")
				&& INTEGERS.contains(column.type());
	}

	/** How a column is computed. */
	private static void addGenerated(List<String> annotations, Set<String> imports, Column column) {
		if (column.generated() != null) {
			imports.add(ANNOTATION + "GeneratedColumn");
			String expression = JavaNames.literal(column.generated().expression());
			annotations.add(column.generated().stored() ? "@GeneratedColumn(" + expression + ")"
					: "@GeneratedColumn(value = " + expression + ", stored = false)");
		}
	}

	private static String nullable(String java) {
		return java.endsWith("[]") ? java.replace("[]", " @Nullable []") : "@Nullable " + java;
	}

	private static void addColumn(List<String> annotations, Set<String> imports, Map<String, String> said) {
		if (!said.isEmpty()) {
			imports.add(ANNOTATION + "Column");
			annotations.add(said.entrySet()
				.stream()
				.map((entry) -> entry.getKey() + " = " + entry.getValue())
				.collect(Collectors.joining(", ", "@Column(", ")")));
		}
	}

	/** An integer alone in its key is taken for numbered by the server. */
	private static String id(Column column, InspectedTable table) {
		boolean numbered = INTEGERS.contains(column.type()) && table.key().size() == 1;
		if (column.identity() != Identity.NONE || isNumbered(column)) {
			return numbered ? "@Id" : "@Id(generated = Id.Generated.IDENTITY)";
		}
		return numbered ? "@Id(generated = Id.Generated.ASSIGNED)" : "@Id";
	}

	/** What the server does by itself, as far as a model can say it. */
	static String action(ForeignKey key, Column column) {
		return switch (key.onDelete()) {
			case CASCADE -> "DB_CASCADE";
			case SET_NULL -> column.notNull() ? LEFT_ALONE : "DB_SET_NULL";
			case SET_DEFAULT -> (column.defaultValue() == null) ? LEFT_ALONE : "DB_SET_DEFAULT";
			default -> LEFT_ALONE;
		};
	}

	/** Whether it says what the server does when the row it leads to is deleted. */
	boolean isOfDatabase() {
		return this.annotations.stream().anyMatch((annotation) -> annotation.contains("OnDeleteAction.DB_"));
	}

	/** A column that leads to a row of another table. */
	static AttributeSource ofReference(Column column, ForeignKey key, InspectedTable table, String target, String owner,
			String toField, JavaNames names) {
		boolean unique = table.isUnique(column) || table.key().equals(List.of(column.name()));
		boolean suffixed = column.name().endsWith("_id") && column.name().length() > 3;
		String bare = suffixed ? column.name().substring(0, column.name().length() - 3) : column.name();
		String name = names.attribute(bare);
		Set<String> imports = new TreeSet<>(Set.of(ANNOTATION + "OnDelete", ANNOTATION + "OnDeleteAction",
				"dev.orm.model." + (unique ? "OneToOne" : "ForeignKey")));
		List<String> annotations = new ArrayList<>(List.of("@OnDelete(OnDeleteAction." + action(key, column) + ")"));
		if (!toField.isEmpty()) {
			imports.add(ANNOTATION + "ToField");
			annotations.add("@ToField(" + JavaNames.literal(toField) + ")");
		}
		addReference(annotations, imports, key, unique || table.leads(column));
		Map<String, String> said = new LinkedHashMap<>();
		if (!suffixed || !JavaNames.isRegular(bare, name)) {
			said.put("name", JavaNames.literal(column.name()));
		}
		said.putAll(saidOfDatabase(column));
		addColumn(annotations, imports, said);
		addWayBack(annotations, imports, name, owner);
		String type = (unique ? "OneToOne<" : "ForeignKey<") + target + ">";
		if (!column.notNull()) {
			imports.add("org.jspecify.annotations.Nullable");
		}
		return new AttributeSource(name, column.notNull() ? type : "@Nullable " + type, annotations, imports, true,
				true);
	}

	/** What the foreign key is otherwise than most. */
	private static void addReference(List<String> annotations, Set<String> imports, ForeignKey key, boolean isFound) {
		List<String> said = new ArrayList<>();
		if (key.deferral() == Deferral.NONE) {
			said.add("deferred = false");
		}
		if (!isFound) {
			said.add("index = false");
		}
		if (!said.isEmpty()) {
			imports.add(ANNOTATION + "Reference");
			annotations.add("@Reference(" + String.join(", ", said) + ")");
		}
	}

	/** Ways back are named after the attribute where there are several. */
	private static void addWayBack(List<String> annotations, Set<String> imports, String name, String owner) {
		if (!owner.isEmpty()) {
			imports.add(ANNOTATION + "RelatedName");
			annotations.add("@RelatedName(\"" + name + owner + "s\")");
		}
	}

	/** A relation through a table that only joins. */
	static AttributeSource ofJoin(JoinSource join, boolean clash, String owner, JavaNames names) {
		TablePath path = TablePath.of(join.table());
		String before = TablePath.of(join.own().target()).name() + "_";
		boolean named = path.name().startsWith(before) && path.name().length() > before.length();
		String name = names.attribute(named ? path.name().substring(before.length()) : join.target() + "s");
		String annotation = "@JoinTable(name = " + JavaNames.literal(path.name()) + ", "
				+ (path.schema().isEmpty() ? "" : "schema = " + JavaNames.literal(path.schema()) + ", ") + "source = "
				+ JavaNames.literal(join.own().columns().get(0)) + ", target = "
				+ JavaNames.literal(join.other().columns().get(0)) + ")";
		List<String> annotations = new ArrayList<>(List.of(annotation));
		Set<String> imports = new TreeSet<>(Set.of(ANNOTATION + "JoinTable", "dev.orm.ManyToMany"));
		addWayBack(annotations, imports, name, clash ? owner : "");
		return new AttributeSource(name, "ManyToMany<" + join.target() + ">", annotations, imports, true, false);
	}

	/** The same attribute, which says whose a row is. */
	AttributeSource ofTenant(boolean guarded) {
		List<String> all = new ArrayList<>(List.of(guarded ? "@TenantId" : "@TenantId(rowLevelSecurity = false)"));
		all.addAll(this.annotations);
		Set<String> more = new TreeSet<>(this.imports);
		more.add("dev.orm.session.TenantId");
		return new AttributeSource(this.name, this.type, all, more, this.isReference, this.isSet);
	}

	String field() {
		return this.annotations.stream().map((line) -> line + "\n").collect(Collectors.joining()) + "private "
				+ this.type + " " + this.name + ";\n";
	}

	String accessors() {
		String suffix = this.name.substring(0, 1).toUpperCase(Locale.ROOT) + this.name.substring(1);
		String verb = this.type.equals("boolean") ? "is" : "get";
		String getter = "public %s %s%s() {\n\treturn this.%s;\n}\n".formatted(this.type, verb, suffix, this.name);
		return this.isSet ? getter + "\npublic void set%s(%s %s) {\n\tthis.%s = %s;\n}\n".formatted(suffix, this.type,
				this.name, this.name, this.name) : getter;
	}

}
