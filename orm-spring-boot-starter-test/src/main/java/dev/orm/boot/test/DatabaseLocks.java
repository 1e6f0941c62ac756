package dev.orm.boot.test;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Where test classes run in parallel, one that commits runs alone among those that use
 * databases of the ORM: contexts are shared, and so are their databases.
 */
final class DatabaseLocks implements ResourceLocksProvider {

	private static final String DATABASES = "dev.orm.boot.test.databases";

	@Override
	public Set<Lock> provideForClass(Class<?> testClass) {
		return lock(testClass);
	}

	@Override
	public Set<Lock> provideForNestedClass(List<Class<?>> enclosingInstanceTypes, Class<?> testClass) {
		return lock(testClass);
	}

	private static Set<Lock> lock(Class<?> testClass) {
		OrmTestSettings settings = OrmTestSettings.find(testClass);
		if (settings == null) {
			return Set.of();
		}
		return Set
			.of(new Lock(DATABASES, settings.rollsBack() ? ResourceAccessMode.READ : ResourceAccessMode.READ_WRITE));
	}

}
