package dev.orm.processor;

import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * How generated code reaches a Java field: by name where the compiler lets it, else
 * through a constant {@code VarHandle}, which the JIT folds to the same machine code.
 */
final class FieldAccess {

	private final VariableElement variable;

	private final TypeMirror type;

	private final GeneratedClass target;

	private final ModelTypes types;

	private final String packageName;

	FieldAccess(VariableElement variable, TypeMirror type, GeneratedClass target, ModelTypes types) {
		this.variable = variable;
		this.type = type;
		this.target = target;
		this.types = types;
		this.packageName = types.packageOf(target.model().element());
	}

	private String name() {
		return this.variable.getSimpleName().toString();
	}

	boolean isDirect() {
		if (this.variable.getModifiers().contains(Modifier.PUBLIC)) {
			return true;
		}
		return !this.variable.getModifiers().contains(Modifier.PRIVATE) && isInheritedWithinPackage();
	}

	private boolean isInheritedWithinPackage() {
		TypeElement owner = ModelTypes.owner(this.variable);
		TypeElement type = this.target.model().element();
		while (type != null) {
			if (!this.types.packageOf(type).equals(this.packageName)) {
				return false;
			}
			if (type.equals(owner)) {
				return true;
			}
			type = ModelTypes.superclass(type);
		}
		return false;
	}

	String constant() {
		return name() + "Handle";
	}

	/**
	 * The declaration of the constant; the owner of an invisible parent is found from the
	 * model upwards.
	 */
	String declaration(String varHandle) {
		return "private static final %s %s = handle(%s, \"%s\", %s.class);".formatted(varHandle, constant(),
				ownerLiteral(), name(), erased());
	}

	private String ownerLiteral() {
		TypeElement owner = ModelTypes.owner(this.variable);
		if (this.types.isVisible(owner, this.packageName)) {
			return TypeText.name(owner) + ".class";
		}
		StringBuilder literal = new StringBuilder(this.target.modelName() + ".class");
		for (TypeElement type = this.target.model().element(); type != null
				&& !type.equals(owner); type = ModelTypes.superclass(type)) {
			literal.append(".getSuperclass()");
		}
		return literal.toString();
	}

	/**
	 * The field's type as the virtual machine sees it: that of a type variable is its
	 * bound.
	 */
	private String erased() {
		return TypeText.of(erasure(this.variable.asType()));
	}

	private TypeMirror erasure(TypeMirror type) {
		return this.types.types().erasure(type);
	}

	/**
	 * An instance as the type that declares the field, so that the handle is called with
	 * its exact types.
	 */
	private String receiver(String instance) {
		TypeElement owner = ModelTypes.owner(this.variable);
		if (owner.equals(this.target.model().element()) || !this.types.isVisible(owner, this.packageName)) {
			return instance;
		}
		return "(" + TypeText.name(owner) + ") " + instance;
	}

	String get(String instance) {
		if (isDirect()) {
			return instance + "." + name();
		}
		return "(%s) %s.get(%s)".formatted(erased(), constant(), receiver(instance));
	}

	/** The statement that sets the field to an expression of its type. */
	String set(String instance, String value) {
		if (isDirect()) {
			return "%s.%s = %s".formatted(instance, name(), value);
		}
		boolean sameType = this.types.types().isSameType(erasure(this.variable.asType()), erasure(this.type));
		return "%s.set(%s, %s)".formatted(constant(), receiver(instance),
				sameType ? value : "(%s) (%s)".formatted(erased(), value));
	}

	/** The statement that sets the field to an object known to be of its type. */
	String setUnchecked(String instance, String object) {
		if (isDirect()) {
			return set(instance, "(%s) %s".formatted(TypeText.of(this.type), object));
		}
		return "%s.set(%s, (%s) %s)".formatted(constant(), receiver(instance), erased(), object);
	}

}
