package dev.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.resolve.RowShape;
import dev.orm.type.RowReader;
import org.jspecify.annotations.Nullable;

/** Makes instances of the rows of one result. Used by one thread. */
final class InstanceReader {

	private final EntityReader root;

	private final RowShape.Value[] annotations;

	InstanceReader(RowShape.Instances shape, Supplier<ResultContext> contexts, RelatedManagers managers) {
		this.root = new EntityReader(shape.entity(), contexts, managers);
		this.annotations = shape.annotations().toArray(RowShape.Value[]::new);
	}

	List<Model> readAll(RowReader rows) {
		List<Model> instances = new ArrayList<>();
		while (rows.next()) {
			instances.add(read(rows));
		}
		return instances;
	}

	Model read(RowReader row) {
		Model instance = this.root.read(row);
		if (this.annotations.length > 0) {
			Map<String, @Nullable Object> values = InstanceState.of(instance).annotations();
			for (RowShape.Value annotation : this.annotations) {
				values.put(annotation.name(), row.get(annotation.column(), annotation.type()));
			}
		}
		return instance;
	}

}
