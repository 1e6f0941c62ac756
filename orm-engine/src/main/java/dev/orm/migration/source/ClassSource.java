package dev.orm.migration.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.orm.migration.source.ModelSources.JoinSource;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;
import dev.orm.schema.Deferral;
import dev.orm.schema.Exclusion;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Index;
import dev.orm.schema.Policy;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.TablePath;
import dev.orm.schema.Unique;

/** Writes the class of one table. Used once. */
final class ClassSource {

	private final String packageName;

	private final InspectedTable table;

	private final Map<String, String> classes;

	private final List<JoinSource> joins;

	private final Map<String, Integer> pointing;

	private final Function<ForeignKey, Optional<String>> pointedTo;

	private final List<SchemaObject> needed;

	private final JavaNames types;

	private final JavaNames names = new JavaNames(Set.of("pk"));

	private final Set<String> imports = new TreeSet<>(
			Set.of("dev.orm.annotation.Table", "dev.orm.annotation.Id", "dev.orm.model.Model"));

	private final Map<String, AttributeSource> attributes = new LinkedHashMap<>();

	private final List<EnumSource> enums = new ArrayList<>();

	ClassSource(String packageName, InspectedTable table, Map<String, String> classes, List<JoinSource> joins,
			Map<String, Integer> pointing, Function<ForeignKey, Optional<String>> pointedTo,
			List<SchemaObject> needed) {
		this.packageName = packageName;
		this.table = table;
		this.classes = classes;
		this.joins = joins;
		this.pointing = pointing;
		this.pointedTo = pointedTo;
		this.needed = needed;
		Set<String> taken = new HashSet<>(JavaNames.USED);
		taken.addAll(classes.values());
		this.types = new JavaNames(taken);
	}

	String text() {
		this.table.columns().forEach((column) -> this.attributes.put(column.name(), marked(column)));
		List<AttributeSource> all = new ArrayList<>(this.attributes.values());
		List<String> kept = new ArrayList<>();
		for (JoinSource join : this.joins) {
			AttributeSource attribute = AttributeSource.ofJoin(join,
					this.pointing.getOrDefault(join.other().target(), 0) > 1, className(this.table.table().name()),
					this.names);
			all.add(attribute);
			if (join.kept()) {
				kept.add(attribute.name());
			}
		}
		all.forEach((attribute) -> this.imports.addAll(attribute.imports()));
		if (!this.enums.isEmpty()) {
			this.imports.add("dev.orm.choice.Choice");
		}
		String annotation = annotation();
		MetaSource meta = new MetaSource(this.table, (column) -> of(column).name(), kept, this.needed);
		String declared = meta.method(className(this.table.table().name()));
		this.imports.addAll(meta.imports());
		StringBuilder text = new StringBuilder("package " + this.packageName + ";\n\n");
		this.imports.forEach((name) -> text.append("import ").append(name).append(";\n"));
		text.append('\n').append(comment()).append(annotation);
		text.append("public class ").append(className(this.table.table().name())).append(" extends Model {\n\n");
		all.forEach((attribute) -> text.append(indented(attribute.field())).append('\n'));
		text.append(declared.isEmpty() ? "" : indented(declared) + "\n");
		all.forEach((attribute) -> text.append(indented(attribute.accessors())).append('\n'));
		this.enums.forEach((type) -> text.append(indented(type.text())).append('\n'));
		return text.append("}\n").toString();
	}

	private String className(String path) {
		return Objects.requireNonNull(this.classes.get(path));
	}

	private AttributeSource of(String column) {
		return Objects.requireNonNull(this.attributes.get(column));
	}

	private static String indented(String text) {
		return text.lines()
			.map((line) -> line.isEmpty() ? "" : "\t" + line)
			.collect(Collectors.joining("\n", "", "\n"));
	}

	private AttributeSource marked(Column column) {
		AttributeSource attribute = attribute(column);
		return column.name().equals(this.table.tenant()) ? attribute.ofTenant(!this.table.all(Policy.class).isEmpty())
				: attribute;
	}

