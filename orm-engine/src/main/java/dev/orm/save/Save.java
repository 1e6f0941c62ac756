package dev.orm.save;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.expression.node.Node;
import dev.orm.instance.OwnTable;
import dev.orm.instance.WriteModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.InstanceState;
import dev.orm.model.LoadContext;
import dev.orm.model.Model;
import dev.orm.persist.SaveOptions;
import org.jspecify.annotations.Nullable;

/** One save on its way. Used by one thread. */
public final class Save {

	private final Model instance;

	private final WriteModel model;

	private final SaveOptions options;

	private final boolean adding;

	private final Map<FieldModel, Node> expressions;

	private final @Nullable Set<FieldModel> restriction;

	/** The version of the row; the instance gets it once all tables are written. */
	private @Nullable Object counted;

	Save(Model instance, WriteModel model, SaveOptions options) {
		this.instance = instance;
		this.model = model;
		this.options = options;
		LoadContext context = InstanceState.context(instance);
		this.adding = context == null || !context.database().equals(options.route().alias());
		this.expressions = UpdateFields.expressions(model.model(), options.expressions(), this.adding);
		this.restriction = UpdateFields.restriction(model, instance, options, this.adding, this.expressions.keySet());
	}

	Model instance() {
		return this.instance;
	}

	WriteModel model() {
		return this.model;
	}

	SaveOptions options() {
		return this.options;
	}

	boolean adding() {
		return this.adding;
	}

	Map<FieldModel, Node> expressions() {
		return this.expressions;
	}

	boolean isComputed(List<FieldModel> fields) {
		return !this.expressions.isEmpty() && fields.stream().anyMatch(this.expressions::containsKey);
	}

	NewRows batch(List<FieldModel> leftOut) {
		IdentityHashMap<Model, Map<FieldModel, Node>> computed = new IdentityHashMap<>();
		computed.put(this.instance, this.expressions);
		return new NewRows(this.model, List.of(this.instance), computed, leftOut);
	}

	/**
	 * A new instance without version cannot have been read from the row it would update.
	 */
	boolean isFirstVersion() {
		FieldModel version = this.model.version();
		return this.adding && version != null && version.value(this.instance) == null;
	}

	@Nullable Object counted() {
		return this.counted;
	}

	void counted(@Nullable Object version) {
		this.counted = version;
	}

	/** A loaded instance with a version does not come back to life. */
	boolean isStale() {
		return this.model.version() != null && !this.adding;
	}

	/**
	 * The fields whose values the write needs: those it is restricted to and the version,
	 * without what the database computes.
	 */
	Collection<FieldModel> needed() {
		FieldModel version = this.model.version();
		Set<FieldModel> fields = new LinkedHashSet<>(
				(this.restriction != null) ? this.restriction : this.model.model().fields());
		if (version != null) {
			fields.add(version);
		}
		fields.removeAll(this.expressions.keySet());
		if (this.restriction != null) {
			this.model.always().forEach(fields::remove);
		}
		return fields;
	}

	List<FieldModel> written(OwnTable own) {
		if (this.restriction == null) {
			return own.updatable();
		}
		List<FieldModel> written = new ArrayList<>();
		for (FieldModel field : own.updatable()) {
			if (this.restriction.contains(field) || field == this.model.versionOf(own)) {
				written.add(field);
			}
		}
		return written;
	}

	Collection<FieldModel> relations() {
		if (this.restriction == null) {
			return this.model.relations();
		}
		return this.model.relations().stream().filter(this.restriction::contains).toList();
	}

}
