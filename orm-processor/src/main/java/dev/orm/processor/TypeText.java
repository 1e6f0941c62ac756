package dev.orm.processor;

import java.util.Locale;
import java.util.stream.Collectors;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Writes types as source, without their annotations: {@code TypeMirror.toString()} would
 * include those.
 */
final class TypeText extends SimpleTypeVisitor14<String, Void> {

	private static final TypeText TEXT = new TypeText();

	private TypeText() {
	}

	/** Write a type, whatever it mentions in full. */
	static String of(TypeMirror type) {
		return type.accept(TEXT, null);
	}

	/** Write a class in full. */
	static String name(TypeElement type) {
		return type.getQualifiedName().toString();
	}

	@Override
	public String visitPrimitive(PrimitiveType type, Void nothing) {
		return type.getKind().name().toLowerCase(Locale.ROOT);
	}

	@Override
	public String visitNoType(NoType type, Void nothing) {
		return "void";
	}

	@Override
	public String visitArray(ArrayType type, Void nothing) {
		return of(type.getComponentType()) + "[]";
	}

	@Override
	public String visitDeclared(DeclaredType type, Void nothing) {
		String name = name((TypeElement) type.asElement());
		if (type.getTypeArguments().isEmpty()) {
			return name;
		}
		return name + type.getTypeArguments().stream().map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
	}

	@Override
	public String visitWildcard(WildcardType type, Void nothing) {
		if (type.getExtendsBound() != null) {
			return "? extends " + of(type.getExtendsBound());
		}
		return (type.getSuperBound() != null) ? "? super " + of(type.getSuperBound()) : "?";
	}

	@Override
	protected String defaultAction(TypeMirror type, Void nothing) {
		return type.toString();
	}

}
