package dev.orm.boot.scan;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.io.Resource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.MetadataReader;

/**
 * What a scan for components is told of a class that is none: its name, and nothing that
 * would be in its file.
 *
 * @param getResource the class file
 * @param getClassName the name of the class
 */
record UnreadClass(Resource getResource, String getClassName) implements MetadataReader, AnnotationMetadata {

	@Override
	public ClassMetadata getClassMetadata() {
		return this;
	}

	@Override
	public AnnotationMetadata getAnnotationMetadata() {
		return this;
	}

	@Override
	public MergedAnnotations getAnnotations() {
		return MergedAnnotations.of(Set.of());
	}

	@Override
	public Set<MethodMetadata> getAnnotatedMethods(String annotationName) {
		return Set.of();
	}

	@Override
	public Set<MethodMetadata> getDeclaredMethods() {
		return Set.of();
	}

	@Override
	public boolean isInterface() {
		return false;
	}

	@Override
	public boolean isAnnotation() {
		return false;
	}

	@Override
	public boolean isAbstract() {
		return false;
	}

	@Override
	public boolean isFinal() {
		return false;
	}

	@Override
	public boolean isIndependent() {
		return true;
	}

	@Override
	public @Nullable String getEnclosingClassName() {
		return null;
	}

	@Override
	public @Nullable String getSuperClassName() {
		return Object.class.getName();
	}

	@Override
	public String[] getInterfaceNames() {
		return new String[0];
	}

	@Override
	public String[] getMemberClassNames() {
		return new String[0];
	}

}
