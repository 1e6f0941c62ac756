package dev.orm.model;

import dev.orm.error.ModelDefinitionException;

/** A model class for which the annotation processor did not run. */
public class MissingMetamodelException extends ModelDefinitionException {

	private final transient Class<?> model;

	/**
	 * Create the exception.
	 * @param model the class without metamodel
	 * @param cause what was thrown below
	 */
	public MissingMetamodelException(Class<?> model, Throwable cause) {
		super("""
				Model %s has no generated metamodel: the annotation processor did not run when it was compiled.
				  hint: add orm-processor to the annotationProcessorPaths of maven-compiler-plugin; without any \
				such path, javac 23 and later need <maven.compiler.proc>full</maven.compiler.proc>"""
			.formatted(model.getName()), cause);
		this.model = model;
	}

	/**
	 * Return the class without metamodel.
	 * @return the model class
	 */
	public Class<?> model() {
		return this.model;
	}

}
