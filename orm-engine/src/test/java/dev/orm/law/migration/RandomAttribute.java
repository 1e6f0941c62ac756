package dev.orm.law.migration;

import java.util.ArrayList;
import java.util.List;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.declare.collation.Collation;
import dev.orm.model.ColumnDetails;
import dev.orm.model.ColumnDetails.Bound;
import dev.orm.model.ColumnDetails.Limit;
import dev.orm.model.ColumnDetails.Subject;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.RelationDescription;
import org.jspecify.annotations.Nullable;

/** An attribute of random models, and what is said of it. */
final class RandomAttribute {

	/** What models bring to the database. */
	static final Collation COLLATION = Collation.icu("law_numbers", "und-u-kn");

	private final String born;

	String name;

	boolean labelled;

	Sort sort;

	boolean nullable;

	boolean unique;

	boolean index;

	boolean positive;

	boolean fresh;

	int extra;

	int target;

	@Nullable RandomDeclaration declared;

	RandomAttribute(String name, Sort sort) {
		this.name = name;
		this.born = name;
		this.sort = sort;
	}

	/** What names what is declared of it: now and then one that no rename reaches. */
	String label() {
		return this.labelled ? this.born : this.name;
	}

	String column() {
		return this.sort.isRelation() ? this.name + "_id" : this.name;
	}

	/** A comment, a default of the database, a collation, checks of values. */
	ColumnDetails details() {
		String comment = (this.extra == 0) ? "It's \\ a\ncomment of ${sorts}" : "";
		String value = (this.extra == 1 && this.sort.sample() != null) ? this.sort.sample() : "";
		String collation = !isSortedOtherwise() ? "" : this.labelled ? "C" : COLLATION.name();
		List<Limit> limits = this.sort.isNumber() ? List.of(new Limit(Subject.VALUE, Bound.AT_LEAST, "0"),
				new Limit(Subject.VALUE, Bound.BELOW, "1000000.5")) : List.of();
		return new ColumnDetails("", value, comment, collation, null, limits, null);
	}

	/** Whether it has a collation, one that comes with the server or one of its own. */
	boolean isSortedOtherwise() {
		return this.extra == 6 && this.sort.isText();
	}

	/**
	 * Whether no value of the type's would do for the rows that an undo brings back.
	 */
	boolean isTold() {
		return this.sort.isRelation() || this.sort == Sort.FLAG;
	}

	FieldDescription describe() {
		List<Flag> flags = new ArrayList<>();
		if (this.nullable) {
			flags.add(Flag.NULLABLE);
		}
		if (this.unique) {
			flags.add(Flag.UNIQUE);
		}
		if (this.index) {
			flags.add(Flag.INDEX);
		}
		if (this.positive && this.sort.isNumber()) {
			flags.add((this.extra == 7) ? Flag.CHECKED : Flag.POSITIVE);
		}
		FieldDescription field = FieldDescription.of(this.name, column(), this.sort.javaType(),
				flags.toArray(Flag[]::new));
		if (this.sort.isRelation()) {
			return field.relation(new RelationDescription(RandomModels.CLASSES.get(this.target), "",
					OnDeleteAction.CASCADE, "", "+", null));
		}
		return field.size(this.sort.length(), this.sort.precision(), this.sort.scale()).type(this.sort.columnType());
	}

}
