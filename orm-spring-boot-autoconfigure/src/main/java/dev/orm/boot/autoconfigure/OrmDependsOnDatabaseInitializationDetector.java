package dev.orm.boot.autoconfigure;

import java.util.Set;

import dev.orm.execute.Databases;

import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;

/**
 * Makes whoever needs the databases wait until Flyway or a script has made the schema.
 */
final class OrmDependsOnDatabaseInitializationDetector
		extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {

	@Override
	protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
		return Set.of(Databases.class);
	}

}
