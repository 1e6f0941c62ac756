package dev.orm.migration;

import java.util.function.Consumer;

import dev.orm.declare.Declaring;
import dev.orm.declare.Meta;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.row.RowReader;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/** The binding of a model that is only described: it has no instances. */
public final class DescribedBinding extends EntityBinding<Model> implements Declaring<Model> {

	private final ModelDescription description;

	private final Consumer<Meta<Model>> meta;

	public DescribedBinding(ModelDescription description) {
		this(description, (meta) -> {
		});
	}

	/** Bind a description and what a Meta method of the model would say. */
	public DescribedBinding(ModelDescription description, Consumer<Meta<Model>> meta) {
		this.description = description;
		this.meta = meta;
	}

	@Override
	public void declare(Meta<Model> target) {
		this.meta.accept(target);
	}

	@Override
	public ModelDescription describe() {
		return this.description;
	}

	@Override
	public Model newInstance() {
		throw new UnsupportedOperationException("A description has no instances");
	}

	@Override
	public Model newDeferred() {
		return newInstance();
	}

	@Override
	public boolean isDeferrable(int field) {
		return false;
	}

	@Override
	public void read(Model target, RowReader row, ValueType[] types, int column) {
		newInstance();
	}

	@Override
	public void read(Model target, RowReader row, ValueType[] types, int field, int column) {
		newInstance();
	}

	@Override
	public @Nullable Object get(Model instance, int field) {
		return newInstance();
	}

	@Override
	public void set(Model instance, int field, @Nullable Object value) {
		newInstance();
	}

	@Override
	public void born(Model instance) {
		newInstance();
	}

}
