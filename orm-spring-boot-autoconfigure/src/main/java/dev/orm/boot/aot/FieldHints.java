package dev.orm.boot.aot;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;

import dev.orm.annotation.Choices;
import dev.orm.model.Model;
import dev.orm.type.FieldType;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;

/**
 * What annotations of fields name, and how the values of fields are known.
 *
 * @param hints where it is written down
 */
record FieldHints(ReflectionHints hints) {

	void register(Class<? extends Model> model) {
		for (Class<?> type = model; type != null && type != Model.class; type = type.getSuperclass()) {
			// annotations of fields make types
			this.hints.registerType(type, MemberCategory.ACCESS_DECLARED_FIELDS);
			for (Field field : type.getDeclaredFields()) {
				register(field);
			}
		}
	}

	private void register(Field field) {
		Choices choices = field.getAnnotation(Choices.class);
		if (choices != null) {
			value(choices.value(), this.hints);
			if (!choices.value().isEnum()) {
				this.hints.registerType(choices.value(), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
			}
		}
		for (Annotation annotation : field.getAnnotations()) {
			FieldType made = annotation.annotationType().getAnnotation(FieldType.class);
			if (made != null) {
				this.hints.registerType(made.value(), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
			}
		}
	}

	/** The constants of an enum are looked at for annotations. */
	static void value(Class<?> type, ReflectionHints hints) {
		if (type.isEnum()) {
			hints.registerType(type, MemberCategory.ACCESS_PUBLIC_FIELDS);
		}
		else {
			hints.registerType(type);
		}
	}

}
