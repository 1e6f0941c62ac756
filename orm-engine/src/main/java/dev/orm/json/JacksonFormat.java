package dev.orm.json;

import java.util.List;

import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON by Jackson 3; trees are {@link JsonNode}s. Thread-safe. */
public final class JacksonFormat implements JsonFormat {

	private final JsonMapper mapper;

	/**
	 * Create a format.
	 * @param mapper the mapper, usually the application's own
	 */
	public JacksonFormat(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public Class<?> treeType() {
		return JsonNode.class;
	}

	@Override
	public Object toTree(Object value) {
		return (value instanceof JsonNode) ? value : this.mapper.valueToTree(value);
	}

	@Override
	public Object convert(Object value, Class<?> type, List<Class<?>> arguments) {
		return this.mapper.convertValue(value, javaType(type, arguments));
	}

	@Override
	public Object read(String json, Class<?> type, List<Class<?>> arguments) {
		return (type == JsonNode.class) ? this.mapper.readTree(json)
				: this.mapper.readValue(json, javaType(type, arguments));
	}

	@Override
	public String write(Object value) {
		return this.mapper.writeValueAsString(value);
	}

	private JavaType javaType(Class<?> type, List<Class<?>> arguments) {
		return arguments.isEmpty() ? this.mapper.constructType(type)
				: this.mapper.getTypeFactory().constructParametricType(type, arguments.toArray(Class<?>[]::new));
	}

}
