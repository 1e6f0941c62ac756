package dev.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

import dev.orm.processor.DeclaredField.ColumnOptions;
import dev.orm.processor.EmbeddedRecord.Component;

/** Reads the two columns of a generic key: the table of the target, and its key. */
final class GenericKeys {

	private static final int TABLE_LENGTH = 63;

	private final ModelTypes types;

	private final AttributeTypes attributeTypes;

	private final Problems problems;

	GenericKeys(ModelTypes types, AttributeTypes attributeTypes, Problems problems) {
		this.types = types;
		this.attributeTypes = attributeTypes;
		this.problems = problems;
	}

	static boolean isKey(TypeMirror type) {
		return ModelTypes.isHandle(type, EngineNames.GENERIC_KEY);
	}

	/** The class of the key; null for a raw handle. */
	static Optional<TypeMirror> keyType(TypeMirror type) {
		List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
		return (arguments.size() == 1 && arguments.get(0).getKind() == TypeKind.DECLARED)
				? Optional.of(arguments.get(0)) : Optional.empty();
	}

	List<DeclaredField> parts(TypeElement model, VariableElement holder, TypeMirror type, boolean nullable) {
		Optional<TypeMirror> key = keyType(type).filter((found) -> this.attributeTypes.of(found).isPresent());
		if (key.isEmpty()) {
			this.problems.error(model, holder,
					"%s.%s is a generic key that does not say what keys it holds: give it a type argument, as in "
							+ "GenericKey<Long>",
					model.getSimpleName(), holder);
			return List.of();
		}
		TypeMirror text = this.types.elements().getTypeElement("java.lang.String").asType();
		targets(model, holder, key.get());
		EmbeddedRecord both = new EmbeddedRecord((TypeElement) ((DeclaredType) type).asElement(),
				List.of(new Component("type", text, !nullable, null), new Component("id", key.get(), !nullable, null)),
				nullable);
		return List.of(part(new EmbeddedPart(holder, both, 0)), part(new EmbeddedPart(holder, both, 1)));
	}

	private DeclaredField part(EmbeddedPart part) {
		Component component = part.record().components().get(part.place());
		boolean table = part.place() == 0;
		List<String> flags = new ArrayList<>(List.of(table ? "GENERIC_TYPE" : "GENERIC_ID"));
		if (part.record().nullable()) {
			flags.add("NULLABLE");
		}
		ColumnOptions column = new ColumnOptions(NamingRules.snakeCase(part.attribute()) + "_" + component.name(), "",
				table ? TABLE_LENGTH : 0, 0, 0, "", flags, ColumnDetails.NONE, ColumnReader.words(part.holder()));
		return new DeclaredField(part.attribute() + "__" + component.name(), component.type(), part.holder(),
				this.attributeTypes.of(component.type()).orElseThrow(), column, null, part);
	}

	/** The models {@code @Targets} names; empty for any. */
	static List<TypeElement> targets(VariableElement holder) {
		return AnnotationValues.find(holder, EngineNames.TARGETS)
			.map((values) -> values.types("value"))
			.orElse(List.of());
	}

	private void targets(TypeElement model, VariableElement holder, TypeMirror key) {
		for (TypeElement target : targets(holder)) {
			TypeMirror targetKey = this.types.isModel(target) ? this.types.keyType(target, "") : null;
			if (targetKey == null) {
				this.problems.error(model, holder, "@Targets of %s.%s names %s, which is no model with one key",
						model.getSimpleName(), holder, target.getSimpleName());
			}
			else if (!this.types.types().isSameType(this.attributeTypes.boxed(targetKey), key)) {
				this.problems.error(model, holder,
						"%s.%s is a GenericKey<%s>, but the key of %s, which @Targets names, is %s",
						model.getSimpleName(), holder, ((DeclaredType) key).asElement().getSimpleName(),
						target.getSimpleName(), targetKey);
			}
		}
	}

}
