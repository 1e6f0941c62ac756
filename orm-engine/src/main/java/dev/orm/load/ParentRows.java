package dev.orm.load;

import dev.orm.load.follow.Keys;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Makes the instances of a parent's table of what their children have, without a query
 * (multi-table inheritance). Django's {@code ForwardOneToOneDescriptor}.
 */
final class ParentRows {

	private final RelationModel link;

	private final ResultContext context;

	private final @Nullable String back;

	/**
	 * Create for children of one result.
	 * @param link the link of the child to its parent
	 * @param context what the parents share
	 */
	ParentRows(RelationModel link, ResultContext context) {
		this.link = link;
		this.context = context;
		this.back = link.oneToOneBack();
	}

	/** Whether a child has all fields of its parent. */
	static boolean areLoaded(Model child, RelationModel link) {
		InstanceState state = InstanceState.ifPresent(child);
		return state == null || link.target()
			.fields()
			.stream()
			.noneMatch((field) -> state.deferred().get(inherited(link, field).index()));
	}

	void make(Model child) {
		Model parent = this.link.target().binding().newInstance();
		for (FieldModel field : this.link.target().fields()) {
			DeferredFetcher.set(parent, field, Keys.value(child, inherited(this.link, field)));
		}
		this.context.attachPeer(parent);
		if (this.back != null) {
			InstanceState.of(parent).related().put(this.back, child);
		}
		Keys.handle(child, this.link).cache(parent);
	}

	private static FieldModel inherited(RelationModel link, FieldModel field) {
		return link.source().field(field.name()).orElseThrow();
	}

}
