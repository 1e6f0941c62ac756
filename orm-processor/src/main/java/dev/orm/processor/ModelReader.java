package dev.orm.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

import dev.orm.processor.DeclaredField.ColumnOptions;
import dev.orm.processor.DeclaredModel.Options;
import dev.orm.processor.DeclaredRelation.ReverseNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model class, with everything it inherits. In: elements. Out:
 * {@link DeclaredModel}. One for each round.
 */
final class ModelReader {

	private final ModelTypes types;

	private final FieldReader fieldReader;

	private final TableNames tables;

	private final Problems problems;

	private final Map<String, DeclaredModel> models = new LinkedHashMap<>();

	ModelReader(ModelTypes types, TableNames tables, Problems problems) {
		this.types = types;
		this.problems = problems;
		this.tables = tables;
		this.fieldReader = new FieldReader(types, tables, problems);
	}

	DeclaredModel read(TypeElement element) {
		String name = element.getQualifiedName().toString();
		DeclaredModel known = this.models.get(name);
		if (known != null) {
			return known;
		}
		DeclaredModel model = readNew(element);
		this.models.put(name, model);
		return model;
	}

	private DeclaredModel readNew(TypeElement element) {
		TypeElement base = this.types.modelAbove(element);
		if (AnnotationValues.isPresent(element, EngineNames.PROXY)) {
			return (base != null) ? proxy(element, read(base)) : invalidProxy(element);
		}
		return table(element, (base != null) ? read(base) : null);
	}

	private DeclaredModel invalidProxy(TypeElement element) {
		this.problems.error(element, "@Proxy class %s must extend the model whose table it shares",
				element.getSimpleName());
		return table(element, null);
	}

	private DeclaredModel proxy(TypeElement element, DeclaredModel base) {
		List<String> ordering = AnnotationValues.find(element, EngineNames.PROXY).orElseThrow().texts("ordering");
		Options options = new Options(ordering.isEmpty() ? base.options().ordering() : ordering,
				base.options().getLatestBy(), base.options().uniqueTogether(),
				base.options().table().words(ColumnReader.words(element)));
		for (TypeElement type : this.types.ownLevels(element)) {
			ModelTypes.attributes(type)
				.forEach((field) -> this.problems.error(element, field,
						"Proxy model %s cannot have a column of its own, because it shares the table of %s",
						element.getSimpleName(), base.simpleName()));
		}
		return new DeclaredModel(element, this.tables.group(element), base.table(), base.parent(), base.concrete(),
				options, base.fields(), base.manyToMany(), base.reverse());
	}

	private DeclaredModel table(TypeElement element, @Nullable DeclaredModel base) {
		Optional<AnnotationValues> table = AnnotationValues.find(element, EngineNames.TABLE);
		DeclaredTable tableName = this.tables.table(element);
		FieldReader.Fields own = this.fieldReader.read(element, tableName, this.types.ownLevels(element));
		List<DeclaredField> fields = new ArrayList<>();
		List<DeclaredManyToMany> manyToMany = new ArrayList<>();
		List<DeclaredReverse> reverse = new ArrayList<>();
		String link = table.map((values) -> values.text("parentLink")).orElse("");
		if (base == null && !link.isEmpty()) {
			this.problems.error(element,
					"%s has no parent with a table of its own for parentLink to lead to: remove it",
					element.getSimpleName());
		}
		if (base != null) {
			base.fields().forEach((field) -> fields.add(field.inherited()));
			fields.add(parentLink(element, base, link));
			manyToMany.addAll(base.manyToMany());
			base.reverse().forEach((back) -> reverse.add(back.ofParent()));
		}
		fields.addAll(own.fields());
		manyToMany.addAll(own.manyToMany());
		reverse.addAll(own.reverse());
		return new DeclaredModel(element, this.tables.group(element), tableName,
				(base != null) ? base.concrete() : null, null,
				options(element, table, base, this.tables.database(element)), fields, manyToMany, reverse);
	}

	/** A child takes the order of its parent, as in Django, but not its constraints. */
	private static Options options(TypeElement element, Optional<AnnotationValues> table, @Nullable DeclaredModel base,
			String database) {
		List<String> ordering = table.map((values) -> values.texts("ordering")).orElse(List.of());
		List<String> latest = table.map((values) -> values.texts("getLatestBy")).orElse(List.of());
		if (base != null) {
			ordering = ordering.isEmpty() ? base.options().ordering() : ordering;
			latest = latest.isEmpty() ? base.options().getLatestBy() : latest;
		}
		return new Options(ordering, latest, uniqueTogether(table), DeclaredTableOptions.of(element, table, database));
	}

	private static List<List<String>> uniqueTogether(Optional<AnnotationValues> table) {
		if (table.isEmpty()) {
			return List.of();
		}
		return table.get().annotations("uniqueTogether").stream().map((set) -> set.texts("value")).toList();
	}

	/**
	 * The column that joins a child's table to its parent's: its key, and a one-to-one
	 * relation.
	 */
	private DeclaredField parentLink(TypeElement element, DeclaredModel base, String columnName) {
		String parent = base.concrete().getSimpleName().toString();
		String child = NamingRules.lowerCamelCase(element.getSimpleName().toString());
		DeclaredRelation relation = new DeclaredRelation(base.concrete(), "", "CASCADE", "", null,
				new ReverseNames(child, null), true, keyIndex(element, base));
		DeclaredType handle = this.types.oneToOne(base.concrete());
		String name = columnName.isEmpty() ? NamingRules.snakeCase(parent) + "_ptr_id" : columnName;
		ColumnOptions column = new ColumnOptions(name, "", 0, 0, 0, "", List.of("PRIMARY_KEY", "UNIQUE"),
				ColumnDetails.NONE, DeclaredWords.NONE);
		AttributeType attribute = new AttributeType("RelationColumn", List.of(base.concrete().asType()), "");
		return new DeclaredField(NamingRules.lowerCamelCase(parent) + "Ptr", handle, null, attribute, column, relation);
	}

	private int keyIndex(TypeElement element, DeclaredModel base) {
		List<DeclaredField> keys = base.keys();
		if (keys.size() != 1) {
			this.problems.error(element, "%s cannot extend %s, because a parent with a table of its own needs one @Id, "
					+ "and that one has %d", element.getSimpleName(), base.simpleName(), keys.size());
			return 0;
		}
		return base.fields().indexOf(keys.get(0));
	}

}
