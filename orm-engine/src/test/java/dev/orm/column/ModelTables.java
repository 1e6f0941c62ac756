package dev.orm.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.orm.meta.ModelRegistry;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.model.ModelSchema;
import dev.orm.model.Model;
import dev.orm.schema.Schema;
import dev.orm.type.TypeRegistry;

/** Makes the tables of models as migrations would, so that tests prove both. */
public final class ModelTables {

	private ModelTables() {
	}

	public static Schema schema(TypeRegistry types, List<Class<? extends Model>> models) {
		return ModelSchema.of(ModelRegistry.link(models, types));
	}

	/** The statements, after those given. */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public static String[] of(List<String> before, Class<? extends Model>... models) {
		return of(TypeRegistry.standard(), before, Arrays.asList(models));
	}

	public static String[] of(TypeRegistry types, List<String> before, List<Class<? extends Model>> models) {
		Schema schema = schema(types, models);
		List<String> statements = new ArrayList<>(before);
		statements.addAll(new DdlWriter(false).create(schema, SchemaDiff.of(Schema.empty(), schema).changes()));
		return statements.toArray(String[]::new);
	}

}
