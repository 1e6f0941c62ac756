package dev.orm.boot.test;

import java.util.Arrays;

import javax.sql.DataSource;

import dev.orm.execute.Database;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Gives each test a database of its own, which goes away with it. */
final class MigrationTestExtension implements ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(MigrationTestExtension.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		return type == Migrations.class || type == JdbcClient.class || type == DataSource.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Migrations migrations = context.getStore(NAMESPACE)
			.computeIfAbsent(Migrations.class, (key) -> migrations(context.getRequiredTestClass()), Migrations.class);
		Class<?> type = parameter.getParameter().getType();
		if (type == Migrations.class) {
			return migrations;
		}
		DataSource dataSource = migrations.dataSource();
		return (type == DataSource.class) ? dataSource : JdbcClient.create(dataSource);
	}

	private static Migrations migrations(Class<?> testClass) {
		OrmMigrationTest annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				OrmMigrationTest.class);
		String database = (annotation != null) ? annotation.database() : Database.DEFAULT;
		String[] locations = (annotation != null && annotation.locations().length > 0) ? annotation.locations()
				: new String[] {
						"classpath:db/%smigration".formatted(database.equals(Database.DEFAULT) ? "" : database + "/") };
		return new Migrations(database, Arrays.asList(locations));
	}

}
