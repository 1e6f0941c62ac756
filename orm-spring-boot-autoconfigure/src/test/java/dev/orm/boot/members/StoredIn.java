package dev.orm.boot.members;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

import dev.orm.type.FieldType;
import dev.orm.type.TypeRequest;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypeFactory;

/** The path of a file below a folder. The column holds what comes after the folder. */
// tag::type[]
@FieldType(StoredIn.Factory.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredIn {

	/** The folder, with a slash at its end. */
	String value();

	class Factory implements ValueTypeFactory {

		@Override
		public Optional<ValueType> create(TypeRequest field) {
			String folder = field.annotation(StoredIn.class).orElseThrow().value();
			return Optional
				.of(field.next().mapping((String path) -> name(folder, path), (String name) -> folder + name));
		}

		private static String name(String folder, String path) {
			if (!path.startsWith(folder) || path.contains("..")) {
				throw new IllegalArgumentException("'%s' is no file of '%s'".formatted(path, folder));
			}
			return path.substring(folder.length());
		}

	}

}
// end::type[]
