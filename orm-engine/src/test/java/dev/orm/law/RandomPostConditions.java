package dev.orm.law;

import java.util.List;
import java.util.Random;

import dev.orm.expression.Expression;
import dev.orm.law.PostCondition.Leaf;
import dev.orm.law.PostCondition.None;
import dev.orm.law.PostCondition.Pair;
import dev.orm.law.PostCondition.Subject;

/** Makes random conditions on posts, over relations to many and nullable columns. */
final class RandomPostConditions {

	private static final List<String> TEXTS = List.of("java", "spring", "sql", "db", "web", "alice", "bob", "carol",
			"Electronics", "Books", "a", "e", "o");

	private static final List<Subject> SUBJECTS = List.of(Subject.values());

	private final Random random;

	RandomPostConditions(long seed) {
		this.random = new Random(seed);
	}

	PostCondition next(int depth) {
		if (depth == 0 || this.random.nextInt(4) == 0) {
			Leaf leaf = leaf();
			// a nullable path to one is negated with a guard that depends on its
			// neighbours
			boolean negated = leaf.subject() != Subject.CATEGORY && this.random.nextInt(4) == 0;
			return negated ? new None(leaf, false) : leaf;
		}
		return new Pair(this.random.nextBoolean(), next(depth - 1), next(depth - 1));
	}

	Leaf leaf() {
		Subject subject = SUBJECTS.get(this.random.nextInt(SUBJECTS.size()));
		return subject.isNumber() ? number(subject) : text(subject);
	}

	private Leaf number(Subject subject) {
		Expression<dev.orm.acceptance.shop.Post, ?> path = subject.path;
		int value = this.random.nextInt((subject == Subject.VIEWS) ? 400 : 8);
		return switch (this.random.nextInt(4)) {
			case 0 -> new Leaf(subject, path.gt(value), (given) -> given != null && (Integer) given > value);
			case 1 -> new Leaf(subject, path.lte(value), (given) -> given != null && (Integer) given <= value);
			case 2 -> new Leaf(subject, path.in(value, value + 1),
					(given) -> given != null && ((Integer) given == value || (Integer) given == value + 1));
			default -> new Leaf(subject, path.isNotNull(), (given) -> given != null);
		};
	}

	private Leaf text(Subject subject) {
		Expression<dev.orm.acceptance.shop.Post, ?> path = subject.path;
		String text = TEXTS.get(this.random.nextInt(TEXTS.size()));
		return switch (this.random.nextInt(4)) {
			case 0 -> new Leaf(subject, path.eq(text), text::equals);
			case 1 -> new Leaf(subject, path.lookup("contains", text),
					(given) -> given != null && ((String) given).contains(text));
			case 2 ->
				new Leaf(subject, path.lt(text), (given) -> given != null && ((String) given).compareTo(text) < 0);
			default -> new Leaf(subject, path.isNotNull(), (given) -> given != null);
		};
	}

}
