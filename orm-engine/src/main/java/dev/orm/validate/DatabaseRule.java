package dev.orm.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.declare.DeclaredUnique;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.type.Kind;

/**
 * Something about a row that only the database knows. Immutable.
 *
 * @param kind what
 * @param fields the columns it is about
 * @param message what people are told; empty for the usual text
 */
record DatabaseRule(Kind kind, List<FieldModel> fields, String message) {

	/** What a rule asks. */
	enum Kind {

		/** No other row has these values. */
		UNIQUE,
		/** No row has this key: of new rows that bring theirs. */
		NEW_KEY,
		/** The row it points to is there. */
		TARGET

	}

	static List<DatabaseRule> of(EntityModel model) {
		List<DatabaseRule> rules = new ArrayList<>();
		if (model.key().stream().noneMatch((field) -> field.is(Flag.UUID_KEY) || field.isParentLink())) {
			rules.add(new DatabaseRule(Kind.NEW_KEY, model.key(), ""));
		}
		for (FieldModel field : model.fields()) {
			if (field.unique() && !field.primaryKey()) {
				rules.add(new DatabaseRule(Kind.UNIQUE, List.of(field), ""));
			}
			if (field.relation() != null && !field.isParentLink()) {
				rules.add(new DatabaseRule(Kind.TARGET, List.of(field), ""));
			}
		}
		for (EntityModel at = model.concrete(); at != null; at = at.parent()) {
			at.description().uniqueTogether().forEach((names) -> rules.add(unique(model, names, "")));
			at.declarations()
				.uniques()
				.stream()
				.filter((unique) -> !unique.isIndex() && unique.nullsDistinct())
				.forEach((unique) -> rules.add(unique(model, unique)));
		}
		return rules.stream().filter(DatabaseRule::isComparable).toList();
	}

	private static DatabaseRule unique(EntityModel model, DeclaredUnique unique) {
		return unique(model, unique.attributes(), unique.message());
	}

	private static DatabaseRule unique(EntityModel model, List<String> names, String message) {
		return new DatabaseRule(Kind.UNIQUE, names.stream().map((name) -> model.field(name).orElseThrow()).toList(),
				message);
	}

	/** An array of arrays does not travel as such. */
	private boolean isComparable() {
		return this.fields.stream()
			.noneMatch((field) -> Stream.of(dev.orm.type.Kind.ARRAY, dev.orm.type.Kind.JSON)
				.anyMatch((kind) -> kind == field.type().kind()));
	}

	EntityModel table() {
		return this.fields.get(0).owner().concrete();
	}

}
