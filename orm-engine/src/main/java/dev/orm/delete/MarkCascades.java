package dev.orm.delete;

import java.util.List;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.SoftDeletion;
import dev.orm.routing.Route;
import dev.orm.signal.Lifecycle;
import dev.orm.write.RowFilter;
import org.jspecify.annotations.Nullable;

/**
 * What goes with rows that are marked as deleted: rows that have marks too, along
 * cascades. What else points to them still does, and is left alone; what protects or
 * restricts may refuse. Thread-safe.
 */
final class MarkCascades implements Cascades {

	private final @Nullable Lifecycle lifecycle;

	private final @Nullable Object mark;

	private MarkCascades(@Nullable Lifecycle lifecycle, @Nullable Object mark) {
		this.lifecycle = lifecycle;
		this.mark = mark;
	}

	/** Go to rows that live. */
	static MarkCascades toLiving(Lifecycle lifecycle) {
		return new MarkCascades(lifecycle, null);
	}

	/** Go to rows that bear the same mark; nothing refuses, and nobody is told. */
	static MarkCascades toMarked(Object mark) {
		return new MarkCascades(null, mark);
	}

	@Override
	public List<RelationModel> of(EntityModel model) {
		return model.relations()
			.stream()
			.filter((relation) -> relation.field() != null && !relation.forward())
			.filter((relation) -> marks(model, relation) || refuses(relation))
			.toList();
	}

	/** The row of a child is marked by that of its parent. */
	private static boolean marks(EntityModel model, RelationModel relation) {
		SoftDeletion own = model.softDeletion();
		SoftDeletion other = relation.target().softDeletion();
		return relation.onDelete() == OnDeleteAction.CASCADE && own != null && other != null
				&& !(relation.foreignKey().isParentLink() && own.table() == other.table());
	}

	private boolean refuses(RelationModel relation) {
		OnDeleteAction action = relation.onDelete();
		return this.lifecycle != null && (action == OnDeleteAction.PROTECT || action == OnDeleteAction.RESTRICT);
	}

	@Override
	public boolean isFast(EntityModel model, @Nullable FieldModel from) {
		return of(model).isEmpty() && (this.lifecycle == null || !this.lifecycle.isAroundDelete(model));
	}

	@Override
	public @Nullable Object replacement(OnDeleteAction action, FieldModel key, Route route) {
		throw new IllegalStateException(action + " is not followed by marks");
	}

	@Override
	public RowFilter among(EntityModel model, RowFilter rows) {
		SoftDeletion deletion = model.softDeletion();
		return (deletion != null) ? rows.same(field(model, deletion), this.mark) : rows;
	}

	private static FieldModel field(EntityModel model, SoftDeletion deletion) {
		return model.field(deletion.mark().name()).orElse(deletion.mark());
	}

}
