package dev.orm.law;

import java.util.Set;
import java.util.function.Predicate;

import dev.orm.acceptance.shop.Post;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import org.jspecify.annotations.Nullable;

import static dev.orm.acceptance.shop.PostPath.POST;

/** A condition on posts, as the engine takes it and as a plain reading of it. */
sealed interface PostCondition {

	Condition<Post> condition();

	/** Whether a row of the join satisfies it. NULL satisfies nothing but isNull. */
	boolean holds(Blog.Joined row);

	boolean joinsComments();

	boolean joinsTags();

	/**
	 * Say which negations are about the joined row: those behind a condition of the same
	 * filter that joins their relation, unless an earlier filter has joined it, too. So
	 * it is in Django, which knows the row by the first name of its table. Asking for
	 * NULL starts from the owner anew, as there may be no related row.
	 * @param joined the relations joined so far by this filter; more are added
	 * @param before those joined by filters before it
	 */
	PostCondition resolved(Set<String> joined, Set<String> before);

	/** What a condition is about. */
	enum Subject {

		VIEWS(POST.views), CATEGORY(POST.category().name), SCORE(POST.comments().score),
		COMMENTER(POST.comments().author().username), TAG(POST.tags().name);

		final Expression<Post, ?> path;

		Subject(Expression<Post, ?> path) {
			this.path = path;
		}

		boolean isNumber() {
			return this == VIEWS || this == SCORE;
		}

		String relation() {
			return switch (this) {
				case SCORE, COMMENTER -> "comments";
				case TAG -> "tags";
				default -> "";
			};
		}

		@Nullable Object of(Blog.Joined row) {
			return switch (this) {
				case VIEWS -> row.post().views();
				case CATEGORY -> row.post().category();
				case SCORE -> (row.comment() != null) ? row.comment().score() : null;
				case COMMENTER -> (row.comment() != null) ? row.comment().author() : null;
				case TAG -> row.tag();
			};
		}

	}

	/** A lookup. */
	record Leaf(Subject subject, Condition<Post> condition, Predicate<@Nullable Object> test) implements PostCondition {

		@Override
		public boolean holds(Blog.Joined row) {
			return this.test.test(this.subject.of(row));
		}

		@Override
		public PostCondition resolved(Set<String> joined, Set<String> before) {
			joined.add(this.subject.relation());
			return this;
		}

		@Override
		public boolean joinsComments() {
			return this.subject == Subject.SCORE || this.subject == Subject.COMMENTER;
		}

		@Override
		public boolean joinsTags() {
			return this.subject == Subject.TAG;
		}

	}

	/** How two conditions are joined. */
	enum Joint {

		AND, OR;

		boolean holds(boolean left, boolean right) {
			return switch (this) {
				case AND -> left && right;
				case OR -> left || right;
			};
		}

	}

	/** Two conditions. */
	record Pair(Joint joint, PostCondition left, PostCondition right) implements PostCondition {

		@Override
		public Condition<Post> condition() {
			Condition<Post> first = this.left.condition();
			return switch (this.joint) {
				case AND -> first.and(this.right.condition());
				case OR -> first.or(this.right.condition());
			};
		}

		@Override
		public boolean holds(Blog.Joined row) {
			return this.joint.holds(this.left.holds(row), this.right.holds(row));
		}

		@Override
		public PostCondition resolved(Set<String> joined, Set<String> before) {
			return new Pair(this.joint, this.left.resolved(joined, before), this.right.resolved(joined, before));
		}

		@Override
		public boolean joinsComments() {
			return this.left.joinsComments() || this.right.joinsComments();
		}

		@Override
		public boolean joinsTags() {
			return this.left.joinsTags() || this.right.joinsTags();
		}

	}

	/**
	 * None: no related row at all satisfies it, or not the joined one. Its own relations
	 * are not joined.
	 *
	 * @param leaf what must not hold
	 * @param ofRow whether it is about the joined row
	 */
	record None(Leaf leaf, boolean ofRow) implements PostCondition {

		@Override
		public Condition<Post> condition() {
			return this.leaf.condition().not();
		}

		@Override
		public boolean holds(Blog.Joined row) {
			if (this.ofRow || this.leaf.subject().relation().isEmpty()) {
				return !this.leaf.holds(row);
			}
			return row.post().alone(this.leaf.subject().relation()).stream().noneMatch(this.leaf::holds);
		}

		@Override
		public PostCondition resolved(Set<String> joined, Set<String> before) {
			String relation = this.leaf.subject().relation();
			boolean named = joined.contains(relation) && !before.contains(relation);
			return new None(this.leaf, named && !this.leaf.test().test(null));
		}

		@Override
		public boolean joinsComments() {
			return false;
		}

		@Override
		public boolean joinsTags() {
			return false;
		}

	}

}
