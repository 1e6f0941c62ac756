package dev.orm.migration.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.orm.declare.ConstraintNames;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.TablePath;

/**
 * What was said beforehand of names that are not free: two objects change theirs, or one
 * takes that of another which goes. Immutable.
 *
 * @param before the schema before
 * @param objects the tables, or the columns of one, after
 * @param questions knows what was said
 */
record SaidNames(Schema before, List<? extends SchemaObject> objects, Questions questions) {

	/**
	 * What an object was, what that was, and so on, if that comes round to the object;
	 * none if it does not.
	 */
	List<ObjectId> round(ObjectId id) {
		List<ObjectId> round = new ArrayList<>();
		Optional<ObjectId> next = Optional.of(id);
		while (next.isPresent() && !round.contains(next.get()) && this.before.has(next.get())) {
			round.add(next.get());
			next = this.questions.said(next.get());
		}
		boolean closed = round.size() > 1 && next.filter(id::equals).isPresent();
		return closed ? round : List.of();
	}

	/** Whether an object goes, as another one has its name. */
	boolean isReplaced(ObjectId id) {
		boolean taken = this.before.has(id)
				&& this.questions.said(id).filter((other) -> !other.equals(id) && this.before.has(other)).isPresent();
		return taken && this.objects.stream()
			.noneMatch((object) -> this.questions.said(object.id()).filter(id::equals).isPresent());
	}

	/** The id of an object that makes room for another one of its name. */
	static ObjectId aside(ObjectId id) {
		boolean table = id.kind() == ObjectKind.TABLE;
		TablePath path = TablePath.of(id.name());
		String name = ConstraintNames.of(table ? path.name() : id.name(), List.of(), "aside");
		return id.named(table ? path.beside(name).text() : name);
	}

}
