package dev.orm.model;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;

/** A model class for which the annotation processor did not run. */
public class MissingMetamodelException extends ModelDefinitionException {

	private final transient Class<?> modelClass;

	/**
	 * Create the exception.
	 * @param model the class without metamodel
	 * @param cause what was thrown below
	 */
	public MissingMetamodelException(Class<?> model, Throwable cause) {
		super("""
				Model %s has no generated metamodel: the annotation processor did not run when it was compiled.
				  Maven: add to the configuration of maven-compiler-plugin
				    <annotationProcessorPaths>
				      <path>
				        <groupId>dev.orm</groupId>
				        <artifactId>orm-processor</artifactId>
				        <version>${orm.version}</version>
				      </path>
				    </annotationProcessorPaths>
				  or, if there are no such paths, <proc>full</proc>, which javac 23 and later need.
				  Gradle: annotationProcessor "dev.orm:orm-processor:$ormVersion"
				  Is the class annotated with @Table or @Proxy? Then build everything again. See docs/how-to/compiler-setup.md"""
			.formatted(model.getName()), Subject.ofModel(model.getSimpleName()), cause);
		this.modelClass = model;
	}

	/**
	 * Return the class without metamodel.
	 * @return the model class; null after serialization
	 */
	public Class<?> modelClass() {
		return this.modelClass;
	}

}
