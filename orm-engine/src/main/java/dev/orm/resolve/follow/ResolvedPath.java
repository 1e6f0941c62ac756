package dev.orm.resolve.follow;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.JoinStep;
import dev.orm.meta.RelationModel;
import dev.orm.meta.embedded.EmbeddedRecord;
import dev.orm.model.FieldDescription.Flag;
import org.jspecify.annotations.Nullable;

/**
 * A path followed through the metamodel, before anything is joined.
 *
 * @param steps the joins it takes
 * @param relation the relation it ends with; null for a plain field
 * @param targets the columns it stands for; several for a composite key
 * @param model the model it ends in
 * @param segments the joins by segment
 * @param rest the segments that are no fields: transforms and a lookup
 * @param byAttname whether it ends with the name of a relation's raw key
 * @param record the embedded record it ends with; null if it ends with none
 */
public record ResolvedPath(List<Hop> steps, @Nullable RelationModel relation, List<FieldModel> targets,
		EntityModel model, List<Segment> segments, List<String> rest, boolean byAttname,
		@Nullable EmbeddedRecord record) {

	/** Whether there may be several rows behind it. */
	public boolean isMultiValued() {
		return this.steps.stream().anyMatch((hop) -> hop.step().multiValued());
	}

	/**
	 * Whether it ends with a generic key, which is compared with instances of any model.
	 */
	public boolean isGenericKey() {
		return this.targets.size() > 1 && this.targets.get(0).is(Flag.GENERIC_TYPE);
	}

	/** The same path, standing for other columns of the model it ends in. */
	public ResolvedPath comparing(List<FieldModel> columns) {
		return new ResolvedPath(this.steps, this.relation, columns, this.model, this.segments, this.rest,
				this.byAttname, null);
	}

	/**
	 * A join of a path.
	 *
	 * @param step the join
	 * @param filteredRelation the name of the filtered relation it belongs to, or null
	 * @param scoped whether the scopes of its model hold: not for what a key leads to
	 * @param behind the join behind it, if it reaches the join rows of a relation whose
	 * target has scopes that hold
	 */
	public record Hop(JoinStep step, @Nullable String filteredRelation, boolean scoped, @Nullable JoinStep behind) {

		/** A join by a foreign key, to whatever row is there. */
		public static Hop byKey(JoinStep step) {
			return new Hop(step, null, false, null);
		}

		/** A join of a relation. */
		public static Hop of(RelationModel relation, int place, @Nullable String filtered) {
			List<JoinStep> steps = relation.path();
			boolean last = place == steps.size() - 1;
			// of a many-to-many relation the condition restricts the far table only
			return new Hop(steps.get(place), last ? filtered : null, !relation.forward(),
					last ? null : steps.get(place + 1));
		}

		/**
		 * The same join on the way back to an owner, who is there whatever scopes say.
		 */
		public Hop toOwner() {
			return new Hop(this.step, this.filteredRelation, this.scoped && this.behind != null, null);
		}

	}

	/**
	 * A segment and its joins.
	 *
	 * @param name the segment
	 * @param hops its joins
	 */
	public record Segment(String name, List<Hop> hops) {

	}

}
