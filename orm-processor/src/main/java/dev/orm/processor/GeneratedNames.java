package dev.orm.processor;

import java.util.HashMap;
import java.util.Map;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

import org.jspecify.annotations.Nullable;

/**
 * Names what is generated. Bindings are found by the class name at run time, so a nested
 * class always keeps its outer name; paths are read by people, so a nested class drops it
 * where that is unambiguous in the package.
 */
final class GeneratedNames {

	private final ModelTypes types;

	/** How many models of the compilation share a simple name in a package. */
	private final Map<String, Integer> occurrences = new HashMap<>();

	GeneratedNames(ModelTypes types) {
		this.types = types;
	}

	void register(TypeElement model) {
		this.occurrences.merge(shortName(model), 1, Integer::sum);
	}

	/**
	 * The simple name of the binding or the deferred subclass. The dollars keep Spring's
	 * scan for components from reading their class files, and names people give free.
	 */
	String flatName(TypeElement model, String suffix) {
		String binary = this.types.elements().getBinaryName(model).toString();
		return binary.substring(binary.lastIndexOf('.') + 1).replace('$', '_') + suffix;
	}

	/** The qualified name of the path of any model, of this compilation or another. */
	String pathName(TypeElement model) {
		String packageName = this.types.packageOf(model);
		String shortName = shortName(model);
		boolean isShort = this.occurrences.containsKey(shortName) ? this.occurrences.get(shortName) == 1
				: leadsTo(this.types.elements().getTypeElement(shortName), model);
		return isShort ? shortName : SourceText.qualified(packageName, flatName(model, "Path"));
	}

	private String shortName(TypeElement model) {
		return SourceText.qualified(this.types.packageOf(model), model.getSimpleName() + "Path");
	}

	private boolean leadsTo(@Nullable TypeElement path, TypeElement model) {
		if (path == null || !(path.getSuperclass() instanceof DeclaredType type)
				|| type.getTypeArguments().size() != 2) {
			return false;
		}
		TypeMirror target = type.getTypeArguments().get(1);
		return target instanceof DeclaredType declared && declared.asElement().equals(model);
	}

}
