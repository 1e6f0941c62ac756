package dev.orm.law;

import java.util.List;
import java.util.Random;

import dev.orm.expression.Expression;
import dev.orm.law.PostCondition.Joint;
import dev.orm.law.PostCondition.Leaf;
import dev.orm.law.PostCondition.None;
import dev.orm.law.PostCondition.Pair;
import dev.orm.law.PostCondition.Subject;

/** Makes random conditions on posts, over relations to many and nullable columns. */
final class RandomPostConditions {

	private static final List<String> TEXTS = List.of("java", "spring", "sql", "db", "web", "alice", "bob", "carol",
			"Electronics", "Books", "a", "e", "o");

	private static final List<Joint> JOINTS = List.of(Joint.AND, Joint.AND, Joint.OR, Joint.OR, Joint.OR);

	private static final List<Subject> SUBJECTS = List.of(Subject.values());

	private final Random random;

	RandomPostConditions(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Conditions joined by AND and OR: an XOR keeps the inner joins of its parts, in
	 * Django too, and so loses rows that have no related row.
	 * <p>
	 * A nullable path to one is negated throughout a condition or not at all: where a
	 * part without negation makes its join INNER for a while, Django negates without a
	 * guard against NULL.
	 */
	PostCondition next(int depth) {
		return next(depth, this.random.nextBoolean());
	}

	private PostCondition next(int depth, boolean noCategory) {
		if (depth == 0 || this.random.nextInt(4) == 0) {
			Leaf leaf = leaf();
			boolean negated = (leaf.subject() == Subject.CATEGORY) ? noCategory : this.random.nextInt(4) == 0;
			return negated ? new None(leaf, false) : leaf;
		}
		Joint joint = JOINTS.get(this.random.nextInt(JOINTS.size()));
		return new Pair(joint, next(depth - 1, noCategory), next(depth - 1, noCategory));
	}

	Leaf leaf() {
		Subject subject = SUBJECTS.get(this.random.nextInt(SUBJECTS.size()));
		if (this.random.nextInt(6) == 0) {
			return new Leaf(subject, subject.path.isNull(), (given) -> given == null);
		}
		return subject.isNumber() ? number(subject) : text(subject);
	}

	private Leaf number(Subject subject) {
		Expression<dev.orm.acceptance.shop.Post, ?> path = subject.path;
		int value = this.random.nextInt((subject == Subject.VIEWS) ? 400 : 8);
		return switch (this.random.nextInt(4)) {
			case 0 -> new Leaf(subject, path.lookup("gt", value), (given) -> given != null && (Integer) given > value);
			case 1 ->
				new Leaf(subject, path.lookup("lte", value), (given) -> given != null && (Integer) given <= value);
			case 2 -> new Leaf(subject, path.lookup("in", List.of(value, value + 1)),
					(given) -> given != null && ((Integer) given == value || (Integer) given == value + 1));
			default -> new Leaf(subject, path.isNotNull(), (given) -> given != null);
		};
	}

	private Leaf text(Subject subject) {
		Expression<dev.orm.acceptance.shop.Post, ?> path = subject.path;
		String text = TEXTS.get(this.random.nextInt(TEXTS.size()));
		return switch (this.random.nextInt(4)) {
			case 0 -> new Leaf(subject, path.lookup("exact", text), text::equals);
			case 1 -> new Leaf(subject, path.lookup("contains", text),
					(given) -> given != null && ((String) given).contains(text));
			case 2 -> new Leaf(subject, path.lookup("lt", text),
					(given) -> given != null && ((String) given).compareTo(text) < 0);
			default -> new Leaf(subject, path.isNotNull(), (given) -> given != null);
		};
	}

}
