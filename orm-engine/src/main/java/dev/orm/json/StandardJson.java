package dev.orm.json;

import java.util.List;

import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON format where nobody chose another: Jackson where it is on the class path, else
 * one that says what to add.
 */
public final class StandardJson {

	public static final JsonFormat FORMAT = create();

	private StandardJson() {
	}

	private static JsonFormat create() {
		boolean present = ClassUtils.isPresent("tools.jackson.databind.json.JsonMapper",
				StandardJson.class.getClassLoader());
		return present ? Jackson.format() : new AbsentFormat();
	}

	/** Keeps Jackson's classes out of the way where it is absent. */
	private static final class Jackson {

		static JsonFormat format() {
			return new JacksonFormat(JsonMapper.builder().build());
		}

	}

	/** Trees without a library are not possible; columns of other types still are. */
	private static final class AbsentFormat implements JsonFormat {

		@Override
		public Class<?> treeType() {
			return Object.class;
		}

		@Override
		public Object toTree(Object value) {
			throw absent();
		}

		@Override
		public Object convert(Object value, Class<?> type, List<Class<?>> arguments) {
			throw absent();
		}

		@Override
		public Object read(String json, Class<?> type, List<Class<?>> arguments) {
			throw absent();
		}

		@Override
		public String write(Object value) {
			throw absent();
		}

		private static IllegalStateException absent() {
			return new IllegalStateException(
					"JSON columns need a JSON library: add tools.jackson.core:jackson-databind "
							+ "to the class path or give the TypeRegistry a JsonFormat");
		}

	}

}
