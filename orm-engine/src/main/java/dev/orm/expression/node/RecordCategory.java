package dev.orm.expression.node;

import dev.orm.type.Range;
import dev.orm.type.RecordParts;

/**
 * Says what of the components of a record the text of a lookup may depend on: the columns
 * of an embedded one are compared with them, and with null by {@code IS NULL}.
 */
final class RecordCategory {

	private RecordCategory() {
	}

	/** Describe what a lookup compares with, if that is a record. */
	static void describe(Node compared, Shape.Builder tokens) {
		if (compared instanceof Atom.Literal literal && literal.value() instanceof Record record
				&& !(record instanceof Range<?>)) {
			describe(record, tokens);
		}
	}

	private static void describe(Record record, Shape.Builder tokens) {
		RecordParts parts = RecordParts.of(record.getClass());
		if (!parts.areReadable()) {
			// nobody may look into it, so that each is a shape of its own
			tokens.add(record);
			return;
		}
		for (String name : parts.names()) {
			Object part = parts.part(record, name);
			ValueCategory.describe(part, tokens);
			if (part instanceof Record inner && !(part instanceof Range<?>)) {
				describe(inner, tokens);
			}
		}
	}

}