	private AttributeSource attribute(Column column) {
		Optional<ForeignKey> reference = this.table.reference(column)
			.filter((key) -> this.classes.containsKey(key.target()) && this.pointedTo.apply(key).isPresent()
					&& !isPartOfKey(column));
		if (reference.isPresent()) {
			ForeignKey key = reference.get();
			boolean clash = this.pointing.getOrDefault(key.target(), 0) > 1;
			return AttributeSource.ofReference(column, key, this.table, className(key.target()),
					clash ? className(this.table.table().name()) : "", this.pointedTo.apply(key).orElse(""),
					this.names);
		}
		Optional<EnumSource> values = column.type().startsWith("varchar") || column.type().equals("text")
				? EnumSource.of(column, this.table.all(Check.class), this.types) : Optional.empty();
		values.ifPresent(this.enums::add);
		return AttributeSource.of(column, this.table, values.map(EnumSource::name).orElse(""), this.names);
	}

	private boolean isPartOfKey(Column column) {
		return this.table.key().contains(column.name());
	}

	private String annotation() {
		TablePath path = TablePath.of(this.table.table().name());
		List<String> together = this.table.all(Unique.class)
			.stream()
			.filter((unique) -> unique.columns().size() > 1 && unique.equals(plain(unique)))
			.map((unique) -> unique.columns()
				.stream()
				.map((column) -> '"' + of(column).name() + '"')
				.collect(Collectors.joining(", ", "@UniqueTogether({ ", " })")))
			.toList();
		if (!together.isEmpty()) {
			this.imports.add("dev.orm.annotation.UniqueTogether");
		}
		String sets = together.isEmpty() ? "" : ", uniqueTogether = "
				+ ((together.size() == 1) ? together.get(0) : "{ " + String.join(", ", together) + " }");
		return "@Table(name = " + JavaNames.literal(path.name())
				+ (path.schema().isEmpty() ? "" : ", schema = " + JavaNames.literal(path.schema()))
				+ (this.table.view() ? ", managed = false" : "") + (this.table.table().comment().isEmpty() ? ""
						: ", comment = " + JavaNames.literal(this.table.table().comment()))
				+ sets + ")\n";
	}

	private static Unique plain(Unique unique) {
		return Unique.of(unique.table(), unique.name(), unique.columns());
	}

	/** What is there and the class does not say. */
	private String comment() {
		List<String> lines = new ArrayList<>();
		if (this.table.view()) {
			lines.add(
					"A view, which migrations leave alone: @Id stands at the first column, see whether it tells rows apart.");
		}
		else if (this.table.key().isEmpty()) {
			lines.add("The table has no primary key: @Id stands at the first column, see whether it tells rows apart.");
		}
		for (SchemaObject part : this.table.parts()) {
			if (!isSaid(part)) {
				lines.add("not said here: " + part.line().replace("\\u", "\\ u"));
			}
		}
		return lines.isEmpty() ? "" : lines.stream().map((line) -> "// " + line + "\n").collect(Collectors.joining());
	}

	private static boolean says(AttributeSource attribute, ForeignKey key) {
		ForeignKey.Action action = key.onDelete();
		return attribute.isReference() && key.deferral() != Deferral.DEFERRABLE
				&& (action == ForeignKey.Action.NONE || attribute.isOfDatabase());
	}

	private boolean isSaid(SchemaObject part) {
		if (part instanceof ForeignKey key) {
			return key.columns().size() == 1 && says(of(key.columns().get(0)), key);
		}
		if (part instanceof Column column) {
			return column.identity() != Identity.ALWAYS;
		}
		if (part instanceof Index index) {
			return MetaSource.says(index) || isSaidOfColumn(index);
		}
		boolean unsaid = part instanceof Unique unique && !unique.equals(plain(unique)) && !MetaSource.says(unique);
		return !unsaid && !(part instanceof Check) && !(part instanceof Exclusion) && !(part instanceof Policy);
	}

	private boolean isSaidOfColumn(Index index) {
		return this.table.columns()
			.stream()
			.anyMatch((column) -> index.equals(Index.of(index.table(), index.name(), List.of(column.name()))));
	}

}
