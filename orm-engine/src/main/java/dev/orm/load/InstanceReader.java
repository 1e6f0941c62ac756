package dev.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.resolve.RowShape;
import dev.orm.row.ColumnReader;
import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;

/** Makes instances of the rows of results of one plan. Thread-safe. */
final class InstanceReader {

	private final EntityReader root;

	private final Annotation[] annotations;

	private final List<ColumnReader> beside;

	InstanceReader(RowShape.Instances shape) {
		this.root = new EntityReader(shape.entity());
		this.annotations = shape.annotations()
			.stream()
			.map((value) -> new Annotation(value.name(), new ColumnReader(value.column(), value.type())))
			.toArray(Annotation[]::new);
		this.beside = shape.beside().stream().map((value) -> new ColumnReader(value.column(), value.type())).toList();
	}

	List<Model> readAll(RowReader rows, ResultContext context) {
		List<Model> instances = new ArrayList<>();
		while (rows.next()) {
			instances.add(read(rows, context));
		}
		return instances;
	}

	Model read(RowReader row, ResultContext context) {
		Model instance = this.root.read(row, context);
		if (this.annotations.length > 0) {
			Map<String, @Nullable Object> values = InstanceState.of(instance).annotations();
			for (Annotation annotation : this.annotations) {
				values.put(annotation.name(), annotation.column().read(row));
			}
		}
		if (!this.beside.isEmpty()) {
			InstanceState.of(instance).keepBeside(beside(row));
		}
		this.root.loaded(instance);
		return instance;
	}

	private List<@Nullable Object> beside(RowReader row) {
		List<@Nullable Object> values = new ArrayList<>(this.beside.size());
		for (ColumnReader column : this.beside) {
			values.add(column.read(row));
		}
		return values;
	}

	private record Annotation(String name, ColumnReader column) {

	}

}
