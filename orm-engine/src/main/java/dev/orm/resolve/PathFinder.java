package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.error.FieldException;
import dev.orm.expression.node.Clause;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.FirstField;
import dev.orm.meta.JoinStep;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Suggestions;
import dev.orm.meta.embedded.EmbeddedRecord;
import dev.orm.query.Paths;
import dev.orm.resolve.follow.FilteredPath;
import dev.orm.resolve.follow.RecordOperands;
import dev.orm.resolve.follow.ResolvedPath;
import org.jspecify.annotations.Nullable;

/**
 * Follows a path through the metamodel as far as it goes. Django's
 * {@code Query.names_to_path}. One instance follows one path.
 */
final class PathFinder {

	private final Map<String, Clause.FilteredRelation> filteredRelations;

	private final EntityModel root;

	private final List<String> names;

	private final List<ResolvedPath.Hop> hops = new ArrayList<>();

	private final List<ResolvedPath.Segment> segments = new ArrayList<>();

	private EntityModel model;

	private List<FieldModel> targets = List.of();

	private @Nullable RelationModel relation;

	private boolean byAttname;

	private @Nullable EmbeddedRecord record;

	private PathFinder(EntityModel root, List<String> names, Map<String, Clause.FilteredRelation> filteredRelations) {
		this.root = root;
		this.model = root;
		this.names = names;
		this.filteredRelations = filteredRelations;
	}

	static ResolvedPath find(SelectQuery query, List<String> names) {
		FilteredPath filtering = query.filtering();
		return find(query, query.model, (filtering != null) ? filtering.follow(names) : names);
	}

	/**
	 * Follow a path from a model of the query.
	 * @throws FieldException if not even the first segment is known
	 */
	static ResolvedPath find(SelectQuery query, EntityModel start, List<String> names) {
		return new PathFinder(start, names, query.filteredRelations()).find(query.annotations.all().keySet());
	}

	private ResolvedPath find(Iterable<String> annotations) {
		int position = 0;
		Followed followed = Followed.RELATION;
		while (followed == Followed.RELATION && position < this.names.size()) {
			followed = follow(this.names.get(position), position);
			int taken = (followed != Followed.NOTHING) ? 1 : followSeveral(position);
			followed = (followed == Followed.NOTHING && taken > 0) ? Followed.FIELD : followed;
			position += taken;
		}
		if (position == 0) {
			throw unknown(this.names.get(0), annotations);
		}
		return new ResolvedPath(List.copyOf(this.hops), this.relation, this.targets, this.model,
				List.copyOf(this.segments), List.copyOf(this.names.subList(position, this.names.size())),
				this.byAttname, this.record);
	}

	private Followed follow(String name, int position) {
		Clause.FilteredRelation filtered = (position == 0) ? this.filteredRelations.get(name) : null;
		if (filtered != null) {
			followFiltered(name, filtered);
			return Followed.RELATION;
		}
		Optional<RelationModel> found = this.model.relation(name);
		if (found.isPresent()) {
			followRelation(name, found.get(), null);
			return Followed.RELATION;
		}
		if (name.equals("pk") && this.model.hasCompositeKey()) {
			this.relation = null;
			this.targets = this.model.key();
			return Followed.FIELD;
		}
		return this.model.field(name).map((field) -> followField(name, field)).orElse(Followed.NOTHING);
	}

	/**
	 * A component of an embedded record is a field named after both; a generic key is the
	 * columns named after it.
	 * @return the number of segments it takes; 0 if there is none
	 */
	private int followSeveral(int position) {
		Optional<FieldModel> found = FirstField.of(this.model, this.names, position);
		found.ifPresent((field) -> followField(field.name(), field));
		if (found.isPresent()) {
			return FirstField.length(found.get());
		}
		int generic = followGenericKey(this.names.get(position));
		return (generic > 0) ? generic : followRecord(position);
	}

	/** A record stands for its columns, and is compared with records alone. */
	private int followRecord(int position) {
		for (int end = this.names.size(); end > position; end--) {
			String name = String.join("__", this.names.subList(position, end));
			boolean lookup = end == this.names.size()
					|| (end == this.names.size() - 1 && RecordOperands.LOOKUPS.contains(this.names.get(end)));
			EmbeddedRecord found = lookup ? EmbeddedRecord.find(this.model, name).orElse(null) : null;
			if (found != null) {
				followField(name, found.columns().get(0));
				this.targets = found.columns();
				this.record = found;
				return end - position;
			}
		}
		return 0;
	}

	private int followGenericKey(String name) {
		List<FieldModel> columns = FirstField.ofGenericKey(this.model, name);
		if (columns.isEmpty()) {
			return 0;
		}
		followField(name, columns.get(0));
		this.targets = columns;
		return 1;
	}

	private void followFiltered(String name, Clause.FilteredRelation filtered) {
		List<String> path = Paths.split(filtered.relation());
		for (String segment : path.subList(0, path.size() - 1)) {
			followRelation(segment, relation(segment), null);
		}
		followRelation(name, relation(path.get(path.size() - 1)), name);
	}

	private RelationModel relation(String segment) {
		return this.model.relation(segment).orElseThrow(() -> unknown(segment, List.of()));
	}

	private Followed followField(String name, FieldModel field) {
		RelationModel key = field.relation();
		if (key != null) {
			followRelation(name, key, null);
			this.byAttname = !name.equals("pk");
			return Followed.RELATION;
		}
		List<ResolvedPath.Hop> taken = new ArrayList<>();
		toOwner(field.owner(), taken);
		this.hops.addAll(taken);
		this.relation = null;
		this.targets = List.of(field);
		return Followed.FIELD;
	}

	private void followRelation(String name, RelationModel next, @Nullable String filtered) {
		List<ResolvedPath.Hop> taken = new ArrayList<>();
		toOwner(next.path().get(0).from(), taken);
		for (int i = 0; i < next.path().size(); i++) {
			taken.add(ResolvedPath.Hop.of(next, i, filtered));
		}
		this.hops.addAll(taken);
		this.segments.add(new ResolvedPath.Segment(name, List.copyOf(taken)));
		this.relation = next;
		this.byAttname = false;
		this.model = next.target();
		this.targets = List.of(target(next));
	}

	private static FieldModel target(RelationModel relation) {
		JoinStep last = relation.path().get(relation.path().size() - 1);
		return last.direct() ? last.toField() : relation.target().pk();
	}

	/**
	 * Join the parent tables up to the one that has a column (multi-table inheritance).
	 */
	private void toOwner(EntityModel owner, List<ResolvedPath.Hop> taken) {
		EntityModel current = this.model.concrete();
		while (current != owner.concrete() && current.parent() != null) {
			JoinStep link = parentLink(current);
			taken.add(ResolvedPath.Hop.byKey(link));
			current = link.to().concrete();
		}
	}

	static JoinStep parentLink(EntityModel child) {
		RelationModel link = child.pk().relation();
		if (link == null) {
			throw new IllegalStateException(child + " has no link to its parent");
		}
		return link.path().get(0);
	}

	private FieldException unknown(String name, Iterable<String> annotations) {
		List<String> choices = new ArrayList<>(this.model.choices());
		annotations.forEach(choices::add);
		return Suggestions.unknown(name, String.join("__", this.names), this.root.name(), choices);
	}

	private enum Followed {

		/** A relation; the path may go on. */
		RELATION,
		/** A column; what follows are transforms. */
		FIELD,
		/** Not known here. */
		NOTHING

	}

}
