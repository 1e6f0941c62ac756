package dev.orm.validate.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.meta.FieldModel;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON document says of fields: by their names, or, of the components of a record,
 * by objects in objects. Used by one thread.
 *
 * @param values what is there, by the name of the field
 * @param misplaced fields that would be in an object, where something else stands
 */
record GivenDocument(Map<String, @Nullable Object> values, Set<String> misplaced) {

	static GivenDocument of(Map<String, ? extends @Nullable Object> tree, List<FieldModel> fields) {
		GivenDocument given = new GivenDocument(new HashMap<>(), new HashSet<>());
		fields.forEach((field) -> given.read(tree, field.name(), field.name()));
		return given;
	}

	private void read(Map<?, ?> object, String rest, String name) {
		if (object.containsKey(rest)) {
			this.values.put(name, object.get(rest));
			return;
		}
		int end = rest.indexOf("__");
		String own = (end < 0) ? rest : rest.substring(0, end);
		if (!object.containsKey(own)) {
			return;
		}
		Object inside = object.get(own);
		if (inside instanceof Map<?, ?> within) {
			read(within, rest.substring(end + 2), name);
		}
		else {
			this.values.put(name, inside);
			if (inside != null) {
				this.misplaced.add(name);
			}
		}
	}

}
