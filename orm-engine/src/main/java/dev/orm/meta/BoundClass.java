package dev.orm.meta;

import java.util.Set;
import java.util.function.Supplier;

import dev.orm.declare.Declarations;
import dev.orm.declare.Declaring;
import dev.orm.meta.index.DescribedModel;
import dev.orm.meta.index.Untold;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * What reads and writes the instances of a model's class, loaded when it is first needed.
 * Thread-safe: threads that need it at once get the same binding, and readers that do the
 * same.
 */
final class BoundClass {

	private final Supplier<EntityBinding<Model>> source;

	private final Set<Untold> untold;

	private ValueType[] types = {};

	private volatile @Nullable EntityBinding<Model> binding;

	private volatile @Nullable ModelReader reader;

	BoundClass(DescribedModel model) {
		this.source = model.binding();
		this.untold = model.untold();
	}

	/** Whether only the class itself tells. */
	boolean mayTell(Untold what) {
		return this.untold.contains(what);
	}

	/** What Meta methods say. A class without any is not loaded to find that out. */
	Declarations declarations(String name) {
		return mayTell(Untold.DECLARATIONS) ? Declaring.of(name, binding()) : Declarations.NONE;
	}

	/** Told the types of the fields, by index, before anybody reads. */
	void types(ValueType[] all) {
		this.types = all.clone();
	}

	EntityBinding<Model> binding() {
		EntityBinding<Model> known = this.binding;
		return (known != null) ? known : bind();
	}

	private EntityBinding<Model> bind() {
		EntityBinding<Model> found = this.source.get();
		this.binding = found;
		return found;
	}

	ModelReader reader(EntityModel model) {
		ModelReader known = this.reader;
		return (known != null) ? known : makeReader(model);
	}

	private ModelReader makeReader(EntityModel model) {
		ModelReader made = new ModelReader(model, this.types);
		this.reader = made;
		return made;
	}

}
